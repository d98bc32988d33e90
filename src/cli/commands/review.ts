import { join } from 'node:path';
import type { Command } from 'commander';
import { allCorrections } from '../../corpus/import/repository/corrections.js';
import { IMPORTED, ownFolder } from '../../corpus/locations.js';
import { syncedCouncils } from '../../corpus/sync/state.js';
import { formatDate } from '../../domain/dates.js';
import { count } from '../count.js';
import { dataOption, examples } from '../options.js';
import { syncedToReview } from '../sync-review.js';

type ReviewOptions = { json?: true; data?: string };

export function addReview(program: Command): void {
  program
    .command('review')
    .description(
      'Lists what of the imported documents could not be read for certain, and the file in which each question is answered; import the document again to use the answers. It also lists what a sync could not read: documents of kinds that have no layout, with their links, and pages that were not understood.',
    )
    .option('--json', 'print one JSON array')
    .addOption(dataOption())
    .addHelpText('after', examples('ofsted review', 'ofsted review --json'))
    .action(review);
}

async function review(options: ReviewOptions): Promise<void> {
  const folder = options.data ?? ownFolder();
  const found = await allCorrections(join(folder, IMPORTED));
  const synced = syncedToReview(await syncedCouncils(folder));
  const open = found.filter((file) => file.value === null || file.value.open.length > 0);
  if (options.json) {
    const rows = open.map(({ path, value, reason }) => ({
      path,
      file: value?.file ?? null,
      kind: value?.kind ?? null,
      open: value?.open ?? [],
      fault: reason,
      title: value?.title ?? null,
      published: null,
      url: null,
    }));
    console.log(JSON.stringify([...rows, ...synced], null, 2));
    return;
  }
  for (const { path, value, reason } of open) {
    console.log(value ? `${value.file} (${value.kind})` : 'A file of answers that cannot be read');
    for (const { code, field, detail } of value?.open ?? [])
      console.log(`  ${field ?? code}: ${detail} (${code})`);
    if (reason !== null) console.log(`  ${reason}`);
    console.log(`  Answer in ${path}, under "answers"; then import the document again.\n`);
  }
  for (const { title, published, url, open: reasons, fault } of synced) {
    console.log(`${title}${published ? `, published ${formatDate(published)}` : ''}: ${url}`);
    for (const { code, detail } of reasons) console.log(`  ${detail} (${code})`);
    console.log(`${fault ? `  ${fault}\n` : ''}`);
  }
  const total = open.length + synced.length;
  console.log(total === 0 ? 'Nothing is open.' : `${count(total, 'document')} to review.`);
}

import { join } from 'node:path';
import type { Command } from 'commander';
import { allCorrections } from '../../corpus/import/repository/corrections.js';
import { IMPORTED, ownFolder } from '../../corpus/locations.js';
import { count } from '../count.js';
import { dataOption, examples } from '../options.js';

type ReviewOptions = { json?: true; data?: string };

export function addReview(program: Command): void {
  program
    .command('review')
    .description(
      'Lists what of the imported documents could not be read for certain, and the file in which each question is answered; import the document again to use the answers.',
    )
    .option('--json', 'print one JSON array')
    .addOption(dataOption())
    .addHelpText('after', examples('ofsted review', 'ofsted review --json'))
    .action(review);
}

async function review(options: ReviewOptions): Promise<void> {
  const found = await allCorrections(join(options.data ?? ownFolder, IMPORTED));
  const open = found.filter((file) => file.value === null || file.value.open.length > 0);
  if (options.json) {
    const rows = open.map(({ path, value, reason }) => ({
      path,
      file: value?.file ?? null,
      kind: value?.kind ?? null,
      open: value?.open ?? [],
      fault: reason,
    }));
    console.log(JSON.stringify(rows, null, 2));
    return;
  }
  for (const { path, value, reason } of open) {
    console.log(value ? `${value.file} (${value.kind})` : 'A file of answers that cannot be read');
    for (const { code, field, detail } of value?.open ?? [])
      console.log(`  ${field ?? code}: ${detail} (${code})`);
    if (reason !== null) console.log(`  ${reason}`);
    console.log(`  Answer in ${path}, under "answers"; then import the document again.\n`);
  }
  console.log(
    open.length === 0 ? 'Nothing is open.' : `${count(open.length, 'document')} to review.`,
  );
}

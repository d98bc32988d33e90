import { type Command, Option } from 'commander';
import { loadRecord } from '../../corpus/load.js';
import type { LocalAuthority } from '../../domain/authority.js';
import { formatDate } from '../../domain/dates.js';
import { coveredAuthorities } from '../../domain/record.js';
import { openIndexCache } from '../../search/index.js';
import { authorityNamed } from '../authority-named.js';
import { listInspections } from '../inspection-list.js';
import { inspectionCsv, inspectionJson } from '../inspection-rows.js';
import { dataOption, examples } from '../options.js';
import { printInspections } from '../print-inspections.js';
import { standardOutput } from '../terminal.js';

type InspectionsOptions = { json?: true; csv?: true; data?: string };

export function addInspections(program: Command): void {
  program
    .command('inspections')
    .summary('list the visits')
    .description(
      'Lists every visit in the record, newest first: dates, kind, grades, and the documents that tell of it.',
    )
    .argument('[authority...]', "a council's name, or its URN; without it, all councils")
    .option('--json', 'print one JSON array')
    .addOption(new Option('--csv', 'print comma-separated values').conflicts('json'))
    .addOption(dataOption())
    .addHelpText(
      'after',
      examples('ofsted inspections tameside', 'ofsted inspections --csv > visits.csv'),
    )
    .action(inspections);
}

async function inspections(name: string[], options: InspectionsOptions): Promise<void> {
  const record = await loadRecord({ dataDir: options.data, openCache: openIndexCache });
  const authority = name.length > 0 ? authorityNamed(name.join(' '), record) : null;
  const listed = listInspections(record, authority?.urn ?? null);
  const terminal = standardOutput();
  if (options.json) console.log(JSON.stringify(listed.map(inspectionJson), null, 2));
  else if (options.csv) process.stdout.write(inspectionCsv(listed));
  else {
    const covered = coveredAuthorities(record);
    console.log(
      listed.length > 0 ? printInspections(listed, terminal) : nothingHeld(authority, covered),
    );
    const checked = covered
      .filter((a) => listed.some(({ visit }) => visit.urn === a.urn) && record.checked.has(a.urn))
      .map(
        (a) =>
          `${a.name}: documents looked through on ${formatDate(record.checked.get(a.urn) ?? '')}.`,
      );
    if (checked.length > 0) console.log(['', ...checked].join('\n'));
  }
  for (const { file, reason } of record.problems) console.error(`Not used: ${file}: ${reason}.`);
}

const nothingHeld = (authority: LocalAuthority | null, covered: LocalAuthority[]): string =>
  covered.length === 0
    ? 'The record holds no visits.'
    : `The record holds nothing about ${authority?.name}; it covers ${covered.map((a) => a.name).join(', ')}.`;

import type { Command } from 'commander';
import { InspectionError } from '../../domain/errors.js';
import { databaseFile } from '../../store/database-url.js';
import type { ErrorReport } from '../../store/store.js';
import { count } from '../count.js';
import { examples } from '../options.js';
import { requireState, stateExists, stateUrl, withState } from '../state.js';
import { bold, standardOutput, type Terminal, wrap } from '../terminal.js';

type ReportsOptions = { json?: true; delete?: string[] };

/** In the place of references: every report. */
const ALL = 'all';

export function addReports(program: Command): void {
  program
    .command('reports')
    .summary('list what readers reported as wrong')
    .description(
      'Lists the error reports that the bot keeps, newest first: reference, time, the passages that were quoted, and what was written. They are kept for REPORTS_KEEP_DAYS (180), and deleted with --delete. They are read from the state that DATABASE_URL names, or from the one in your data folder.',
    )
    .option('--json', 'print one JSON array')
    .option(
      '--delete <reference...>',
      `delete the reports with these references; “${ALL}”: every one`,
    )
    .addHelpText(
      'after',
      examples(
        'ofsted reports',
        'ofsted reports --delete 0A1B2C3D',
        'ofsted reports --json > reports.json',
      ),
    )
    .action(reports);
}

async function reports({ json, delete: references }: ReportsOptions): Promise<void> {
  if (references) return deleteReports(references);
  const newestFirst = (await keptAt(stateUrl())).reverse();
  if (json) console.log(JSON.stringify(newestFirst, null, 2));
  else if (newestFirst.length === 0) console.log('No reports.');
  else {
    const terminal = standardOutput();
    console.log(newestFirst.map((report) => printReport(report, terminal)).join('\n\n'));
  }
}

/**
 * The reports in the state, oldest first; a state that is not there is not made. The database is
 * loaded here, for this command alone.
 */
async function keptAt(url: string): Promise<ErrorReport[]> {
  if (!stateExists(url)) {
    console.error(`No state is kept at ${databaseFile(url)} yet.`);
    return [];
  }
  const { createStore } = await import('../../store/store.js');
  return withState(url, (database) => createStore(database).errorReports.list());
}

/** Deletes reports, and says how many; a reference that no report has is a failure. */
async function deleteReports(references: string[]): Promise<void> {
  const url = stateUrl();
  requireState(url);
  const { createStore } = await import('../../store/store.js');
  await withState(url, async (database) => {
    const { errorReports } = createStore(database);
    const known = new Set((await errorReports.list()).map(({ reference }) => reference));
    const wanted = new Set(references.map((reference) => reference.toUpperCase()));
    const isAll = wanted.delete(ALL.toUpperCase());
    const unknown = [...wanted].filter((reference) => !known.has(reference));
    if (unknown.length > 0)
      throw new InspectionError(
        `There is no report ${unknown.join(', ')}, so nothing was deleted: ofsted reports lists them.`,
      );
    const deleted = await errorReports.delete(({ reference }) => isAll || wanted.has(reference));
    console.log(`Deleted ${count(deleted, 'report')}.`);
  });
}

function printReport(
  { reference, reportedAt, passages, text }: ErrorReport,
  terminal: Terminal,
): string {
  const quoted = passages.length > 0 ? passages.join(', ') : 'no passage was quoted';
  return [
    bold(wrap(`${reference}, ${reportedAt}`, terminal), terminal),
    wrap(`about: ${quoted}`, terminal, '    ', '  '),
    ...text.split(/\r?\n/).map((line) => wrap(line, terminal, '  ')),
  ].join('\n');
}

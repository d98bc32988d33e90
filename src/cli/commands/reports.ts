import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { databaseFile, databaseUrl, isPostgres } from '../../store/database-url.js';
import type { ErrorReport } from '../../store/store.js';
import { examples } from '../options.js';
import { bold, standardOutput, type Terminal, wrap } from '../terminal.js';

type ReportsOptions = { json?: true };

export function addReports(program: Command): void {
  program
    .command('reports')
    .summary('list what readers reported as wrong')
    .description(
      'Lists the error reports that the bot keeps, newest first: reference, time, the passages that were quoted, and what was written. They are read from the state that DATABASE_URL names, or from the one in your data folder.',
    )
    .option('--json', 'print one JSON array')
    .addHelpText('after', examples('ofsted reports', 'ofsted reports --json > reports.json'))
    .action(reports);
}

async function reports({ json }: ReportsOptions): Promise<void> {
  const newestFirst = (await keptAt(databaseUrl(process.env.DATABASE_URL))).reverse();
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
  if (!isPostgres(url) && !existsSync(databaseFile(url))) {
    console.error(`No state is kept at ${databaseFile(url)} yet.`);
    return [];
  }
  const { openDatabase } = await import('../../store/database.js');
  const { createStore } = await import('../../store/store.js');
  const store = createStore(await openDatabase(url));
  try {
    return await store.errorReports.list();
  } finally {
    await store.close();
  }
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

import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { databaseFile } from '../../store/database-url.js';
import type { Feedback } from '../../store/feedback.js';
import { count } from '../count.js';
import { csvTable } from '../csv.js';
import { examples } from '../options.js';
import { requireState, stateExists, stateUrl, withState } from '../state.js';
import { bold, standardOutput, type Terminal, wrap } from '../terminal.js';

type FeedbackOptions = { json?: true; csv?: true; delete?: number };

export function addFeedback(program: Command): void {
  program
    .command('feedback')
    .summary('list how readers rated answers')
    .description(
      'Lists how readers rated answers in Slack, newest first: day, thumb, what was said to be wrong, how the question was read, and the comment. Neither questions nor people are kept. Ratings are kept for REPORTS_KEEP_DAYS (180), and deleted with --delete. They are read from the state that DATABASE_URL names, or from the one in your data folder.',
    )
    .option('--json', 'print one JSON array')
    .addOption(new Option('--csv', 'print a table for a spreadsheet').conflicts('json'))
    .option('--delete <days>', 'delete those older than so many days; 0: every one', wholeDays)
    .addHelpText(
      'after',
      examples(
        'ofsted feedback',
        'ofsted feedback --csv > feedback.csv',
        'ofsted feedback --delete 90',
      ),
    )
    .action(feedback);
}

async function feedback({ json, csv, delete: days }: FeedbackOptions): Promise<void> {
  if (days !== undefined) return deleteOlder(days);
  const newestFirst = (await keptAt(stateUrl())).reverse();
  if (json) console.log(JSON.stringify(newestFirst.map(shown), null, 2));
  else if (csv) process.stdout.write(asCsv(newestFirst));
  else if (newestFirst.length === 0) console.log('No feedback.');
  else {
    const terminal = standardOutput();
    const up = newestFirst.filter(({ rating }) => rating === 'up').length;
    const down = newestFirst.length - up;
    const sum = `${count(up, 'thumb')} up, ${down} down.`;
    console.log([sum, ...newestFirst.map((each) => printed(each, terminal))].join('\n\n'));
  }
}

/** What is told of a rating; its id says nothing to anybody. */
const shown = ({ id: _, parts, ...rest }: Feedback) => ({
  ...rest,
  readAs: parts.map(({ said }) => said),
});

/** The ratings in the state, oldest first; a state that is not there is not made. */
async function keptAt(url: string): Promise<Feedback[]> {
  if (!stateExists(url)) {
    console.error(`No state is kept at ${databaseFile(url)} yet.`);
    return [];
  }
  const { createStore } = await import('../../store/store.js');
  return withState(url, (database) => createStore(database).feedback.list());
}

const DAY_MS = 86_400_000;

async function deleteOlder(days: number): Promise<void> {
  const url = stateUrl();
  requireState(url);
  const { createStore } = await import('../../store/store.js');
  const oldest = new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 'yyyy-mm-dd'.length);
  await withState(url, async (database) => {
    const deleted = await createStore(database).feedback.deleteBefore(days === 0 ? 'all' : oldest);
    console.log(`Deleted ${count(deleted, 'rating')}.`);
  });
}

const MOST_DAYS = 3_650;

function wholeDays(text: string): number {
  if (!/^\d{1,4}$/.test(text) || Number(text) > MOST_DAYS)
    throw new InvalidArgumentError(`give a whole number of days from 0 to ${MOST_DAYS}.`);
  return Number(text);
}

const COLUMNS = [
  ...['day', 'rating', 'choice', 'comment', 'intent', 'read as', 'record', 'workspace'],
];

const asCsv = (list: Feedback[]): string =>
  csvTable([
    COLUMNS,
    ...list.map(({ day, rating, choice, comment, intent, parts, record, team }) => [
      ...[day, rating, choice, comment && plainCell(comment), intent],
      ...[parts.map(({ said }) => said).join('; '), record, team],
    ]),
  ]);

/**
 * A comment that a spreadsheet would read as a formula is led by an apostrophe. Source: OWASP, "CSV
 * Injection".
 */
const plainCell = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function printed(
  { day, rating, choice, comment, intent, parts, record }: Feedback,
  terminal: Terminal,
): string {
  const readAs = parts.map(({ said }) => said).join(', ');
  return [
    bold(wrap(`${day}, thumb ${rating}${choice ? `: ${choice}` : ''}`, terminal), terminal),
    wrap(`answered by: ${intent}; record ${record}`, terminal, '    ', '  '),
    ...(readAs ? [wrap(`read as: ${readAs}`, terminal, '    ', '  ')] : []),
    ...(comment?.split(/\r?\n/) ?? []).map((line) => wrap(line, terminal, '  ')),
  ].join('\n');
}

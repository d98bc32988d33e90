import type { KnownBlock } from '@slack/types';
import type { Answer } from '../../answer/index.js';
import { abridge } from './abridge.js';
import { answerText, quotationsNotShown } from './answer-text.js';
import { buttonsView } from './buttons.js';
import { context, paragraph, run, TEXT_LIMIT } from './elements.js';
import { escapeMrkdwn } from './escape.js';
import { isTooLong, isTooMuch, lengthOf } from './limits.js';
import type { Reply } from './reply.js';
import { type Portion, portions } from './sections.js';
import { smallPrint } from './small-print.js';
import { rowsAllowed, tableView } from './table.js';

export type AnswerViewOptions = {
  /** Offer "Share to channel": for replies that only the asker sees. */
  share?: boolean;
  /** Offer to fetch the reports whose text is not held. */
  fetch?: boolean;
  /** A sentence on how far fetching them is. */
  fetched?: string;
  /** The id of the user who shares this answer with a channel. */
  sharedBy?: string;
  /** The asker has shared this answer. */
  shared?: boolean;
};

/**
 * An answer as a message: headline, notes, table, sections with their quotations, closing, buttons.
 * Everything from the record or the question stands in literal text. What Slack's limits leave no
 * room for is announced: of the table and the sections, whichever is longer gives way first, from
 * its end. A quotation is shown whole or not at all.
 */
export function answerView(answer: Answer, options: AnswerViewOptions = {}): Reply {
  const { table } = answer;
  const buttons = buttonsView(answer, options);
  const head = [
    ...sharedByView(options.sharedBy),
    paragraph(run(abridge(answer.headline, TEXT_LIMIT), { bold: true })),
    ...smallPrint([...(options.fetched ? [options.fetched] : []), ...answer.notes]),
  ];
  const ending = [
    ...answer.closing,
    ...buttons.omitted,
    ...(options.shared ? ['You shared this answer to the channel.'] : []),
  ];
  const all = portions(answer.sections);
  const tableOf = (rows: number) =>
    [table && tableView(table, rows)].filter((block) => block !== null);
  const bodyOf = (count: number) => all.slice(0, count).flatMap(({ blocks }) => blocks);
  const compose = (rows: number, count: number): KnownBlock[] => [
    ...head,
    ...tableOf(rows),
    ...bodyOf(count),
    ...smallPrint([
      ...rowsNotShown(answer, rows),
      ...notShown(answer, all.slice(count)),
      ...ending,
    ]),
    ...buttons.blocks,
  ];
  let rows = table ? rowsAllowed(table) : 0;
  let count = all.length;
  while (isTooMuch(compose(rows, count))) {
    const tableIsLonger = lengthOf(tableOf(rows)) > lengthOf(bodyOf(count));
    if (rows > 0 && tableIsLonger && isTooLong(compose(rows, count))) rows -= 1;
    else if (count > 0) count -= 1;
    else break;
  }
  const sharer = options.sharedBy ? `${sharedByText(options.sharedBy)}\n` : '';
  const fetched = options.fetched ? `${escapeMrkdwn(options.fetched)}\n` : '';
  return {
    text: `${sharer}${fetched}${answerText(answer)}`,
    blocks: compose(rows, count),
  };
}

function rowsNotShown({ table }: Answer, shown: number): string[] {
  const left = (table?.rows.length ?? 0) - shown;
  if (left === 0) return [];
  return [left === 1 ? '1 more row is not shown here.' : `${left} more rows are not shown here.`];
}

/** What the reader does not see, under which headings, and the question that shows more of it. */
function notShown({ question, kind }: Answer, omitted: Portion[]): string[] {
  const points = omitted.flatMap((portion) => portion.points);
  if (omitted.length === 0) return [];
  const headings = [...new Set(omitted.map(({ heading }) => heading))].join('; ');
  const year = points[0]?.citation.visit.period.slice(0, 4);
  const narrower =
    kind === 'across'
      ? ' To see more, ask of one council.'
      : year && question.length < 200 && !question.includes(year)
        ? ` To see them, narrow the question: “${question} ${year}”.`
        : '';
  const what = points.length > 0 ? quotationsNotShown(points.length) : 'More is not shown here.';
  return [`${what} They stand under: ${headings}.${narrower}`];
}

const sharedByText = (user: string): string => `Shared by <@${user}>`;

const sharedByView = (user: string | undefined): KnownBlock[] =>
  user ? [context({ type: 'mrkdwn', text: sharedByText(user), verbatim: true })] : [];

import type { KnownBlock } from '@slack/types';
import { type Answer, firstScreen, hasMore, leftSaid, withoutRepeats } from '../../answer/index.js';
import { fitted, linePart, type TextPart } from './answer-text.js';
import { buttonsView, canCarry } from './buttons.js';
import { withChart } from './chart.js';
import { askOfCouncil } from './council-select.js';
import { context } from './elements.js';
import { firstParts, firstScreenView, headlineView } from './first-screen.js';
import { isTooMuch } from './limits.js';
import { pagesOf } from './pages.js';
import type { Reply } from './reply.js';
import { FIRST, type Screen } from './screen.js';
import { smallPrint } from './small-print.js';

/**
 * Whether a button offers to fetch the reports whose text is not held, and a sentence on how far
 * fetching them is.
 */
export type Fetching = { isOffered?: boolean; progress?: string };

/**
 * An answer as a message: its first screen, or a page of the whole of it, with the buttons that
 * lead from the one to the other. Everything from the record or the question stands in literal
 * text. What Slack's limits leave no room for on one page stands on the next. A quotation is shown
 * whole or not at all.
 */
export const answerView = (
  answer: Answer,
  screen: Screen = FIRST,
  fetching: Fetching = {},
): Reply =>
  screen.page === 0 ? firstView(answer, screen, fetching) : wholeView(answer, screen, fetching);

/** The first screen; what a button cannot lead to is announced. */
function firstView(answer: Answer, screen: Screen, fetching: Fetching): Reply {
  const first = firstScreen(answer);
  const fetch = fetching.isOffered === true;
  const canPage = canCarry(answer);
  const allRows = answer.table?.rows.length ?? 0;
  let rows = first.table?.rows.length ?? 0;
  const compose = (): KnownBlock[] => {
    const left = {
      ...first.left,
      rows: allRows - rows,
      // A list of all councils leaves none out.
      choices: askOfCouncil(answer) ? 0 : first.left.choices,
    };
    const isWhole = !hasMore(left);
    const buttons = buttonsView(answer, first.choices, screen, {
      more: canPage && !isWhole ? 1 : null,
      fewer: null,
      fetch,
    });
    return [
      ...sharedByView(screen),
      ...progressView(fetching),
      ...firstScreenView(first, rows),
      ...smallPrint([
        ...(isWhole ? [] : [`${canPage ? 'More' : 'Not shown'}: ${leftSaid(left)}.`]),
        ...buttons.omitted,
        ...sharedLines(screen),
      ]),
      ...buttons.blocks,
    ];
  };
  while (rows > 0 && isTooMuch(compose())) rows -= 1;
  const reply = replyOf(screen, fetching, firstParts(first), compose());
  const charted = answer.chart && withChart(reply.blocks, answer.chart);
  return charted && !isTooMuch(charted) ? { ...reply, charted } : reply;
}

/** One page of the whole answer, the last where there are fewer. */
function wholeView(answer: Answer, screen: Screen, fetching: Fetching): Reply {
  const whole = withoutRepeats(answer);
  const frame = (page: number, count: number, blocks: KnownBlock[]): KnownBlock[] => {
    const more = page < count ? page + 1 : null;
    const buttons = buttonsView(
      whole,
      whole.choices,
      { ...screen, page },
      { more, fewer: 0, fetch: fetching.isOffered === true },
    );
    return [
      ...sharedByView(screen),
      ...progressView(fetching),
      headlineView(whole.headline),
      ...blocks,
      ...smallPrint([
        ...(count > 1 ? [`Page ${page} of ${count}.`] : []),
        ...buttons.omitted,
        ...sharedLines(screen),
      ]),
      ...buttons.blocks,
    ];
  };
  const pages = pagesOf(whole, (blocks) => !isTooMuch(frame(98, 99, blocks)));
  const page = Math.min(screen.page, pages.length);
  const { blocks, parts } = pages[page - 1] ?? { blocks: [], parts: [] };
  return replyOf(
    screen,
    fetching,
    [linePart(whole.headline), ...parts],
    frame(page, pages.length, blocks),
  );
}

function replyOf(
  { mode }: Screen,
  { progress }: Fetching,
  parts: TextPart[],
  blocks: KnownBlock[],
): Reply {
  const sharer = typeof mode === 'string' ? '' : `${sharedByText(mode.sharedBy)}\n`;
  return {
    text: `${sharer}${fitted([...(progress ? [linePart(progress)] : []), ...parts])}`,
    blocks,
  };
}

const progressView = ({ progress }: Fetching): KnownBlock[] =>
  progress ? smallPrint([progress]) : [];

const sharedLines = ({ mode }: Screen): string[] =>
  mode === 'shared' ? ['You shared this answer to the channel.'] : [];

const sharedByText = (user: string): string => `Shared by <@${user}>`;

const sharedByView = ({ mode }: Screen): KnownBlock[] =>
  typeof mode === 'string'
    ? []
    : [context({ type: 'mrkdwn', text: sharedByText(mode.sharedBy), verbatim: true })];

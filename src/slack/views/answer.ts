import type { KnownBlock } from '@slack/types';
import {
  type Answer,
  firstScreen,
  hasMore,
  leftSaid,
  restOf,
  withoutRepeats,
} from '../../answer/index.js';
import { fitted, linePart, type TextPart } from './answer-text.js';
import { buttonsView, canCarry } from './buttons.js';
import { withChart } from './chart.js';
import { askedOfEach, askOfCouncil } from './council-select.js';
import { feedbackView } from './feedback.js';
import { firstParts, firstScreenView } from './first-screen.js';
import { foldable, foldView, smaller } from './fold.js';
import { headlineView } from './headline.js';
import { isTooMuch } from './limits.js';
import { pagesOf } from './pages.js';
import type { Reply } from './reply.js';
import { answerBlockId, FIRST, type Screen } from './screen.js';
import { sharedByText, sharedByView } from './shared-by.js';
import { smallPrint } from './small-print.js';

/**
 * Whether a button offers to fetch the reports whose text is not held, a sentence on how far
 * fetching them is or on what became of the message otherwise, and whether the answer can be rated,
 * in the place of “Something wrong?”.
 */
export type Beside = { isOffered?: boolean; progress?: string; feedback?: boolean };

/**
 * An answer as a message: its first screen, or a page of the whole of it, with the buttons that
 * lead from the one to the other. Everything from the record or the question stands in literal
 * text. What Slack's limits leave no room for on one page stands on the next. A quotation is shown
 * whole or not at all.
 */
export const answerView = (answer: Answer, screen: Screen = FIRST, beside: Beside = {}): Reply =>
  screen.page === 0 ? firstView(answer, screen, beside) : wholeView(answer, screen, beside);

/**
 * The first screen, with more evidence folded away under it as far as there is room; what neither
 * that nor a button leads to is announced.
 */
function firstView(answer: Answer, screen: Screen, beside: Beside): Reply {
  const first = firstScreen(answer);
  const { mode } = screen;
  const fetch = beside.isOffered === true;
  const thumbs = beside.feedback === true ? feedbackView(answer) : [];
  const report = thumbs.length === 0;
  const canPage = canCarry(answer);
  const isShared = typeof mode === 'object';
  const inThread = isShared && mode.inThread === true;
  const allRows = answer.table?.rows.length ?? 0;
  let rows = first.table?.rows.length ?? 0;
  let fold =
    canPage && !inThread && answer.kind !== 'help'
      ? foldable(first.more)
      : { points: [], lines: [] };
  const compose = (): KnownBlock[] => {
    const left = {
      quotations: first.left.quotations - fold.points.length,
      rows: allRows - rows,
      lines: first.left.lines - fold.lines.length,
      // A list of all councils leaves none out, and what is shared offers none.
      choices: askOfCouncil(answer) || isShared ? 0 : first.left.choices,
    };
    const isWhole = !hasMore(left);
    const buttons = buttonsView(answer, isShared ? [] : first.choices, screen, {
      more: canPage && !isWhole && !inThread ? 1 : null,
      fewer: null,
      fetch,
      report,
      blockId: answerBlockId(answer),
    });
    const where = inThread ? 'In the thread' : canPage ? 'More' : 'Not shown';
    return [
      ...sharedByView(mode),
      ...progressView(beside),
      ...firstScreenView(first, rows, mode),
      ...foldView(fold, mode),
      ...smallPrint([
        ...(isWhole ? [] : [`${where}: ${leftSaid(left)}.`]),
        ...buttons.omitted,
        ...sharedLines(screen),
      ]),
      ...buttons.blocks,
      ...thumbs,
    ];
  };
  while (fold.points.length + fold.lines.length > 0 && isTooMuch(compose())) fold = smaller(fold);
  while (rows > 0 && isTooMuch(compose())) rows -= 1;
  const reply = replyOf(screen, beside, firstParts(first), compose());
  const charted = answer.chart && withChart(reply.blocks, answer.chart);
  return charted && !isTooMuch(charted) ? { ...reply, charted } : reply;
}

/** Whether anything of a shared answer is left for its thread. */
export const hasRest = (answer: Answer): boolean =>
  canCarry(answer) && hasMore({ ...firstScreen(answer).left, choices: 0 });

/** One page of the whole answer (or of what was left out), the last where there are fewer. */
function wholeView(answer: Answer, screen: Screen, beside: Beside): Reply {
  const { mode } = screen;
  const isRest = mode === 'rest';
  const whole = isRest ? restOf(answer) : withoutRepeats(answer);
  const title = isRest
    ? `The rest of this answer: ${leftSaid({ ...firstScreen(answer).left, choices: 0 })}.`
    : whole.headline;
  const choices = isRest || typeof mode === 'object' ? [] : whole.choices;
  const same = askedOfEach(choices);
  const asking = same === null ? whole : { ...whole, askOf: same };
  const thumbs = beside.feedback === true ? feedbackView(answer) : [];
  const report = thumbs.length === 0;
  const frame = (page: number, count: number, blocks: KnownBlock[]): KnownBlock[] => {
    const more = page < count ? page + 1 : null;
    const fewer = isRest ? (page > 1 ? 1 : null) : 0;
    const buttons = buttonsView(
      asking,
      choices,
      { ...screen, page },
      { more, fewer, fetch: beside.isOffered === true, report, blockId: answerBlockId(answer) },
    );
    return [
      ...sharedByView(mode),
      ...progressView(beside),
      ...headlineView(title),
      ...blocks,
      ...smallPrint([
        ...(count > 1 ? [`Page ${page} of ${count}.`] : []),
        ...buttons.omitted,
        ...sharedLines(screen),
      ]),
      ...buttons.blocks,
      ...thumbs,
    ];
  };
  const pages = pagesOf(whole, mode, (blocks) => !isTooMuch(frame(98, 99, blocks)));
  const page = Math.min(screen.page, pages.length);
  const { blocks, parts } = pages[page - 1] ?? { blocks: [], parts: [] };
  return replyOf(screen, beside, [linePart(title), ...parts], frame(page, pages.length, blocks));
}

function replyOf(
  { mode }: Screen,
  { progress }: Beside,
  parts: TextPart[],
  blocks: KnownBlock[],
): Reply {
  const sharer = typeof mode === 'string' ? '' : `${sharedByText(mode.sharedBy)}\n`;
  return {
    text: `${sharer}${fitted([...(progress ? [linePart(progress)] : []), ...parts])}`,
    blocks,
  };
}

const progressView = ({ progress }: Beside): KnownBlock[] =>
  progress ? smallPrint([progress]) : [];

const sharedLines = ({ mode }: Screen): string[] =>
  mode === 'shared' ? ['You shared this answer to the channel.'] : [];

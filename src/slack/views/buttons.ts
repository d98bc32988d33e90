import type { ActionsBlock, Button } from '@slack/types';
import { z } from 'zod';
import type { Answer, Choice } from '../../answer/index.js';
import { Urn } from '../../domain/authority.js';
import { askOfCouncil } from './council-select.js';
import { button } from './elements.js';
import { type Screen, shareActionId, showActionId } from './screen.js';

/** Slack allows 2,000 characters in a button's value and 25 elements in a row of buttons. */
const VALUE_LIMIT = 1_900;
const MOST_CHOICES = 20;

/** What the buttons are called in the payload of a block action. */
export const ACTION = {
  share: /^share(?::\d+)?$/,
  show: /^show:/,
  report: 'report',
  fetch: 'fetch',
  ask: /^ask:\d+$/,
} as const;

/** What the button that fetches a council's reports carries: the question makes the answer anew. */
export const FetchValue = z.object({ urn: Urn, question: z.string(), share: z.boolean() });

export const askActionId = (index: number): string => `ask:${index}`;

/**
 * A question that was answered from the record. One that found nothing, or got advice, may name a
 * child: it travels no further.
 */
const isAnswered = ({ kind, status }: Pick<Answer, 'kind' | 'status'>): boolean =>
  kind !== 'advice' && status !== 'nothing_found';

/** Of what is answered, help and questions back are of use to their asker alone. */
export const isShareable = (answer: Pick<Answer, 'kind' | 'status'>): boolean =>
  isAnswered(answer) && answer.kind !== 'help' && answer.status !== 'ambiguous';

/** Whether a button can carry the question of an answer, to make that again. */
export const canCarry = ({ kind, status, question }: Asking): boolean =>
  isAnswered({ kind, status }) && question.length <= VALUE_LIMIT;

type Asking = Pick<Answer, 'kind' | 'status' | 'question'>;

/**
 * The pages to which "Show more" and "Show fewer" lead, null where there is no such button, whether
 * fetching the reports whose text is not held is offered, and whether “Something wrong?” is.
 * `blockId` names the row.
 */
export type MoreButtons = {
  more: number | null;
  fewer: number | null;
  fetch: boolean;
  report: boolean;
  blockId?: string;
};

const NO_MORE: MoreButtons = { more: null, fewer: null, fetch: false, report: true };

/**
 * The buttons under an answer and, in sentences, those that had to be left out. Advice about a
 * particular child has none.
 */
export function buttonsView(
  answer: Asking & Pick<Answer, 'citations' | 'authority' | 'askOf'>,
  allChoices: Choice[],
  screen: Screen,
  { more, fewer, fetch, report, blockId }: MoreButtons = NO_MORE,
): { blocks: ActionsBlock[]; omitted: string[] } {
  if (answer.kind === 'advice') return { blocks: [], omitted: [] };
  const { question } = answer;
  const usable = allChoices.filter((choice) => choice.question.length <= VALUE_LIMIT);
  const select = askOfCouncil(answer);
  const choices = select ? [] : usable.slice(0, MOST_CHOICES);
  const share = screen.mode === 'offer' && isShareable(answer);
  const canShare = question.length <= VALUE_LIMIT;
  const left = select ? 0 : allChoices.length - choices.length;
  const show = (page: number | null, label: string) =>
    page === null ? [] : [button(showActionId({ ...screen, page }), label, question)];
  const elements = [
    ...show(more, 'Show more'),
    ...show(fewer, 'Show fewer'),
    ...choices.map((choice, index) => button(askActionId(index), choice.label, choice.question)),
    ...(share && canShare
      ? [button(shareActionId(screen.page), 'Share to channel', question)]
      : []),
    ...(fetch ? fetchButton(answer, screen.mode === 'offer') : []),
    ...(answer.kind === 'help' || !report
      ? []
      : [button(ACTION.report, 'Something wrong?', passageKeys(answer))]),
  ];
  return {
    blocks: [
      ...(select ? [select] : []),
      ...(elements.length > 0
        ? [{ type: 'actions' as const, ...(blockId && { block_id: blockId }), elements }]
        : []),
    ],
    omitted: [
      ...(left > 0
        ? [`${left} more suggestions are not shown: type your own question instead.`]
        : []),
      ...(share && !canShare
        ? [
            'This question is too long for a “Share to channel” button: ask a shorter one to share its answer.',
          ]
        : []),
    ],
  };
}

function fetchButton(
  { authority, question }: Pick<Answer, 'authority' | 'question'>,
  share: boolean,
): Button[] {
  if (!authority) return [];
  const value: z.infer<typeof FetchValue> = { urn: authority.urn, question, share };
  const text = JSON.stringify(value);
  const owner = `${authority.name}${authority.name.endsWith('s') ? '’' : '’s'}`;
  return text.length <= VALUE_LIMIT ? [button(ACTION.fetch, `Fetch ${owner} reports`, text)] : [];
}

/** The keys of the answer's citations, best first, as many as a button's value holds. */
function passageKeys({ citations }: Pick<Answer, 'citations'>): string {
  const keys = [...new Set(citations.map(({ key }) => key))];
  while (JSON.stringify(keys).length > VALUE_LIMIT) keys.pop();
  return JSON.stringify(keys);
}

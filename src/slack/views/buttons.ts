import type { ActionsBlock, Button } from '@slack/types';
import { z } from 'zod';
import type { Answer } from '../../answer/index.js';
import { Urn } from '../../domain/authority.js';
import { button } from './elements.js';

/** Slack allows 2,000 characters in a button's value and 25 elements in a row of buttons. */
const VALUE_LIMIT = 1_900;
const MOST_CHOICES = 20;

/** What the buttons are called in the payload of a block action. */
export const ACTION = {
  share: 'share',
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
export const isShareable = ({ kind, status }: Pick<Answer, 'kind' | 'status'>): boolean =>
  kind !== 'advice' && status !== 'nothing_found';

/**
 * The buttons under an answer and, in sentences, those that had to be left out. Advice about a
 * particular child has none.
 */
export function buttonsView(
  answer: Pick<Answer, 'kind' | 'status' | 'question' | 'choices' | 'citations' | 'authority'>,
  { share: wantsShare = false, fetch = false }: { share?: boolean; fetch?: boolean } = {},
): { blocks: ActionsBlock[]; omitted: string[] } {
  if (answer.kind === 'advice') return { blocks: [], omitted: [] };
  const usable = answer.choices.filter(({ question }) => question.length <= VALUE_LIMIT);
  const choices = usable.slice(0, MOST_CHOICES);
  const share = wantsShare && isShareable(answer);
  const canShare = answer.question.length <= VALUE_LIMIT;
  const left = answer.choices.length - choices.length;
  const elements = [
    ...choices.map(({ label, question }, index) => button(askActionId(index), label, question)),
    ...(share && canShare ? [button(ACTION.share, 'Share to channel', answer.question)] : []),
    ...(fetch ? fetchButton(answer, wantsShare) : []),
    ...(answer.kind === 'help'
      ? []
      : [button(ACTION.report, 'Something wrong?', passageKeys(answer))]),
  ];
  return {
    blocks: elements.length > 0 ? [{ type: 'actions', elements }] : [],
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

import type { ActionsBlock } from '@slack/types';
import type { Answer } from '../../answer/index.js';
import { button } from './elements.js';

/** Slack allows 2,000 characters in a button's value and 25 elements in a row of buttons. */
const VALUE_LIMIT = 1_900;
const MOST_CHOICES = 20;

/** What the buttons are called in the payload of a block action. */
export const ACTION = { share: 'share', report: 'report', ask: /^ask:\d+$/ } as const;

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
  answer: Pick<Answer, 'kind' | 'status' | 'question' | 'choices' | 'citations'>,
  wantsShare: boolean,
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

/** The keys of the answer's citations, best first, as many as a button's value holds. */
function passageKeys({ citations }: Pick<Answer, 'citations'>): string {
  const keys = [...new Set(citations.map(({ key }) => key))];
  while (JSON.stringify(keys).length > VALUE_LIMIT) keys.pop();
  return JSON.stringify(keys);
}

import type { ContextActionsBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Answer } from '../../answer/index.js';
import { Remembered } from '../../domain/remembered.js';
import { FeedbackChoice } from '../../store/feedback.js';
import { plain, section } from './elements.js';

/** What the two buttons are called in the payload of a block action. */
export const FEEDBACK = 'feedback';

/**
 * What a thumb carries: how the question was read, which record answered and, under the thumb down,
 * the keys of what was quoted. None of it is a word of the asker's.
 */
export const FeedbackValue = z.object({
  rating: z.enum(['up', 'down']),
  intent: z.string(),
  parts: Remembered.shape.parts,
  record: z.string(),
  passages: z.array(z.string()),
});
export type FeedbackValue = z.infer<typeof FeedbackValue>;

/** A message counts what its buttons carry, so they carry less than Slack's 2,000 characters. */
const VALUE_LIMIT = 900;
const MOST_PASSAGES = 6;

/** Help, questions back and advice about a child answer nothing that could be rated. */
export const isRated = ({ kind, status, readAs }: Pick<Answer, 'kind' | 'status' | 'readAs'>) =>
  readAs !== undefined && kind !== 'help' && kind !== 'advice' && status !== 'ambiguous';

/** "Was this useful?": a thumb up and a thumb down, or nothing under what is no answer. */
export function feedbackView(
  answer: Pick<Answer, 'kind' | 'status' | 'readAs' | 'citations'>,
): ContextActionsBlock[] {
  const { readAs } = answer;
  if (!readAs || !isRated(answer)) return [];
  const keys = [...new Set(answer.citations.map(({ key }) => key))].slice(0, MOST_PASSAGES);
  const value = (rating: FeedbackValue['rating'], passages: string[]): string =>
    fitted({ rating, ...readAs, passages });
  return [
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: FEEDBACK,
          positive_button: {
            text: plain('Useful'),
            accessibility_label: 'This answer is useful',
            value: value('up', []),
          },
          negative_button: {
            text: plain('Something wrong'),
            accessibility_label: 'Something is wrong with this answer: say what',
            value: value('down', keys),
          },
        },
      ],
    },
  ];
}

/** As much as a button carries; passages are left out before parts of the question. */
function fitted({ passages, parts, ...value }: FeedbackValue): string {
  const left = { passages: [...passages], parts: [...parts] };
  const text = () => JSON.stringify({ ...value, ...left });
  while (text().length > VALUE_LIMIT && left.passages.length > 0) left.passages.pop();
  while (text().length > VALUE_LIMIT && left.parts.length > 0) left.parts.pop();
  return text();
}

export const FEEDBACK_FORM = {
  callbackId: 'feedback',
  choice: { blockId: 'choice', actionId: 'choice' },
  comment: { blockId: 'comment', actionId: 'text' },
} as const;

/** What the form carries from the thumb to where it is sent; Slack allows 3,000 characters. */
export const FeedbackMetadata = FeedbackValue.extend({ id: z.string() });

const MOST_CHARACTERS = 1_000;

const LABELS: Record<FeedbackChoice, string> = {
  'wrong council': 'It is about the wrong council',
  'wrong inspection': 'It is about the wrong inspection or time',
  'not what was asked': 'It is not what I asked',
  'wording or quotation': 'A quotation, grade or date is wrong',
  other: 'Something else',
};

/** The form behind the thumb down. */
export const feedbackModal = (metadata: z.infer<typeof FeedbackMetadata>): ModalView => ({
  type: 'modal',
  callback_id: FEEDBACK_FORM.callbackId,
  private_metadata: JSON.stringify(metadata),
  title: plain('What was wrong?'),
  submit: plain('Send'),
  close: plain('Cancel'),
  blocks: [
    {
      type: 'input',
      block_id: FEEDBACK_FORM.choice.blockId,
      label: plain('Choose what fits best'),
      element: {
        type: 'radio_buttons',
        action_id: FEEDBACK_FORM.choice.actionId,
        options: FeedbackChoice.options.map((value) => ({ text: plain(LABELS[value]), value })),
      },
    },
    {
      type: 'input',
      block_id: FEEDBACK_FORM.comment.blockId,
      optional: true,
      label: plain('What should it have said?'),
      hint: plain('Leave out anything about a particular child, family or case.'),
      element: {
        type: 'plain_text_input',
        action_id: FEEDBACK_FORM.comment.actionId,
        multiline: true,
        max_length: MOST_CHARACTERS,
      },
    },
    section(
      'Kept: your choice and what you write here, which council, theme and time the question was read as, which passages were quoted where one is wrong, your workspace and the day. Not kept: your question, your name.',
    ),
  ],
});

/** What an error report says where nothing was written. */
export const choiceLabel = (choice: FeedbackChoice): string => LABELS[choice];

/** The form after it was sent; an error in the record has a `reference`. */
export const feedbackThanks = (reference: string | null): ModalView => ({
  type: 'modal',
  title: plain('Thank you'),
  close: plain('Close'),
  blocks: [
    section(
      reference
        ? `Whoever keeps the record finds what you wrote under the reference ${reference}.`
        : 'Whoever keeps the record can read what you sent.',
    ),
  ],
});

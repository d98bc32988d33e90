import type { ModalView } from '@slack/types';
import { plain, section } from './elements.js';

export const REPORT = { callbackId: 'error-report', blockId: 'what', actionId: 'text' } as const;
/** What a form says at a field that tells of a particular child. */
export const NO_PARTICULAR_CASE =
  'This looks like it is about a particular child, family or case. Please take those details out; nothing has been kept.';
const MOST_CHARACTERS = 1_000;

/** The form behind "Something wrong?"; `passages` are the keys of what the reader saw. */
export const reportModal = (passages: string[]): ModalView => ({
  type: 'modal',
  callback_id: REPORT.callbackId,
  private_metadata: JSON.stringify(passages),
  title: plain('Something wrong?'),
  submit: plain('Send'),
  close: plain('Cancel'),
  blocks: [
    {
      type: 'input',
      block_id: REPORT.blockId,
      label: plain('What is wrong with this answer?'),
      hint: plain('Leave out anything about a particular child, family or case.'),
      element: {
        type: 'plain_text_input',
        action_id: REPORT.actionId,
        multiline: true,
        max_length: MOST_CHARACTERS,
      },
    },
    section(
      'Kept: what you write here, which passages the answer quoted, your workspace and the time. Not kept: your question, your name.',
    ),
  ],
});

/** The form after it was sent. */
export const reportThanks = (reference: string): ModalView => ({
  type: 'modal',
  title: plain('Thank you'),
  close: plain('Close'),
  blocks: [section(`Your report is kept under the reference ${reference}.`)],
});

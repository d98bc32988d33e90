import type { KnownBlock } from '@slack/types';
import { isDirectMessage } from '../api/channels.js';
import { plain } from './elements.js';

type InputBlock = Extract<KnownBlock, { type: 'input' }>;

/** The box of a form that has it come to whoever fills it in, also its `block_id`. */
export const TO_ME = 'to_me';

/**
 * Where a digest or an alert comes: a channel, at first the one in which the form was `asked` for,
 * or to whoever fills it in alone. A form from their direct message has that chosen already.
 */
export function whereInputs(asked: string, label: string): InputBlock[] {
  const isOwn = isDirectMessage(asked);
  const channel: InputBlock = {
    type: 'input',
    block_id: 'channel',
    label: plain(label),
    element: {
      type: 'conversations_select',
      action_id: 'channel',
      initial_conversation: asked,
      filter: {
        include: isOwn ? ['im', 'public', 'private'] : ['public', 'private'],
        exclude_external_shared_channels: true,
      },
    },
  };
  return isOwn ? [channel] : [channel, toMeInput];
}

const toMeInput: InputBlock = {
  type: 'input',
  block_id: TO_ME,
  optional: true,
  label: plain('Or to you alone'),
  element: {
    type: 'checkboxes',
    action_id: TO_ME,
    options: [
      {
        text: plain('To me, by direct message'),
        description: plain('Nothing is posted in the channel, which is not told.'),
        value: TO_ME,
      },
    ],
  },
};

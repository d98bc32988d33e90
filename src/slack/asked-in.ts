import type { ConversationPlace } from '../store/conversations.js';
import { isDirectMessage } from './api/channels.js';
import type { Asked } from './inbox/asked.js';

/**
 * Where something was asked: in which channel, and the conversation that it goes on with; of a
 * direct message, which channel its writer has open. `isWhole`: a button asks it, and leaves
 * nothing out.
 */
export type AskedIn = {
  team: string;
  channel: string | null;
  openChannel: string | null;
  conversation: ConversationPlace | null;
  isWhole: boolean;
};

/**
 * Where something was asked. A slash command stands alone; what a click in a thread asks
 * can be gone on with there.
 */
export function askedIn(team: string, { surface, channel, threadTs, openChannel }: Asked): AskedIn {
  const isAlone = surface === 'command' || surface === 'step' || surface === 'other';
  const hasPlace = threadTs !== undefined || surface === 'direct message';
  const conversation =
    channel === undefined || isAlone || !hasPlace
      ? null
      : { team, channel, ...(threadTs === undefined ? {} : { threadTs }) };
  const isChannel = channel !== undefined && !isDirectMessage(channel);
  return {
    team,
    channel: isChannel ? channel : null,
    openChannel: openChannel ?? null,
    conversation,
    isWhole: surface === 'choice',
  };
}

import { type Answer, answerInConversation } from '../answer/index.js';
import type { ConversationPlace } from '../store/conversations.js';
import { describeError } from './failure.js';
import type { Asked } from './inbox/asked.js';
import type { Services } from './services.js';

/**
 * The conversation that a message belongs to, or `null`: a slash command and what it answers stand
 * alone. A click in a thread goes on with what was asked in it.
 */
export function conversationOf(
  team: string,
  { surface, channel, threadTs }: Asked,
): ConversationPlace | null {
  if (channel === undefined || surface === 'command' || surface === 'other') return null;
  return threadTs === undefined && surface !== 'direct message'
    ? null
    : { team, channel, ...(threadTs === undefined ? {} : { threadTs }) };
}

/**
 * The answer to a text with what its conversation is about, which then goes on from it; `null`
 * where the asker had it forgotten. Where nothing can be read or kept, the text is answered by
 * itself.
 */
export async function answerHere(
  { answers, store, logger }: Services,
  text: string,
  place: ConversationPlace | null,
): Promise<Answer | null> {
  const { conversations } = store;
  const failed = (error: unknown) => {
    logger.warn({ error: describeError(error) }, 'a conversation could not be kept');
    return null;
  };
  const remembered = place ? await conversations.get(place).catch(failed) : null;
  const reply = answerInConversation(text, answers(), {
    remembered,
    isThread: place?.threadTs !== undefined,
  });
  if (place && reply.forget) await conversations.forget(place);
  if (place && reply.remembered) await conversations.set(place, reply.remembered).catch(failed);
  return reply.answer;
}

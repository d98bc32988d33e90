import type { Answer } from '../answer/index.js';
import type { Remembered } from '../domain/remembered.js';
import type { AskedIn } from './asked-in.js';
import { withUseOffered } from './channel-council.js';
import { describeError } from './failure.js';
import type { Services } from './services.js';

/**
 * The answer to a text with what its conversation is about, which then goes on from it, or else the
 * council that its channel asks about; `null` where the asker had it forgotten. Where nothing can
 * be read or kept, the text is answered by itself.
 */
export async function answerHere(
  services: Services,
  text: string,
  place: AskedIn,
): Promise<Answer | null> {
  const { answers, answerMessage, store, logger } = services;
  const { conversation } = place;
  const orNull = (error: unknown): null => {
    logger.warn({ error: describeError(error) }, 'a conversation could not be kept');
    return null;
  };
  const own = conversation ? await store.conversations.get(conversation).catch(orNull) : null;
  const council = own === null ? await councilOfChannel(services, place).catch(orNull) : null;
  const reply = answerMessage(text, answers(), {
    remembered: own ?? council,
    from: own ? (conversation?.threadTs ? 'thread' : 'direct message') : 'channel',
  });
  if (conversation && reply.forget) await store.conversations.forget(conversation);
  if (conversation && reply.remembered)
    await store.conversations.set(conversation, reply.remembered).catch(orNull);
  if (!reply.answer || council) return reply.answer;
  return withUseOffered(services, reply.answer, place).catch(() => reply.answer);
}

/** The council that a channel asks about, as if it had been asked about before. */
async function councilOfChannel(
  { store, answers }: Services,
  { team, channel }: AskedIn,
): Promise<Remembered | null> {
  const urn = channel && (await store.channelCouncils.get(team, channel))?.urn;
  const council = answers().covered.find((each) => each.urn === urn);
  return (
    (council && {
      parts: [{ slot: 'councils', said: council.name }],
      ...{ hasOtherWords: false, isInPart: false, quoted: [], newest: null },
    }) ??
    null
  );
}

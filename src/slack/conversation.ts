import type { Answer, AnswerContext, Ground } from '../answer/index.js';
import { says } from '../question/index.js';
import type { AskedIn } from './asked-in.js';
import { goneFrom, withUseOffered } from './channel-council.js';
import { describeError } from './failure.js';
import type { Services } from './services.js';
import { channelCouncilGoneNote } from './views/use.js';

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
  const { conversation, isWhole } = place;
  const orNull = (error: unknown): null => {
    logger.warn({ error: describeError(error) }, 'a conversation could not be kept');
    return null;
  };
  const own = conversation ? await store.conversations.get(conversation).catch(orNull) : null;
  const { ground, gone } = await groundOf(services, place).catch((error: unknown) => {
    orNull(error);
    return { ground: null, gone: null };
  });
  const isThread = conversation?.threadTs !== undefined;
  const reply = answerMessage(text, answers(), {
    remembered: own,
    from: !conversation ? 'channel' : isThread ? 'thread' : 'direct message',
    ground,
    isWhole,
  });
  if (conversation && reply.forget) await store.conversations.forget(conversation);
  if (conversation && reply.remembered)
    await store.conversations.set(conversation, reply.remembered).catch(orNull);
  if (!reply.answer || ground?.is === 'here') return reply.answer;
  if (gone && !own && !namesCouncil(text, answers()))
    return { ...reply.answer, notes: [channelCouncilGoneNote(gone), ...reply.answer.notes] };
  return withUseOffered(services, reply.answer, place).catch(() => reply.answer);
}

const namesCouncil = (text: string, { reader, today }: AnswerContext): boolean =>
  says(reader.read(text, today()), 'council', 'former_council');

/** Remembers that a channel was told how to ask on. */
export const hinted = async (
  { store, logger }: Services,
  { team, channel }: AskedIn,
): Promise<void> => {
  if (!channel) return;
  await store.conversations
    .setHinted({ team, channel })
    .catch((error) => logger.warn({ error: describeError(error) }, 'a hint was not noted'));
};

/**
 * The council of the channel something is asked in or, in a direct message, of an open one; where
 * the channel's own is gone, a sentence on that.
 */
async function groundOf(
  { store, answers }: Services,
  { team, channel, openChannel }: AskedIn,
): Promise<{ ground: Ground | null; gone: string | null }> {
  const of = channel ?? openChannel;
  const chosen = of ? await store.channelCouncils.get(team, of) : null;
  const council = answers().covered.find((each) => each.urn === chosen?.urn);
  return {
    ground: council ? { council: council.name, is: channel ? 'here' : 'open' } : null,
    gone: channel ? goneFrom(chosen, answers()) : null,
  };
}

/**
 * Whether a reply to a mention is to say how to ask on: where the workspace does not let the bot
 * see what is said without a mention, once a channel and week.
 */
export async function mustSayHowToAskOn(
  { store, grantedScopes, logger }: Services,
  { team, channel }: AskedIn,
): Promise<boolean> {
  if (!channel) return false;
  try {
    if (await store.conversations.isHinted({ team, channel })) return false;
    const scopes = await grantedScopes(team);
    return scopes !== null && !scopes.has('channels:history');
  } catch (error) {
    logger.warn({ error: describeError(error) }, 'what Slack lets the bot see is not known');
    return false;
  }
}

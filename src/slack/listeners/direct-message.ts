import { readPersonsMessage } from '../events.js';
import { describeError } from '../failure.js';
import { messageId } from '../inbox/asked.js';
import { takeQuestion } from '../inbox/take-question.js';
import type { Listeners } from '../listener-table.js';
import { readMessageText } from '../message-text.js';
import { workspaceOf } from '../payloads.js';
import type { Services } from '../services.js';

/**
 * A direct message: an answer beside it, in the thread if it was written in one. What is said in
 * channels is nobody's question.
 */
export function registerDirectMessage(listeners: Listeners): void {
  listeners.event('message', async ({ event, context }, services) => {
    const message = readPersonsMessage(event);
    if (!message?.isDirect) return;
    const { channel, user, text, ts, threadTs } = message;
    const team = workspaceOf(context);
    const { openChannel = await openChannelOf(services, team, user) } = message;
    const asked = {
      ...{ surface: 'direct message' as const, channel, user, threadTs },
      ...(openChannel && { openChannel }),
    };
    await takeQuestion(services, {
      team,
      id: messageId(channel, ts),
      asked: { ...asked, text: readMessageText(text) },
    });
  });
}

/** The channel that somebody opened last, as far as it is known. */
const openChannelOf = (
  { store, logger }: Services,
  team: string,
  user: string,
): Promise<string | null> =>
  store.openChannels.get(team, user).catch((error: unknown) => {
    logger.warn({ error: describeError(error) }, 'which channel is open could not be read');
    return null;
  });

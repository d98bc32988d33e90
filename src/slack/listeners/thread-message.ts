import { followsPlainly, readsLikeAQuestionHere } from '../../answer/index.js';
import { attempt } from '../answering.js';
import { deliver, ephemeralRoute } from '../api/delivery.js';
import { readPersonsMessage } from '../events.js';
import { describeError } from '../failure.js';
import { messageId } from '../inbox/asked.js';
import { takeQuestion } from '../inbox/take-question.js';
import type { Listeners } from '../listener-table.js';
import { readMessageText } from '../message-text.js';
import { workspaceOf } from '../payloads.js';
import type { Services } from '../services.js';
import { mentionHintView } from '../views/notices.js';

/** Whoever is mentioned is spoken to: the bot by `app_mention`, anybody else among people. */
const MENTION = /<[@!]/;

/**
 * A message without a mention in a channel's thread, which Slack tells of only where the workspace
 * granted an optional scope. It is answered where the bot was asked in that thread and the message
 * plainly goes on with the last answer. A whole question about inspections gets one hint a thread,
 * that its writer alone sees. All else is between people: nothing of it is kept.
 */
export function registerThreadMessage(listeners: Listeners): void {
  listeners.event('message', async ({ event, context }, services) => {
    const { store, answers, isLoaded, logger } = services;
    const message = readPersonsMessage(event);
    if (!message || message.isDirect || !message.threadTs || MENTION.test(message.text)) return;
    const { channel, user, ts, threadTs } = message;
    if (threadTs === ts || !isLoaded()) return;
    const team = workspaceOf(context);
    const place = { team, channel, threadTs };
    const remembered = await store.conversations.get(place).catch((error: unknown) => {
      logger.warn({ error: describeError(error) }, 'a conversation could not be read');
      return null;
    });
    if (!remembered) return;
    const text = readMessageText(message.text);
    if (followsPlainly(text, answers(), remembered)) {
      const asked = { surface: 'follow-up' as const, channel, user, threadTs, text };
      await takeQuestion(services, { team, id: messageId(channel, ts), asked });
    } else if (readsLikeAQuestionHere(text, answers())) {
      await hint(services, place, user);
    }
  });
}

/** Tells the writer of a message, once a thread, that the bot waits to be mentioned. */
async function hint(
  services: Services,
  place: { team: string; channel: string; threadTs: string },
  user: string,
): Promise<void> {
  const { store, clientOf, inTurn, logger } = services;
  const { team, channel, threadTs } = place;
  if (await store.conversations.isHinted(place).catch(() => true)) return;
  const route = ephemeralRoute(clientOf(team), inTurn, { channel, user, threadTs });
  await services.take(
    {
      team,
      id: `hint/${channel}/${threadTs}`,
      asked: { surface: 'other', user, channel, threadTs, text: '' },
    },
    async () => undefined,
    (marks) =>
      attempt(services, { routes: [route], surface: 'hint', marks }, async () => {
        await deliver(mentionHintView(), [route], logger, marks);
        await store.conversations.setHinted(place);
      }),
  );
}

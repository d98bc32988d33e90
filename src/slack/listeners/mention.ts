import type { App } from '@slack/bolt';
import { giveAnswer } from '../answering.js';
import { channelRoute, ephemeralRoute } from '../api/delivery.js';
import { readMessageText } from '../message-text.js';
import { readPersonsMessage } from '../payloads.js';
import type { Services } from '../services.js';

/**
 * A mention in a channel: an answer in its thread. A mention in a direct message comes as a message
 * too and is answered there.
 */
export function registerMention(app: App, services: Services): void {
  const { inTurn, once } = services;
  app.event('app_mention', async ({ event, body, client }) => {
    const message = readPersonsMessage(event);
    if (!message || message.isDirect) return;
    const { channel, user, text, ts } = message;
    const threadTs = message.threadTs ?? ts;
    await once(body.team_id, body.event_id, () =>
      giveAnswer(services, {
        surface: 'mention',
        text: readMessageText(text),
        share: false,
        routes: [
          channelRoute(client, inTurn, channel, threadTs),
          ephemeralRoute(client, inTurn, { channel, user, threadTs }),
          channelRoute(client, inTurn, user),
        ],
      }),
    );
  });
}

import type { App } from '@slack/bolt';
import { giveAnswer } from '../answering.js';
import { channelRoute } from '../api/delivery.js';
import { readMessageText } from '../message-text.js';
import { readPersonsMessage } from '../payloads.js';
import type { Services } from '../services.js';

/**
 * A direct message: an answer beside it, in the thread if it was written in one. What is said in
 * channels is nobody's question.
 */
export function registerDirectMessage(app: App, services: Services): void {
  const { inTurn, once } = services;
  app.event('message', async ({ event, body, client }) => {
    const message = readPersonsMessage(event);
    if (!message?.isDirect) return;
    const { channel, user, text, threadTs } = message;
    await once(body.team_id, body.event_id, () =>
      giveAnswer(services, {
        surface: 'direct message',
        text: readMessageText(text),
        share: false,
        routes: [
          channelRoute(client, inTurn, channel, threadTs),
          channelRoute(client, inTurn, user),
        ],
      }),
    );
  });
}

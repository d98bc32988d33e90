import type { App } from '@slack/bolt';
import { messageId } from '../inbox/asked.js';
import { takeQuestion } from '../inbox/take-question.js';
import { readMessageText } from '../message-text.js';
import { readPersonsMessage, workspaceOf } from '../payloads.js';
import type { Services } from '../services.js';

/**
 * A mention in a channel: an answer in its thread. A mention in a direct message comes as a message
 * too and is answered there.
 */
export function registerMention(app: App, services: Services): void {
  app.event('app_mention', async ({ event, context }) => {
    const message = readPersonsMessage(event);
    if (!message || message.isDirect) return;
    const { channel, user, text, ts, threadTs = ts } = message;
    const asked = { surface: 'mention' as const, channel, user, threadTs };
    await takeQuestion(services, {
      team: workspaceOf(context),
      id: messageId(channel, ts),
      asked: { ...asked, text: readMessageText(text) },
    });
  });
}

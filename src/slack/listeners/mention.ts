import { readPersonsMessage } from '../events.js';
import { messageId } from '../inbox/asked.js';
import { takeQuestion } from '../inbox/take-question.js';
import type { Listeners } from '../listener-table.js';
import { readMessageText } from '../message-text.js';
import { workspaceOf } from '../payloads.js';

/**
 * Slack tells of a mention again when its message is edited, whether or not the mention is new. One
 * message is answered once, which is remembered for two days; an edit of an older one says nothing.
 */
const EDITED_WITHIN_MS = 24 * 3_600_000;

/**
 * A mention in a channel: an answer in its thread. One that is edited in is answered as if it had
 * been there from the first. A mention in a direct message comes as a message too and is answered
 * there.
 */
export function registerMention(listeners: Listeners): void {
  listeners.event('app_mention', async ({ event, context }, services) => {
    const editedSince = services.now() - EDITED_WITHIN_MS;
    const message = readPersonsMessage(event, { editedSince });
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

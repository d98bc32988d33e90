import { claimedInReply } from '../claimed-in-reply.js';
import { triggerId } from '../inbox/asked.js';
import { takeQuestion } from '../inbox/take-question.js';
import type { Listeners } from '../listener-table.js';
import { readMessageText } from '../message-text.js';
import { isOfSomebody } from '../particular-case.js';
import { MessageShortcut, workspaceOf } from '../payloads.js';
import { CHECK_SHORTCUT } from '../surfaces.js';

/** More of a message is not looked at; the answer says where it read no further. */
const LONGEST = 4_000;

/**
 * "Check against Ofsted" in the menu of a message: what the record has of its claims, for whoever
 * asked alone, with a button to share it.
 */
export function registerCheckClaims(listeners: Listeners): void {
  const { callbackId } = CHECK_SHORTCUT;
  listeners.shortcut(callbackId, async ({ ack, shortcut, context }, services) => {
    const message = MessageShortcut.parse(shortcut);
    const { user, channel, threadTs, responseUrl, trigger } = message;
    const text = readMessageText(message.text);
    const isOwn = message.writer !== undefined && message.writer === context.botUserId;
    const claimed = (isOwn ? claimedInReply(text) : text).slice(0, LONGEST);
    const asked = {
      ...{ surface: 'choice' as const, user, channel, threadTs, responseUrl },
      // Of a message about a particular child nothing is checked, wherever in it that is said.
      text: `check: ${isOfSomebody(services, text) ? text : claimed}`,
    };
    const team = workspaceOf(context);
    await takeQuestion(services, { team, id: triggerId(trigger), asked }, ack);
  });
}

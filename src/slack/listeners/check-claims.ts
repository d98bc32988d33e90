import type { App } from '@slack/bolt';
import { triggerId } from '../inbox/asked.js';
import { takeQuestion } from '../inbox/take-question.js';
import { readMessageText } from '../message-text.js';
import { MessageShortcut, workspaceOf } from '../payloads.js';
import type { Services } from '../services.js';
import { CHECK_SHORTCUT } from '../surfaces.js';

/** So much of a message is checked, so that a button can carry it; the answer quotes what was. */
const LONGEST = 1_800;

/**
 * "Check against Ofsted" in the menu of a message: what the record has of its claims, for whoever
 * asked alone, with a button to share it.
 */
export function registerCheckClaims(app: App, services: Services): void {
  const { callbackId } = CHECK_SHORTCUT;
  app.shortcut(
    { type: 'message_action', callback_id: callbackId },
    async ({ ack, shortcut, context }) => {
      const { user, channel, text, threadTs, responseUrl, trigger } =
        MessageShortcut.parse(shortcut);
      const asked = {
        ...{ surface: 'choice' as const, user, channel, threadTs, responseUrl },
        text: `check: ${readMessageText(text).slice(0, LONGEST)}`,
      };
      const team = workspaceOf(context);
      await takeQuestion(services, { team, id: triggerId(trigger), asked }, ack);
    },
  );
}

import { mentionsParticularCase } from '../../answer/index.js';
import { answerRoutes, triggerId } from '../inbox/asked.js';
import type { Work } from '../inbox/inbox.js';
import { takeQuestion } from '../inbox/take-question.js';
import type { Listeners } from '../listener-table.js';
import { readMessageText } from '../message-text.js';
import { SlashCommand, workspaceOf } from '../payloads.js';
import { SLASH_COMMAND } from '../surfaces.js';
import { alertCommand } from './alerts/alerting.js';
import { openAlertForm } from './alerts/form-listener.js';
import { answerDigest, openDigestForm } from './digest/answering.js';
import { runDigestCommand } from './digest/commands.js';
import { digestRequested } from './digest/request.js';

/**
 * `/ofsted …`: an answer that the asker alone sees, with a button to share it. It works where the
 * bot is no member. `/ofsted digest …` sets up digests;
 * `/ofsted alert` opens the form for an alert.
 */
export function registerCommand(listeners: Listeners): void {
  listeners.command(SLASH_COMMAND.name, async ({ ack, command, client, context }, services) => {
    const read = SlashCommand.parse(command);
    const { channel_id: channel, user_id: user, user_name: userName, responseUrl } = read;
    const text = readMessageText(read.text);
    const team = workspaceOf(context);
    const id = triggerId(read.trigger_id);
    const digest = mentionsParticularCase(text) ? null : digestRequested(text);
    if (digest === null && alertCommand(text) !== '') {
      const asked = { surface: 'command' as const, user, channel, responseUrl, text };
      return takeQuestion(services, { team, id, asked }, ack);
    }
    const asked = { surface: 'other' as const, user, channel, responseUrl, text: '' };
    const routes = answerRoutes(services, client, { ...asked, surface: 'command' });
    const member = { team, channel, user, userName };
    const isUrgent = digest === '' || digest === null;
    const work: Work = (marks) => {
      const interaction = { services, client, member, routes, marks, home: null };
      if (digest === null) return openAlertForm(interaction, read.trigger_id, null);
      return isUrgent
        ? openDigestForm(interaction, read.trigger_id)
        : answerDigest(interaction, (request) => runDigestCommand(digest, request));
    };
    return services.take({ team, id, asked }, ack, work, { isUrgent });
  });
}

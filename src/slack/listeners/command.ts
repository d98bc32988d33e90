import type { App } from '@slack/bolt';
import { mentionsParticularCase } from '../../answer/index.js';
import { giveAnswer } from '../answering.js';
import { isDirectMessage } from '../api/channels.js';
import { channelRoute, ephemeralRoute, responseRoute } from '../api/delivery.js';
import { readMessageText } from '../message-text.js';
import { SlashCommand, workspaceOf } from '../payloads.js';
import type { Services } from '../services.js';
import { SLASH_COMMAND } from '../surfaces.js';
import { answerDigest, openDigestForm } from './digest/answering.js';
import { runDigestCommand } from './digest/commands.js';
import { digestRequested } from './digest/request.js';

/**
 * `/ofsted …`: an answer that the asker alone sees, with a button to share it. It works where the
 * bot is no member. `/ofsted digest …` sets up digests.
 */
export function registerCommand(app: App, services: Services): void {
  const { inTurn } = services;
  app.command(SLASH_COMMAND.name, async ({ ack, command, client, context }) => {
    await ack();
    const read = SlashCommand.parse(command);
    const { channel_id: channel, user_id: user, user_name: userName, respond } = read;
    const text = readMessageText(read.text);
    const routes = [
      responseRoute(respond, services, { response_type: 'ephemeral' }),
      ephemeralRoute(client, inTurn, { channel, user }),
      channelRoute(client, inTurn, user),
    ];
    const digest = mentionsParticularCase(text) ? null : digestRequested(text);
    if (digest === null)
      await giveAnswer(services, {
        surface: 'command',
        text,
        share: !isDirectMessage(channel),
        routes,
      });
    else {
      const member = { team: workspaceOf(context), channel, user, userName };
      const interaction = { services, client, member, routes };
      if (digest === '') await openDigestForm(interaction, read.trigger_id);
      else await answerDigest(interaction, (request) => runDigestCommand(digest, request));
    }
  });
}

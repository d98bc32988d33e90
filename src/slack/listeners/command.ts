import type { App } from '@slack/bolt';
import { giveAnswer } from '../answering.js';
import { posting, responding, whispering } from '../delivery.js';
import { readMessageText } from '../message-text.js';
import { isDirectMessage, SlashCommand } from '../payloads.js';
import type { Services } from '../services.js';
import { SLASH_COMMAND } from '../surfaces.js';

/** `/ofsted …`: an answer that the asker alone sees, with a button to share it; works where the bot is no member. */
export function registerCommand(app: App, services: Services): void {
  const { inTurn, sleep } = services;
  app.command(SLASH_COMMAND.name, async ({ ack, command, client }) => {
    await ack();
    const { channel_id: channel, user_id: user, text, respond } = SlashCommand.parse(command);
    await giveAnswer(services, {
      door: 'command',
      text: readMessageText(text),
      share: !isDirectMessage(channel),
      routes: [
        responding(respond, sleep, { response_type: 'ephemeral' }),
        whispering(client, inTurn, { channel, user }),
        posting(client, inTurn, user),
      ],
    });
  });
}

import type { App } from '@slack/bolt';
import { giveAnswer } from '../answering.js';
import { isDirectMessage } from '../api/channels.js';
import { BlockAction } from '../payloads.js';
import type { Services } from '../services.js';
import { routesToUser } from '../user-routes.js';
import { ACTION } from '../views/buttons.js';

/**
 * A button that carries a question: asks it in the name of whoever clicked it, and answers them.
 */
export function registerAskChoice(app: App, services: Services): void {
  app.action(ACTION.ask, async ({ ack, body, client }) => {
    await ack();
    const action = BlockAction.parse(body);
    await giveAnswer(services, {
      surface: 'choice',
      text: action.value,
      share: action.channel !== undefined && !isDirectMessage(action.channel),
      routes: routesToUser(services, client, action),
    });
  });
}

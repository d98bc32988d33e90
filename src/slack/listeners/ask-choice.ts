import type { App } from '@slack/bolt';
import { giveAnswer } from '../answering.js';
import { isDirectMessage, Press } from '../payloads.js';
import { routesToPresser } from '../press.js';
import type { Services } from '../services.js';
import { ACTION } from '../views/buttons.js';

/** A button that carries a question: asks it in the name of whoever pressed it, and answers them. */
export function registerAskChoice(app: App, services: Services): void {
  app.action(ACTION.ask, async ({ ack, body, client }) => {
    await ack();
    const press = Press.parse(body);
    await giveAnswer(services, {
      door: 'choice',
      text: press.value,
      share: press.channel !== undefined && !isDirectMessage(press.channel),
      routes: routesToPresser(services, client, press),
    });
  });
}

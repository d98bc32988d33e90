import type { App } from '@slack/bolt';
import { clicked, takeQuestion } from '../inbox/take-question.js';
import { BlockAction, workspaceOf } from '../payloads.js';
import type { Services } from '../services.js';
import { ACTION } from '../views/buttons.js';

/**
 * A button that carries a question: asks it in the name of whoever clicked it, and answers them.
 */
export function registerAskChoice(app: App, services: Services): void {
  app.action(ACTION.ask, async ({ ack, body, context }) => {
    const action = BlockAction.parse(body);
    await takeQuestion(services, clicked(workspaceOf(context), action, action.value), ack);
  });
}

import { councilOptions } from '../council-options.js';
import { clicked, takeQuestion } from '../inbox/take-question.js';
import type { Listeners } from '../listener-table.js';
import { BlockAction, workspaceOf } from '../payloads.js';
import { ACTION } from '../views/buttons.js';
import { ASK_OF_COUNCIL, questionOf } from '../views/council-select.js';

/**
 * A button that carries a question, or a council chosen to ask it of: asks it in the name of
 * whoever clicked or chose, and answers them.
 */
export function registerAskChoice(listeners: Listeners): void {
  listeners.action(ACTION.ask, async ({ ack, body, context }, services) => {
    const action = BlockAction.parse(body);
    await takeQuestion(services, clicked(workspaceOf(context), action, action.value), ack);
  });

  listeners.options(ASK_OF_COUNCIL, async ({ ack, options }, services) => {
    await ack({ options: councilOptions(options.value, services.answers()) });
  });

  listeners.action(ASK_OF_COUNCIL, async ({ ack, body, context }, services) => {
    const action = BlockAction.parse(body);
    const chosen = services.answers().covered.find(({ urn }) => urn === action.selected);
    const question = `${chosen?.name ?? ''} ${questionOf(action.blockId)}`.trim();
    await takeQuestion(services, clicked(workspaceOf(context), action, question), ack);
  });
}

import { councilOptions } from '../council-options.js';
import { goneFromRegister, goneUnderButton } from '../gone-council.js';
import { clicked, takeQuestion } from '../inbox/take-question.js';
import type { Listeners } from '../listener-table.js';
import { BlockAction, workspaceOf } from '../payloads.js';
import { tellGone } from '../tell-gone.js';
import { ACTION } from '../views/buttons.js';
import { ASK_OF_COUNCIL, questionOf } from '../views/council-select.js';

/**
 * A button that carries a question, or a council chosen to ask it of: asks it in the name of
 * whoever clicked or chose, and answers them. Where the council left the register since, they are
 * told so.
 */
export function registerAskChoice(listeners: Listeners): void {
  listeners.action(ACTION.ask, async ({ ack, body, client, context }, services) => {
    const action = BlockAction.parse(body);
    const team = workspaceOf(context);
    const gone = goneUnderButton(action, services, action.value);
    if (gone) return tellGone(services, client, { team, action, ack }, gone);
    await takeQuestion(services, clicked(team, action, action.value), ack);
  });

  listeners.options(ASK_OF_COUNCIL, async ({ ack, options }, services) => {
    await ack({ options: councilOptions(options.value, services.answers()) });
  });

  listeners.action(ASK_OF_COUNCIL, async ({ ack, body, client, context }, services) => {
    const action = BlockAction.parse(body);
    const team = workspaceOf(context);
    const { selected, selectedName } = action;
    const gone = selected && goneFromRegister(selected, selectedName, services);
    if (gone) return tellGone(services, client, { team, action, ack }, gone);
    const chosen = services.answers().covered.find(({ urn }) => urn === selected);
    const question = `${chosen?.name ?? ''} ${questionOf(action.blockId)}`.trim();
    await takeQuestion(services, clicked(team, action, question), ack);
  });
}

import { fillHome } from '../../home.js';
import { clicked } from '../../inbox/take-question.js';
import type { Listeners } from '../../listener-table.js';
import { BlockAction, workspaceOf } from '../../payloads.js';
import { routesToUser } from '../../user-routes.js';
import type { DigestInteraction } from './answering.js';

/**
 * How a press is answered. `isUrgent`: it opens a form, for which Slack waits three seconds.
 * `channelOf`: which channel it is about; by default the one that it was pressed in or, where there
 * is none, the person's own.
 */
export type ButtonOptions = { isUrgent?: boolean; channelOf?: (action: BlockAction) => string };

/**
 * Does `work` for whoever presses a button about a digest or an alert, each press once. A Home tab
 * that it was pressed on is filled anew; where a form was opened over it, once that is saved.
 */
export function onButton(
  listeners: Listeners,
  actionId: string,
  work: (interaction: DigestInteraction, action: BlockAction) => Promise<boolean>,
  {
    isUrgent = false,
    channelOf = ({ channel, user }: BlockAction) => channel ?? user,
  }: ButtonOptions = {},
): void {
  listeners.action(actionId, async ({ ack, body, client, context }, services) => {
    const action = BlockAction.parse(body);
    const { user, userName, home } = action;
    const team = workspaceOf(context);
    const member = { team, channel: channelOf(action), user, userName };
    const routes = routesToUser(services, client, action);
    await services.take(
      clicked(team, action, null),
      ack,
      async (marks) => {
        const done = await work({ services, client, member, routes, marks, home }, action);
        if (home && !isUrgent) await fillHome(services, client, { team, user, ...home });
        return done;
      },
      { isUrgent },
    );
  });
}

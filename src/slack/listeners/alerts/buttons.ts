import type { App } from '@slack/bolt';
import { directChannelOf } from '../../direct-channel.js';
import { fillHome } from '../../home.js';
import { clicked } from '../../inbox/take-question.js';
import { BlockAction, workspaceOf } from '../../payloads.js';
import type { Services } from '../../services.js';
import { routesToUser } from '../../user-routes.js';
import { ALERT_ACTION } from '../../views/alert.js';
import { answerDigest, type DigestInteraction } from '../digest/answering.js';
import { doAlert } from './alerting.js';
import { openAlertForm } from './form-listener.js';

/** The buttons under what is said about an alert, and beside it on the Home tab. */
export function registerAlertButtons(app: App, services: Services): void {
  const on = (
    actionId: string,
    isUrgent: boolean,
    work: (interaction: DigestInteraction, action: BlockAction) => Promise<boolean>,
  ) =>
    app.action(actionId, async ({ ack, body, client, context }) => {
      const action = BlockAction.parse(body);
      const { user, userName, channel = user, home } = action;
      const team = workspaceOf(context);
      const member = { team, channel, user, userName };
      const routes = routesToUser(services, client, action);
      await services.take(
        clicked(team, action, null),
        ack,
        async (marks) => {
          const done = await work({ services, client, member, routes, marks }, action);
          if (home && !isUrgent) await fillHome(services, client, { team, user, ...home });
          return done;
        },
        { isUrgent },
      );
    });

  const changes = [
    [ALERT_ACTION.pause, 'paused'],
    [ALERT_ACTION.resume, 'resumed'],
    [ALERT_ACTION.stop, 'stopped'],
  ] as const;
  for (const [actionId, change] of changes)
    on(actionId, false, (interaction, { value }) =>
      answerDigest(interaction, ({ client, member }) =>
        doAlert(services, client, member, value, change),
      ),
    );
  on(ALERT_ACTION.change, true, (interaction, { triggerId = '', value }) =>
    openAlertForm(interaction, triggerId, value),
  );
  on(ALERT_ACTION.create, true, async (interaction, { triggerId = '', value }) => {
    const { client, member } = interaction;
    const asked = { ...member, channel: value || member.channel };
    const channel = await directChannelOf(services, client, asked);
    return openAlertForm({ ...interaction, member: { ...member, channel } }, triggerId, null);
  });
}

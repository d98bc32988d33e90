import { directChannelOf } from '../../direct-channel.js';
import type { Listeners } from '../../listener-table.js';
import type { BlockAction } from '../../payloads.js';
import { ALERT_ACTION } from '../../views/alert.js';
import { answerDigest, type DigestInteraction } from '../digest/answering.js';
import { onButton } from '../digest/on-button.js';
import { doAlert } from './alerting.js';
import { openAlertForm } from './form-listener.js';

/** The buttons under what is said about an alert, and beside it on the Home tab. */
export function registerAlertButtons(listeners: Listeners): void {
  const changes = [
    [ALERT_ACTION.pause, 'paused'],
    [ALERT_ACTION.resume, 'resumed'],
    [ALERT_ACTION.stop, 'stopped'],
  ] as const;
  for (const [actionId, change] of changes)
    onButton(listeners, actionId, (interaction, { value }) =>
      answerDigest(interaction, ({ services, client, member }) =>
        doAlert(services, client, member, value, change),
      ),
    );
  onButton(
    listeners,
    ALERT_ACTION.change,
    (interaction, { triggerId = '', value }) => openAlertForm(interaction, triggerId, value),
    { isUrgent: true },
  );
  const create = async (interaction: DigestInteraction, { triggerId = '', value }: BlockAction) => {
    const { services, client, member } = interaction;
    const asked = { ...member, channel: value || member.channel };
    const channel = await directChannelOf(services, client, asked);
    return openAlertForm({ ...interaction, member: { ...member, channel } }, triggerId, null);
  };
  onButton(listeners, ALERT_ACTION.create, create, { isUrgent: true });
}

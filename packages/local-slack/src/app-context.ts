import { sendEvents } from './events.js';
import { openedBy } from './payloads.js';
import { resolve, type Where } from './person.js';
import type { ServerContext } from './server-context.js';

/**
 * A person opens a channel while the app is beside it: the app is told what is open, and with each
 * direct message from then on. Source: Slack, "app_context_changed".
 */
export async function lookAt(context: ServerContext, where: Where): Promise<void> {
  const { workspace } = context;
  const { channel, user } = resolve(context, where);
  workspace.openChannels.set(user.id, channel.id);
  const ts = workspace.nextTs();
  await sendEvents(context, [
    {
      type: 'app_context_changed',
      user: user.id,
      channel: workspace.directMessage.id,
      context: openedBy(context, user.id),
      event_ts: ts,
    },
  ]);
}

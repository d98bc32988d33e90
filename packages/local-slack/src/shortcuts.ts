import { channelName, interactionPayload, messagePayload } from './payloads.js';
import { resolve } from './person.js';
import { Refused } from './refused.js';
import type { ServerContext } from './server-context.js';
import type { StoredMessage } from './workspace.js';

/** Chooses one of the app's shortcuts in the menu of a message that everybody sees. */
export async function chooseShortcut(
  context: ServerContext,
  message: StoredMessage,
  { callbackId, user: by }: { callbackId: string; user?: string },
): Promise<void> {
  const { workspace, shortcuts, tickets, url } = context;
  const shortcut = shortcuts.find((each) => each.callbackId === callbackId);
  if (shortcut === undefined) throw new Refused(`The app has no shortcut ${callbackId}.`);
  if (message.ephemeral) throw new Refused('A message that only you see has no shortcuts.');
  const { user, channel } = resolve(context, { channel: message.channel, user: by });
  const target = { channel: channel.id, user: user.id, messageTs: null };
  const payload = {
    ...interactionPayload(context, 'message_action', user),
    callback_id: callbackId,
    action_ts: workspace.nextTs(),
    message_ts: message.ts,
    channel: { id: channel.id, name: channelName(channel) },
    message: messagePayload(context, message),
    response_url: `${url}${tickets.issueResponse(target)}`,
  };
  const outcome = await context.deliveries.deliver({ kind: 'interactive', payload });
  if (!outcome.acked)
    workspace.notify(`“${shortcut.name}” did not reach the app (${outcome.error})`, channel.id);
}

import type { WebClient } from '@slack/web-api';
import { isDirectMessage } from './api/channels.js';
import { openDirectMessage } from './api/messages.js';
import type { Services } from './services.js';
import { comesHereView } from './views/alert.js';

/**
 * The direct message with this app of whoever asks: the one they write in, or that of what they
 * have asked for before; else a line is sent there, from which Slack says which channel it is.
 * @throws what Slack's client throws.
 */
export async function directChannelOf(
  { store, inTurn }: Services,
  client: WebClient,
  { team, user, channel }: { team: string; user: string; channel: string },
): Promise<string> {
  if (isDirectMessage(channel)) return channel;
  const own = [...(await store.alerts.list(team)), ...(await store.subscriptions.list(team))].find(
    (each) => each.owner === user && isDirectMessage(each.channel),
  );
  if (own) return own.channel;
  return inTurn(user, () => openDirectMessage(client, user, comesHereView()));
}

import type { WebClient } from '@slack/web-api';
import { posting, type Route, responding, whispering } from './delivery.js';
import { isDirectMessage, type Press } from './payloads.js';
import type { Services } from './services.js';

/** How what a button brings reaches whoever pressed it: in the direct message, else seen by them alone where they pressed it. */
export function routesToPresser(
  { inTurn, sleep }: Services,
  client: WebClient,
  { user, channel, threadTs, respond }: Press,
): Route[] {
  const direct = posting(client, inTurn, user);
  if (!channel) return [direct];
  if (isDirectMessage(channel)) return [posting(client, inTurn, channel, threadTs), direct];
  return [
    ...(respond
      ? [responding(respond, sleep, { response_type: 'ephemeral', thread_ts: threadTs })]
      : []),
    whispering(client, inTurn, { channel, user, threadTs }),
    direct,
  ];
}

import type { WebClient } from '@slack/web-api';
import { isDirectMessage } from './api/channels.js';
import {
  channelRoute,
  directRoute,
  ephemeralRoute,
  type Route,
  responseRoute,
} from './api/delivery.js';
import type { BlockAction } from './payloads.js';
import type { Services } from './services.js';

/**
 * How what a button brings reaches whoever clicked it: in the direct message, else seen by them
 * alone where they clicked it.
 */
export function routesToUser(
  services: Services,
  client: WebClient,
  { user, channel, threadTs, respond }: BlockAction,
): Route[] {
  const { inTurn } = services;
  const direct = directRoute(client, inTurn, user);
  if (!channel) return [direct];
  if (isDirectMessage(channel)) return [channelRoute(client, inTurn, channel, threadTs), direct];
  return [
    ...(respond
      ? [responseRoute(respond, services, { response_type: 'ephemeral', thread_ts: threadTs })]
      : []),
    ephemeralRoute(client, inTurn, { channel, user, threadTs }),
    direct,
  ];
}

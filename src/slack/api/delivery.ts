import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { describeError } from '../failure.js';
import type { Reply } from '../views/reply.js';
import { errorWord, isAboutBlocks } from './errors.js';
import { type MessageContent, postEphemeral, postMessage, updateMessage } from './messages.js';
import type { Outgoing } from './outgoing.js';
import { type InTurn, type Sleep, waitingOutLimits } from './pacing.js';
import type { Respond, ResponseMessage } from './response-url.js';

/** A route by which a message can reach its reader; `send` throws where it cannot. */
export type Route = {
  name: string;
  send: (message: MessageContent) => Promise<unknown>;
};

/** A message in a channel, or in a person's direct message where `channel` is a user's id. */
export const channelRoute = (
  client: WebClient,
  inTurn: InTurn,
  channel: string,
  threadTs?: string,
): Route => ({
  name: 'post',
  send: (message) => inTurn(channel, () => postMessage(client, channel, message, { threadTs })),
});

/** An ephemeral message: one member of the channel sees it. */
export const ephemeralRoute = (
  client: WebClient,
  inTurn: InTurn,
  place: { channel: string; user: string; threadTs?: string },
): Route => ({
  name: 'ephemeral',
  send: (message) => inTurn(place.channel, () => postEphemeral(client, place, message)),
});

/** A message in the place of one of the bot's own that a whole channel sees. */
export const updateRoute = (
  client: WebClient,
  inTurn: InTurn,
  place: { channel: string; ts: string },
): Route => ({
  name: 'update',
  send: (message) => inTurn(place.channel, () => updateMessage(client, place, message)),
});

/**
 * A message through a `response_url` that its user alone sees, with what `more` says of it. It
 * works where the bot is no member.
 */
export const responseRoute = (
  respond: Respond,
  { outgoing, sleep }: { outgoing: Outgoing; sleep: Sleep },
  more: Omit<ResponseMessage, 'text' | 'blocks'>,
): Route => ({
  name: 'response_url',
  send: (message) => waitingOutLimits(() => respond({ ...message, ...more }, outgoing), sleep),
});

/** A message through a `response_url` that the whole channel sees, when it is its turn. */
export const channelResponseRoute = (
  respond: Respond,
  { outgoing, inTurn }: { outgoing: Outgoing; inTurn: InTurn },
  channel: string,
  threadTs?: string,
): Route => ({
  name: 'response_url',
  send: (message) =>
    inTurn(channel, () =>
      respond({ ...message, response_type: 'in_channel', thread_ts: threadTs }, outgoing),
    ),
});

/**
 * Sends a reply by the first route that takes it. Where Slack refuses the blocks it goes the same
 * route as text alone.
 * @throws AggregateError with each route's refusal where none takes it.
 */
export async function deliver(reply: Reply, routes: Route[], logger: Logger): Promise<void> {
  const refusals: unknown[] = [];
  for (const route of routes) {
    try {
      await withBlocksOrWithout(reply, route, logger);
      return;
    } catch (error) {
      refusals.push(error);
      logger.warn(
        { route: route.name, error: describeError(error) },
        'a reply found a route closed',
      );
    }
  }
  throw new AggregateError(refusals, 'no route was open for a reply');
}

async function withBlocksOrWithout({ text, blocks }: Reply, route: Route, logger: Logger) {
  try {
    await route.send({ text, blocks });
  } catch (error) {
    if (!isAboutBlocks(errorWord(error))) throw error;
    logger.warn({ route: route.name, error: describeError(error) }, 'Slack refused the blocks');
    await route.send({ text });
  }
}

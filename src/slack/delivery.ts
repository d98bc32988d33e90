import type { KnownBlock } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { describeError } from './failure.js';
import { type InTurn, type Sleep, waitingOutLimits } from './pacing.js';
import { type Respond, type ResponseMessage, ResponseUrlError } from './response-url.js';
import type { Reply } from './views/reply.js';

/** A route by which a message can reach its reader; `send` throws where it cannot. */
export type Route = {
  name: string;
  send: (message: { text: string; blocks?: KnownBlock[] }) => Promise<unknown>;
};

/** Nothing in a post may unfurl, link or mention by itself. */
const QUIET = {
  unfurl_links: false,
  unfurl_media: false,
  link_names: false,
  parse: 'none',
} as const;

/** A message in a channel, or in a person's direct message where `channel` is a user's id. */
export const posting = (
  client: WebClient,
  inTurn: InTurn,
  channel: string,
  threadTs?: string,
): Route => ({
  name: 'post',
  send: (message) =>
    inTurn(channel, () =>
      client.chat.postMessage({ channel, thread_ts: threadTs, ...QUIET, ...message }),
    ),
});

/** A message that one member of the channel sees. */
export const whispering = (
  client: WebClient,
  inTurn: InTurn,
  place: { channel: string; user: string; threadTs?: string },
): Route => ({
  name: 'ephemeral',
  send: (message) =>
    inTurn(place.channel, () =>
      client.chat.postEphemeral({
        channel: place.channel,
        user: place.user,
        thread_ts: place.threadTs,
        ...QUIET,
        ...message,
      }),
    ),
});

/** A message through a `response_url` that its user alone sees, with what `more` says of it: works where the bot is no member. */
export const responding = (
  respond: Respond,
  sleep: Sleep,
  more: Omit<ResponseMessage, 'text' | 'blocks'>,
): Route => ({
  name: 'response_url',
  send: (message) => waitingOutLimits(() => respond({ ...message, ...more }), sleep),
});

/** A message through a `response_url` that the whole channel sees, when it is the channel's turn. */
export const respondingInChannel = (
  respond: Respond,
  inTurn: InTurn,
  channel: string,
  threadTs?: string,
): Route => ({
  name: 'response_url',
  send: (message) =>
    inTurn(channel, () =>
      respond({ ...message, response_type: 'in_channel', thread_ts: threadTs }),
    ),
});

/**
 * Sends a reply by the first route that takes it. Where Slack refuses the blocks it goes the same route as text alone.
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
    if (!refusesBlocks(error)) throw error;
    logger.warn({ route: route.name, error: describeError(error) }, 'Slack refused the blocks');
    await route.send({ text });
  }
}

/** `invalid_blocks`, `invalid_blocks_format`, `msg_blocks_too_long` and their like. */
function refusesBlocks(error: unknown): boolean {
  if (error instanceof WebAPIPlatformError) return error.data.error.includes('blocks');
  return error instanceof ResponseUrlError && error.reason.includes('blocks');
}

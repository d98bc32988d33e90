import type { KnownBlock } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { describeError } from './failure.js';
import { type InTurn, type Sleep, waitingOutLimits } from './pacing.js';
import { type ResponseMessage, ResponseUrlError, responseUrl } from './response-url.js';
import type { Reply } from './views/reply.js';

/** A way a message can reach its reader; `send` throws where it cannot. */
export type Way = {
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
): Way => ({
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
): Way => ({
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

/** A message through a `response_url`, with what `more` says of it: works where the bot is no member. */
export function responding(
  url: string,
  sleep: Sleep,
  more: Omit<ResponseMessage, 'text' | 'blocks'>,
): Way {
  const respond = responseUrl(url);
  return {
    name: 'response_url',
    send: (message) => waitingOutLimits(() => respond({ ...message, ...more }), sleep),
  };
}

/**
 * Sends a reply by the first way that takes it. Where Slack refuses the blocks it goes the same way as text alone.
 * @throws AggregateError with each way's refusal where none takes it.
 */
export async function deliver(reply: Reply, ways: Way[], logger: Logger): Promise<void> {
  const refusals: unknown[] = [];
  for (const way of ways) {
    try {
      await withBlocksOrWithout(reply, way, logger);
      return;
    } catch (error) {
      refusals.push(error);
      logger.warn({ way: way.name, error: describeError(error) }, 'a reply found a way closed');
    }
  }
  throw new AggregateError(refusals, 'no way was open for a reply');
}

async function withBlocksOrWithout({ text, blocks }: Reply, way: Way, logger: Logger) {
  try {
    await way.send({ text, blocks });
  } catch (error) {
    if (!refusesBlocks(error)) throw error;
    logger.warn({ way: way.name, error: describeError(error) }, 'Slack refused the blocks');
    await way.send({ text });
  }
}

/** `invalid_blocks`, `invalid_blocks_format`, `msg_blocks_too_long` and their like. */
function refusesBlocks(error: unknown): boolean {
  if (error instanceof WebAPIPlatformError) return error.data.error.includes('blocks');
  return error instanceof ResponseUrlError && error.reason.includes('blocks');
}

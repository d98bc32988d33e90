import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { z } from 'zod';
import { describeError } from '../failure.js';
import { type Found, findMessage, type Place } from './find-message.js';
import type { MessageMetadata } from './messages.js';

const REPLY_EVENT = 'ofsted_reply';

/** What a reply carries so that it can be found again: the id of the request that it answers. */
export const replyMetadata = (request: string): MessageMetadata => ({
  event_type: REPLY_EVENT,
  event_payload: { request },
});

const ReplyPost = z.object({
  ts: z.string(),
  metadata: z.object({
    event_type: z.literal(REPLY_EVENT),
    event_payload: z.object({ request: z.string() }),
  }),
});

/** Looks for the reply to a request, by its metadata, where it would have been posted. */
export function findReply(
  client: WebClient,
  place: Place,
  { request, since, logger }: { request: string; since: string; logger: Logger },
): Promise<Found> {
  const timeOf = (message: unknown): string | null => {
    const { data } = ReplyPost.safeParse(message);
    return data?.metadata.event_payload.request === request ? data.ts : null;
  };
  return findMessage(client, place, since, timeOf, (error) =>
    logger.warn({ error: describeError(error) }, 'a look for a reply failed'),
  );
}

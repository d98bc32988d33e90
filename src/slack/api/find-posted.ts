import type { Logger } from 'pino';
import { z } from 'zod';
import type { FindPosted } from '../../digest/index.js';
import { describeError } from '../failure.js';
import { findMessage } from './find-message.js';
import { DIGEST_EVENT } from './post-digest.js';
import { type ClientOf, READING } from './web-client.js';

const DigestPost = z.object({
  ts: z.string(),
  metadata: z.object({
    event_type: z.literal(DIGEST_EVENT),
    event_payload: z.object({ run_id: z.string() }),
  }),
});

/**
 * Looks for a run's message in the channel's history, by the run's id in its metadata, newest
 * first.
 */
export const createFindPosted =
  (clientOf: ClientOf, logger: Logger): FindPosted =>
  ({ team, channel, threadTs, runId }, since) => {
    const timeOf = (message: unknown): string | null => {
      const { data } = DigestPost.safeParse(message);
      return data?.metadata.event_payload.run_id === runId ? data.ts : null;
    };
    return findMessage(
      clientOf(team, READING),
      { channel, ...(threadTs && { threadTs }) },
      since,
      timeOf,
      (error) => logger.warn({ runId, error: describeError(error) }, 'a look for a digest failed'),
    );
  };

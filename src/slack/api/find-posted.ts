import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { FindPosted } from '../../digest/index.js';
import { describeError } from '../failure.js';
import { lacksScope, MISSING_SCOPE } from './errors.js';
import { DIGEST_EVENT } from './post-digest.js';

const PAGE = 200;
const MOST_PAGES = 50;
/** Slack's clock and the database's need not agree to the second. */
const SLACK_MS = 120_000;

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
  (client: WebClient, logger: Logger): FindPosted =>
  async ({ channel, runId }, since) => {
    const oldest = String((Date.parse(since) - SLACK_MS) / 1_000);
    try {
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const { messages, response_metadata } = await client.conversations.history({
          channel,
          oldest,
          limit: PAGE,
          include_all_metadata: true,
          ...(cursor && { cursor }),
        });
        if (!messages) return { kind: 'unknown' };
        for (const message of messages) {
          const read = DigestPost.safeParse(message);
          if (read.success && read.data.metadata.event_payload.run_id === runId)
            return { kind: 'found', ts: read.data.ts };
        }
        cursor = response_metadata?.next_cursor;
        if (!cursor) return { kind: 'absent' };
      }
      return { kind: 'unknown' };
    } catch (error) {
      if (lacksScope(error)) return { kind: 'not_permitted', reason: MISSING_SCOPE };
      logger.warn({ runId, error: describeError(error) }, 'a look for a digest failed');
      return { kind: 'unknown' };
    }
  };

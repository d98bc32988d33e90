import type { KnownBlock } from '@slack/types';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Post, PostOutcome } from '../../digest/index.js';
import { describeError } from '../failure.js';
import { isAboutBlocks } from './errors.js';
import { postMessage } from './messages.js';
import { outcomeOf } from './post-outcome.js';
import { type ClientOf, onceWithin } from './web-client.js';

/** What a digest's message carries so that it can be found again. */
export const DIGEST_EVENT = 'ofsted_digest';

/**
 * Blocks that a view of this bot made and the store gave back: they are Slack's again, and Slack
 * checks them.
 */
const Blocks = z.custom<KnownBlock[]>(Array.isArray);

/**
 * Posts a digest once, by the token of its workspace. Where Slack refuses the blocks, nothing is
 * posted yet, and the text goes alone.
 */
export const createPost =
  (clientOf: ClientOf, logger: Logger): Post =>
  async (message, { team, channel, threadTs, runId }, timeoutMs) => {
    const client = clientOf(team, onceWithin(timeoutMs));
    const metadata = { event_type: DIGEST_EVENT, event_payload: { run_id: runId } };
    const send = async (blocks?: KnownBlock[]): Promise<PostOutcome> => {
      try {
        const content = { text: message.text, ...(blocks && { blocks }) };
        const ts = await postMessage(client, channel, content, {
          metadata,
          ...(threadTs && { threadTs }),
        });
        return ts ? { kind: 'posted', ts } : { kind: 'unknown' };
      } catch (error) {
        const outcome = outcomeOf(error);
        logger.warn({ runId, outcome, error: describeError(error) }, 'Slack took no digest');
        return outcome;
      }
    };
    const outcome = await send(Blocks.parse(message.blocks));
    return outcome.kind === 'refused' && isAboutBlocks(outcome.reason) ? send() : outcome;
  };

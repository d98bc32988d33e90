import type { Logger } from 'pino';
import type { CheckChannel } from '../../digest/index.js';
import { describeError } from '../failure.js';
import { isDirectMessage } from './channels.js';
import { IS_SHARED, whyPaused } from './errors.js';
import { outcomeOf } from './post-outcome.js';
import { type ClientOf, onceWithin } from './web-client.js';

const LATER_SECONDS = 60;

/**
 * Looks whether another organisation shares the channel (Slack Connect). Slack's event that says so
 * may be lost, and a digest that it reads cannot be taken back: while Slack does not answer, the
 * digest waits. What Slack refuses to say, for want of the scope or of the channel, is left to the
 * post.
 */
export const createCheckChannel =
  (clientOf: ClientOf, logger: Logger): CheckChannel =>
  async ({ team, channel, runId }, timeoutMs) => {
    if (isDirectMessage(channel)) return null;
    try {
      const client = clientOf(team, onceWithin(timeoutMs));
      const { channel: found } = await client.conversations.info({ channel });
      return found?.is_ext_shared
        ? { kind: 'refused', reason: IS_SHARED, pausedBecause: whyPaused(IS_SHARED) }
        : null;
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.kind === 'refused') return null;
      logger.warn({ runId, error: describeError(error) }, 'a look at a channel failed');
      return outcome.kind === 'not_now' ? outcome : { kind: 'not_now', retryAfter: LATER_SECONDS };
    }
  };

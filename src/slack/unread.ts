import type { Logger } from 'pino';
import { z } from 'zod';
import type { Outgoing } from './api/outgoing.js';
import { responseUrl } from './api/response-url.js';
import { describeError, newReference } from './failure.js';
import { lines } from './views/lines.js';

const NO_AUTHORIZATION = 'slack_bolt_authorization_error';
const Answerable = z.object({ response_url: z.url() });

/**
 * Logs what of Slack's requests could not be read. Where that is for want of a token, whoever wrote
 * a command or clicked is told so, through the address that this came with, which needs none.
 */
export function createOnUnread(
  outgoing: Outgoing,
  logger: Logger,
): (args: Unread) => Promise<void> {
  return async ({ error, body }) => {
    const reference = newReference();
    logger.error(
      { reference, error: describeError(error) },
      'a request from Slack could not be read',
    );
    const { data } = Answerable.safeParse(body);
    if (codeOf(error) !== NO_AUTHORIZATION || !data) return;
    const sentence = `I cannot answer here just now: try again in a minute. If it goes on, an admin of the workspace should install this app again, or tell whoever runs it the reference ${reference}.`;
    await responseUrl(data.response_url)(
      { ...lines([sentence]), response_type: 'ephemeral' },
      outgoing,
    ).catch((fault) =>
      logger.warn({ reference, error: describeError(fault) }, 'the asker was not told'),
    );
  };
}

type Unread = { error: unknown; body: unknown };

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : null;

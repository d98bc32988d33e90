import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  type WebClient,
} from '@slack/web-api';
import type { Logger } from 'pino';
import type { DigestMessage, Post, PostOutcome } from '../../digest/ports.js';
import { describeError } from '../failure.js';

/** What a digest's message carries so that it can be found again. */
export const DIGEST_EVENT = 'ofsted_digest';

/** Slack's words for a channel in which nothing can be posted until a person changes something. Source: Slack, chat.postMessage, errors. */
const GONE = new Set([
  'account_inactive',
  'cannot_reply_to_message',
  'channel_not_found',
  'channel_type_not_supported',
  'ekm_access_denied',
  'is_archived',
  'is_inactive',
  'missing_scope',
  'no_permission',
  'not_in_channel',
  'restricted_action',
  'restricted_action_non_threadable_channel',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'team_access_not_granted',
  'token_revoked',
  'user_not_found',
]);
/** Slack's words after which the message may stand all the same. Source: the same, and each method's `fatal_error`. */
const UNCERTAIN = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
]);
/** Slack's words for "not now". */
const LATER = new Set([
  'accesslimited',
  'invalid_auth',
  'not_authed',
  'ratelimited',
  'team_added_to_org',
]);
const LATER_SECONDS = 60;

/** Failures of a connection that was never made, so that nothing can have been posted. */
const NEVER_SENT = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Posts a digest once. `clientWithin` gives a client that waits that many milliseconds for an answer and tries nothing again.
 * Where Slack refuses the blocks, nothing is posted yet, and the text goes alone.
 */
export const createPost =
  (clientWithin: (timeoutMs: number) => WebClient, logger: Logger): Post =>
  async (message, { channel, runId }, timeoutMs) => {
    const client = clientWithin(timeoutMs);
    const send = async (content: Partial<DigestMessage>): Promise<PostOutcome> => {
      try {
        const { ts } = await client.chat.postMessage({
          channel,
          text: message.text,
          ...content,
          unfurl_links: false,
          unfurl_media: false,
          link_names: false,
          parse: 'none',
          metadata: { event_type: DIGEST_EVENT, event_payload: { run_id: runId } },
        });
        return ts ? { kind: 'posted', ts } : { kind: 'unknown' };
      } catch (error) {
        const outcome = outcomeOf(error);
        logger.warn({ runId, outcome, error: describeError(error) }, 'a digest was not taken');
        return outcome;
      }
    };
    const outcome = await send({ blocks: [...message.blocks] });
    return outcome.kind === 'refused' && outcome.reason.includes('blocks') ? send({}) : outcome;
  };

/** What a failed call says of the message. */
export function outcomeOf(error: unknown): PostOutcome {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'not_now', retryAfter: error.retryAfter };
  if (error instanceof WebAPIPlatformError) {
    const reason = error.data.error;
    if (UNCERTAIN.has(reason)) return { kind: 'unknown' };
    if (LATER.has(reason)) return { kind: 'not_now', retryAfter: LATER_SECONDS };
    return { kind: 'refused', reason, channelIsGone: GONE.has(reason) };
  }
  if (error instanceof WebAPIHTTPError && error.statusCode === 429)
    return { kind: 'not_now', retryAfter: LATER_SECONDS };
  if (error instanceof WebAPIRequestError && codesOf(error).some((code) => NEVER_SENT.has(code)))
    return { kind: 'not_now', retryAfter: LATER_SECONDS };
  return { kind: 'unknown' };
}

/** The words of the operating system and of fetch for a failure, along its causes. */
function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const cause = 'original' in error ? error.original : 'cause' in error ? error.cause : null;
  return [...code, ...codesOf(cause)];
}

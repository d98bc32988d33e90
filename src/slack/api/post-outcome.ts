import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import type { PostOutcome } from '../../digest/index.js';
import { errorWord, postMeaning, whyPaused } from './errors.js';
import { NO_TOKEN } from './fetch-as.js';
import { ConnectionError } from './post-json.js';
import { ResponseUrlError } from './response-url.js';

const LATER_SECONDS = 60;
const TOO_MANY_REQUESTS = 429;

/** Failures after which no connection was made, so that nothing can have been posted. */
const NEVER_SENT = new Set([
  NO_TOKEN,
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Says what a failed call means for the message. */
export function outcomeOf(error: unknown): PostOutcome {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'not_now', retryAfter: error.retryAfter };
  if (error instanceof WebAPIPlatformError) return outcomeOfWord(error.data.error);
  const isLimited = error instanceof WebAPIHTTPError && error.statusCode === TOO_MANY_REQUESTS;
  return isLimited || isUnsent(error)
    ? { kind: 'not_now', retryAfter: LATER_SECONDS }
    : { kind: 'unknown' };
}

/** Whether a call failed before anything was sent, so that it can have done nothing. */
export const isUnsent = (error: unknown): boolean =>
  codesOf(error).some((code) => NEVER_SENT.has(code));

/**
 * Whether a call failed because no answer came in time. Slack's client has the error's name in a
 * message where it takes the error for none.
 */
export const isTimeout = (error: unknown): boolean =>
  alongCauses(error).some((each) => /^(Error: )?TimeoutError/.test(String(each))) ||
  namesOf(error).includes('TimeoutError');

/**
 * Whether a failed call may have sent its message all the same: no answer, a broken connection, a
 * 5xx or, of a message that others see (`isPost`), an error word that leaves it open.
 */
export function isOutcomeUnknown(error: unknown, isPost: boolean): boolean {
  const word = errorWord(error);
  if (error instanceof ResponseUrlError) return /^http_5/.test(error.reason);
  if (word !== null) return isPost && postMeaning(word) === 'unknown';
  if (error instanceof WebAPIHTTPError) return error.statusCode >= 500;
  if (error instanceof WebAPIRateLimitedError || isUnsent(error)) return false;
  return error instanceof WebAPIRequestError || isTimeout(error) || isFetchFailure(error);
}

/** Node's fetch throws a TypeError where a connection breaks. */
const isFetchFailure = (error: unknown): boolean =>
  error instanceof ConnectionError || namesOf(error).includes('TypeError');

function outcomeOfWord(reason: string): PostOutcome {
  switch (postMeaning(reason)) {
    case 'unknown':
      return { kind: 'unknown' };
    case 'later':
      return { kind: 'not_now', retryAfter: LATER_SECONDS };
    case 'closed':
      return { kind: 'refused', reason, pausedBecause: whyPaused(reason) };
    case 'refused':
      return { kind: 'refused', reason, pausedBecause: null };
  }
}

/** The words of the operating system and of fetch for a failure, along its causes. */
const codesOf = (error: unknown): string[] =>
  alongCauses(error).flatMap((each) =>
    'code' in each && typeof each.code === 'string' ? [each.code] : [],
  );

const namesOf = (error: unknown): string[] =>
  alongCauses(error).flatMap((each) =>
    'name' in each && typeof each.name === 'string' ? [each.name] : [],
  );

function alongCauses(error: unknown): object[] {
  if (typeof error !== 'object' || error === null) return [];
  const cause = 'original' in error ? error.original : 'cause' in error ? error.cause : null;
  return [error, ...alongCauses(cause)];
}

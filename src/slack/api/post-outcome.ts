import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import type { PostOutcome } from '../../digest/index.js';
import { postMeaning, whyPaused } from './errors.js';

const LATER_SECONDS = 60;
const TOO_MANY_REQUESTS = 429;

/** Failures of a connection that was never made, so that nothing can have been posted. */
const NEVER_SENT = new Set([
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
  const isUnsent =
    error instanceof WebAPIRequestError && codesOf(error).some((code) => NEVER_SENT.has(code));
  return isLimited || isUnsent
    ? { kind: 'not_now', retryAfter: LATER_SECONDS }
    : { kind: 'unknown' };
}

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
function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const cause = 'original' in error ? error.original : 'cause' in error ? error.cause : null;
  return [...code, ...codesOf(cause)];
}

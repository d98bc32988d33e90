import type { WebClient, WebClientOptions } from '@slack/web-api';
import type { Outgoing } from './outgoing.js';

/**
 * How Slack's Web API is called: once, and ten seconds, against no timeout and half an hour of
 * tries by default; a message whose call gave no answer may stand all the same. A 429 is thrown,
 * not waited out by the client, whose queue would hold up every other channel.
 */
export const clientOptions = (apiUrl: string, { fetch }: Pick<Outgoing, 'fetch'>) =>
  ({
    slackApiUrl: apiUrl,
    fetch,
    timeout: 10_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  }) satisfies WebClientOptions;

/** Slack's Web API for a workspace, by its token; `more` says what is other than by default. */
export type ClientOf = (team: string, more?: WebClientOptions) => WebClient;

/** One call, whose answer is waited for so many milliseconds. */
export const onceWithin = (timeout: number): WebClientOptions => ({
  timeout,
  retryConfig: { retries: 0 },
});

/** Calls that only read may be made again. */
export const READING = {
  retryConfig: { retries: 2, minTimeout: 500, factor: 2 },
} satisfies WebClientOptions;

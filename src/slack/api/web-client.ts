import type { WebClientOptions } from '@slack/web-api';
import type { Outgoing } from './outgoing.js';

/**
 * How Slack's Web API is called: ten seconds a request and two more tries, against no timeout and
 * half an hour by default. A 429 is thrown, not waited out by the client, whose queue would hold up
 * every other channel.
 */
export const clientOptions = (apiUrl: string, { fetch }: Pick<Outgoing, 'fetch'>) =>
  ({
    slackApiUrl: apiUrl,
    fetch,
    timeout: 10_000,
    retryConfig: { retries: 2, minTimeout: 500, factor: 2 },
    rejectRateLimitedCalls: true,
  }) satisfies WebClientOptions;

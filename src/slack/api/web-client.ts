import type { WebClientOptions } from '@slack/web-api';

/**
 * How Slack's Web API is called: ten seconds a request and two more tries, against no timeout and
 * half an hour by default. A 429 is thrown, not waited out by the client, whose queue would hold up
 * every other channel.
 */
export const clientOptions = (apiUrl: string) =>
  ({
    slackApiUrl: apiUrl,
    timeout: 10_000,
    retryConfig: { retries: 2, minTimeout: 500, factor: 2 },
    rejectRateLimitedCalls: true,
  }) satisfies WebClientOptions;

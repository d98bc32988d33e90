import type { RequestListener } from 'node:http';
import { HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { boltLogger } from './api/bolt-logger.js';
import { clientOptions } from './api/web-client.js';
import { SLACK_PATH } from './web-server.js';

const BODY_LIMIT_BYTES = 1_048_576;
const MOST_SKEW_SECONDS = 300;

/**
 * Receives Slack's signed HTTP requests; `handle` takes those to `SLACK_PATH`. Bolt refuses (401) a
 * bad signature, missing headers and a timestamp more than five minutes old; one more than five
 * minutes ahead is refused here. Source: Slack, "Verifying requests from Slack".
 */
export function createHttpReceiver({
  signingSecret,
  logger,
  now = Date.now,
}: {
  signingSecret: string;
  logger: Logger;
  now?: () => number;
}): { receiver: HTTPReceiver; handle: RequestListener } {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: SLACK_PATH,
    bodyLimit: BODY_LIMIT_BYTES,
    logger: boltLogger(logger),
  });
  return {
    receiver,
    handle: (request, response) => {
      // What is left of a body that nobody read would block the connection for the next request.
      response.once('finish', () => request.resume());
      const timestamp = Number(request.headers['x-slack-request-timestamp'] ?? Number.NaN);
      if (request.method !== 'POST') response.writeHead(405).end();
      else if (!(Math.abs(now() / 1_000 - timestamp) <= MOST_SKEW_SECONDS))
        response.writeHead(401).end();
      else receiver.requestListener(request, response);
    },
  };
}

/** Receives over Socket Mode: no public address is needed. */
export function createSocketReceiver({
  appToken,
  apiUrl,
  logger,
}: {
  appToken: string;
  apiUrl: string;
  logger: Logger;
}): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: boltLogger(logger),
    // `keepConnected` does that.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(apiUrl) },
  });
}

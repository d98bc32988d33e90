import type { IncomingMessage, RequestListener } from 'node:http';
import { HTTPReceiver, type HTTPReceiverOptions, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { boltLogger } from './api/bolt-logger.js';
import { createOutgoing, type Proxies } from './api/outgoing.js';
import { clientOptions } from './api/web-client.js';
import { bodyOf, isSslCheck, mayBeSlacks } from './request-body.js';
import { SLACK_PATH } from './web-server.js';

const BODY_LIMIT_BYTES = 1_048_576;
const MOST_SKEW_SECONDS = 300;

/**
 * Receives Slack's signed HTTP requests; `handle` takes those to `SLACK_PATH`, and a browser's to
 * the paths of Bolt's installer where there is one (`installing`). Bolt refuses (401) a
 * bad signature, missing headers and a timestamp more than five minutes old; one more than five
 * minutes ahead is refused here. Source: Slack, "Verifying requests from Slack".
 */
export function createHttpReceiver({
  signingSecret,
  logger,
  now = Date.now,
  installing,
}: {
  signingSecret: string;
  logger: Logger;
  now?: () => number;
  installing?: Partial<HTTPReceiverOptions>;
}): { receiver: HTTPReceiver; handle: RequestListener } {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: SLACK_PATH,
    bodyLimit: BODY_LIMIT_BYTES,
    logger: boltLogger(logger),
    ...installing,
  });
  const receive: RequestListener = async (request, response) => {
    const rawBody = await bodyOf(request, BODY_LIMIT_BYTES).catch(() => undefined);
    // The connection broke off: nobody waits for an answer.
    if (rawBody === undefined) return;
    if (rawBody === null) response.writeHead(413).end();
    else if (isSslCheck(rawBody, request.headers['content-type'])) response.writeHead(200).end();
    else if (!isOfNow(request)) response.writeHead(401).end();
    else if (!mayBeSlacks(rawBody, request.headers['content-type'])) response.writeHead(400).end();
    // Bolt takes a body that was read already from this property.
    else receiver.requestListener(Object.assign(request, { rawBody }), response);
  };
  const isOfNow = ({ headers }: IncomingMessage): boolean => {
    const timestamp = Number(headers['x-slack-request-timestamp'] ?? Number.NaN);
    return Math.abs(now() / 1_000 - timestamp) <= MOST_SKEW_SECONDS;
  };
  return {
    receiver,
    handle: (request, response) => {
      // What is left of a body that nobody read would block the connection for the next request.
      response.once('finish', () => request.resume());
      const isForSlack = request.url?.split('?', 1)[0] === SLACK_PATH;
      if (installing && !isForSlack) {
        if (request.method === 'GET') receiver.requestListener(request, response);
        else response.writeHead(405).end();
        return;
      }
      if (request.method !== 'POST') response.writeHead(405).end();
      else void receive(request, response);
    },
  };
}

/** Receives over Socket Mode: no public address is needed. */
export function createSocketReceiver({
  appToken,
  apiUrl,
  proxies,
  logger,
}: {
  appToken: string;
  apiUrl: string;
  proxies: Proxies | undefined;
  logger: Logger;
}): SocketModeReceiver {
  const outgoing = createOutgoing(apiUrl, proxies);
  return new SocketModeReceiver({
    appToken,
    logger: boltLogger(logger),
    ...(outgoing.dispatcher && { dispatcher: outgoing.dispatcher }),
    // `keepConnected` does that.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(apiUrl, outgoing) },
  });
}

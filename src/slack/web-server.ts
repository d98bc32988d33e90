import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { InspectionError } from '../domain/errors.js';
import { withinTime } from './api/within-time.js';

/** Where Slack sends events, commands and interactions. */
export const SLACK_PATH = '/slack/events';
/** Where a browser begins to install the app by OAuth, and where Slack sends it back to. */
export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

/** What `/metrics` answers. */
export type MetricsPage = { contentType: string; text: () => Promise<string> };

/**
 * `ready` while the bot answers requests, and `takes` while it takes them, which it does before the
 * record is loaded; `check` says whether all that it needs is there; `metrics` is null where there
 * are none.
 */
export type Readiness = {
  ready: boolean;
  takes: boolean;
  check: () => Promise<boolean>;
  metrics: MetricsPage | null;
};

/** A check that says nothing in this time has found something that does not answer. */
const CHECK_MS = 2_000;

/**
 * Answers the bot's own paths: Slack's requests (`paths`, where `slack` is given),
 * `/health/live` with 200, `/health/ready` with 200 or, while the bot is not ready or lacks what it
 * needs, 503, and `/metrics`. What it does not take Slack sends again. Returns whether the request
 * was for the bot.
 */
export function createRouter(
  readiness: Readiness,
  slack?: RequestListener,
  paths: readonly string[] = [SLACK_PATH],
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const end = (response: ServerResponse, status: number, text: string) => {
    response.writeHead(status, { 'content-type': 'text/plain' }).end(`${text}\n`);
    return true;
  };
  const tellReady = async (response: ServerResponse): Promise<void> => {
    const isReady =
      readiness.ready &&
      (await withinTime(
        CHECK_MS,
        readiness.check().catch(() => false),
      ));
    if (isReady) end(response, 200, 'ready');
    else end(response, 503, 'not ready');
  };
  return (request, response) => {
    const path = request.url?.split('?', 1)[0];
    if (path === '/health/live') return end(response, 200, 'live');
    if (path === '/health/ready') {
      void tellReady(response);
      return true;
    }
    if (path === METRICS_PATH && readiness.metrics)
      return endWithMetrics(response, readiness.metrics);
    if (path === undefined || !paths.includes(path) || !slack) return false;
    if (!readiness.takes) return end(response, 503, 'not ready');
    slack(request, response);
    return true;
  };
}

const METRICS_PATH = '/metrics';

/**
 * Proxies keep idle connections for a minute. Where this end closed one sooner, a request could
 * meet that and be reset.
 */
const KEEP_ALIVE_MS = 75_000;

function endWithMetrics(response: ServerResponse, { contentType, text }: MetricsPage): true {
  text().then(
    (body) => response.writeHead(200, { 'content-type': contentType }).end(body),
    () => response.writeHead(500).end(),
  );
  return true;
}

/**
 * Serves the router's paths on a port (0: any free one) of `host`, by default of every interface,
 * and gives the port and a way to close.
 * @throws InspectionError where the port cannot be had.
 */
export async function serve(
  router: ReturnType<typeof createRouter>,
  port: number,
  host?: string,
): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer(
    { requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: KEEP_ALIVE_MS },
    (request, response) => {
      if (!router(request, response)) response.writeHead(404).end();
    },
  );
  return {
    port: await listen(server, port, host),
    close: () => closed(server),
  };
}

/**
 * Resolves when every request has been answered. Connections that are kept alive would hold a
 * closing server up for seconds.
 */
function closed(server: Server): Promise<void> {
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  return new Promise((resolve) =>
    server.close(() => {
      clearInterval(idle);
      resolve();
    }),
  );
}

function listen(server: Server, port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new InspectionError(
          `Port ${port} cannot be used (${error.code}): stop what uses it, or set PORT to another.`,
          { cause: error },
        ),
      ),
    );
    server.listen({ port, host }, () => {
      const address = server.address();
      resolve(address && typeof address === 'object' ? address.port : port);
    });
  });
}

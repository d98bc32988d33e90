import type { DigestPorts } from '../digest/index.js';
import { InspectionError } from '../domain/errors.js';
import { createSlackApp, type SlackAppOptions } from './create-app.js';
import { describeError } from './failure.js';
import { createHttpReceiver, createSocketReceiver } from './receivers.js';
import { createRouter, type MetricsPage, type Readiness, SLACK_PATH, serve } from './web-server.js';

const LOOPBACK = '127.0.0.1';

/**
 * A bot that Slack reaches: `lines` tell a person how; `close` takes nothing more and waits for
 * what is under way.
 */
export type Connection = {
  url: string;
  lines: string[];
  digestPorts: DigestPorts;
  /** Tells the owner of a digest that Ofsted's site was not read since a moment (ISO 8601). */
  tellSiteUnread: (owner: string, since: string) => Promise<void>;
  close: () => Promise<void>;
};

export type ConnectionOptions = Omit<SlackAppOptions, 'receiver'> & {
  readiness: Readiness;
  port: number;
  /** The address of this machine to listen on, where it is not the usual one. */
  host: string | undefined;
  /** What `/metrics` answers; null where metrics are off. */
  metrics: MetricsPage | null;
};

/**
 * Over signed HTTP requests to `/slack/events` on `port`.
 * @throws InspectionError where the port cannot be had or Slack refuses the token.
 */
export async function connectOverHttp(
  options: ConnectionOptions & { signingSecret: string },
): Promise<Connection> {
  const { receiver, handle } = createHttpReceiver(options);
  const { drained, digestPorts, tellSiteUnread } = await createSlackApp({ ...options, receiver });
  const { port, close } = await serve(
    createRouter(options.readiness, handle, options.metrics),
    options.port,
    options.host,
  );
  return {
    url: `http://localhost:${port}`,
    lines: [`Listening for Slack on port ${port}, path ${SLACK_PATH}.`],
    digestPorts,
    tellSiteUnread,
    close: async () => {
      await close();
      await drained();
    },
  };
}

/**
 * Over Socket Mode; `port` serves the health paths only, to this machine only unless
 * `host` says otherwise, or any free one
 * where it is taken and not `portIsFixed`.
 * @throws InspectionError where the port cannot be had or Slack refuses a token.
 */
export async function connectOverSocket(
  options: ConnectionOptions & { appToken: string; portIsFixed: boolean },
): Promise<Connection> {
  const receiver = createSocketReceiver(options);
  const { app, drained, digestPorts, tellSiteUnread } = await createSlackApp({
    ...options,
    receiver,
  });
  const router = createRouter(options.readiness, undefined, options.metrics);
  const host = options.host ?? LOOPBACK;
  const { port, close } = await serve(router, options.port, host).catch((error) => {
    if (options.portIsFixed) throw error;
    return serve(router, 0, host);
  });
  try {
    await app.start();
  } catch (error) {
    await close();
    options.logger.error({ error: describeError(error) }, 'Socket Mode did not start');
    throw new InspectionError(
      'Slack refuses the Socket Mode connection: set SLACK_APP_TOKEN to an app-level token with the scope connections:write, and switch Socket Mode on in the app’s settings.',
      { cause: error },
    );
  }
  return {
    url: `http://${LOOPBACK}:${port}`,
    lines: [`Connected to Slack in Socket Mode; health checks on port ${port}.`],
    digestPorts,
    tellSiteUnread,
    close: async () => {
      await app.stop();
      await close();
      await drained();
    },
  };
}

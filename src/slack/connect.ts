import type { DigestPorts } from '../digest/index.js';
import { InspectionError } from '../domain/errors.js';
import { createSlackApp, type SlackAppOptions } from './create-app.js';
import { describeError } from './failure.js';
import { createHttpReceiver, createSocketReceiver } from './receivers.js';
import { keepConnected } from './socket-connection.js';
import { createRouter, type Readiness, SLACK_PATH, serve } from './web-server.js';

const LOOPBACK = '127.0.0.1';

/**
 * A bot that Slack reaches: `lines` tell a person how; `isOpen` says whether Slack can reach it
 * just now; `close` takes nothing more and waits so many milliseconds at most for what is under
 * way.
 */
export type Connection = {
  url: string;
  lines: string[];
  digestPorts: DigestPorts;
  /** Tells the owner of a digest that Ofsted's site was not read since a moment (ISO 8601). */
  tellSiteUnread: (team: string, owner: string, since: string) => Promise<void>;
  isOpen: () => boolean;
  close: (patienceMs: number) => Promise<void>;
};

export type ConnectionOptions = Omit<SlackAppOptions, 'receiver' | 'secrets'> & {
  /** What is sealed in the store is sealed with them; Slack's own secret where it is undefined. */
  stateKeys: readonly string[] | undefined;
};

/** What it takes to open a port before there is anything to answer with. */
export type OpeningOptions = Pick<SlackAppOptions, 'logger' | 'now'> & {
  readiness: Readiness;
  port: number;
  /** The address of this machine to listen on, where it is not the usual one. */
  host: string | undefined;
};

/** A port that is open: health is told, and Slack is not listened to until it is connected. */
export type Opened<Options = ConnectionOptions> = {
  connect: (options: Options) => Promise<Connection>;
  close: () => Promise<void>;
};

/**
 * For signed HTTP requests to `/slack/events` on `port`.
 * @throws InspectionError where the port cannot be had; connecting, where Slack refuses the token.
 */
export async function openForHttp(
  opening: OpeningOptions & { signingSecret: string },
): Promise<Opened> {
  const { signingSecret } = opening;
  const { receiver, handle } = createHttpReceiver(opening);
  const { port, close } = await serve(
    createRouter(opening.readiness, handle),
    opening.port,
    opening.host,
  );
  return {
    close,
    connect: async ({ stateKeys, ...options }) => {
      const secrets = stateKeys ?? [signingSecret];
      const { app, drained, ...rest } = await createSlackApp({ ...options, receiver, secrets });
      return {
        ...rest,
        url: `http://localhost:${port}`,
        lines: [`Listening for Slack on port ${port}, path ${SLACK_PATH}.`],
        isOpen: () => true,
        close: async (patienceMs) => {
          await close();
          await drained(patienceMs);
        },
      };
    },
  };
}

/**
 * For Socket Mode; `port` serves the health paths only, to this machine only unless `host` says
 * otherwise, or any free one where it is taken and not `portIsFixed`.
 * @throws InspectionError where the port cannot be had; connecting, where Slack refuses a token.
 */
export async function openForSocket(
  opening: OpeningOptions &
    Pick<SlackAppOptions, 'apiUrl' | 'proxies'> & { appToken: string; portIsFixed: boolean },
): Promise<Opened> {
  const { appToken, logger } = opening;
  const receiver = createSocketReceiver(opening);
  const router = createRouter(opening.readiness);
  const host = opening.host ?? LOOPBACK;
  const { port, close } = await serve(router, opening.port, host).catch((error) => {
    if (opening.portIsFixed) throw error;
    return serve(router, 0, host);
  });
  return {
    close,
    connect: async ({ stateKeys, ...options }) => {
      const secrets = stateKeys ?? [appToken];
      const { app, drained, ...rest } = await createSlackApp({ ...options, receiver, secrets });
      const { isOpen, stop } = keepConnected(receiver.client, logger);
      try {
        await app.start();
      } catch (error) {
        stop();
        await drained(0);
        logger.error({ error: describeError(error) }, 'Socket Mode did not start');
        throw new InspectionError(
          'Slack refuses the Socket Mode connection: set SLACK_APP_TOKEN to an app-level token (it begins with xapp-) with the scope connections:write, and switch Socket Mode on in the app’s settings.',
          { cause: error },
        );
      }
      return {
        ...rest,
        url: `http://${LOOPBACK}:${port}`,
        lines: [`Connected to Slack in Socket Mode; health checks on port ${port}.`],
        isOpen,
        close: async (patienceMs) => {
          stop();
          await app.stop();
          await close();
          await drained(patienceMs);
        },
      };
    },
  };
}

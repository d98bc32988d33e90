import type { Config } from '../config.js';
import { accessByToken } from '../slack/access.js';
import {
  type ConnectionOptions,
  type Opened,
  type OpeningOptions,
  openForHttp,
  openForSocket,
} from '../slack/connect.js';
import { openForWorkspaces } from '../slack/connect-workspaces.js';
import { openLocally } from './connect-locally.js';

/** What connecting needs beside what the configuration gives. */
export type BotOptions = Omit<
  ConnectionOptions,
  'access' | 'apiUrl' | 'stateKeys' | 'replyLeaseSeconds' | 'proxies' | 'limits' | 'features'
>;

/**
 * Opens the port on which health is told, for the mode that the configuration gives: HTTP, Socket
 * Mode, whichever workspaces install the app, or a local Slack.
 */
export async function open(
  config: Config,
  given: Omit<OpeningOptions, 'port' | 'host'>,
): Promise<Opened<BotOptions>> {
  const { connection, port, host, portIsFixed, apiUrl, proxies } = config;
  const { stateKeys, replyLeaseSeconds, limits, features } = config;
  const opening = { ...given, port, host };
  const more = { stateKeys, replyLeaseSeconds, proxies, limits, features };
  switch (connection.mode) {
    case 'http': {
      const { botToken, signingSecret } = connection;
      const access = accessByToken(botToken);
      const opened = await openForHttp({ ...opening, signingSecret });
      return {
        ...opened,
        connect: (options) => opened.connect({ ...options, ...more, apiUrl, access }),
      };
    }
    case 'socket': {
      const { botToken, appToken } = connection;
      const access = accessByToken(botToken);
      const opened = await openForSocket({ ...opening, apiUrl, proxies, appToken, portIsFixed });
      return {
        ...opened,
        connect: (options) => opened.connect({ ...options, ...more, apiUrl, access }),
      };
    }
    case 'workspaces': {
      const { signingSecret, ...app } = connection;
      const keys = stateKeys ?? [];
      const opened = await openForWorkspaces({ ...opening, app, signingSecret, stateKeys: keys });
      return { ...opened, connect: (options) => opened.connect({ ...options, ...more, apiUrl }) };
    }
    case 'local': {
      const opened = await openLocally(opening);
      return { ...opened, connect: (options) => opened.connect({ ...options, ...more }) };
    }
  }
}

import type { Config } from '../config.js';
import {
  type ConnectionOptions,
  type Opened,
  type OpeningOptions,
  openForHttp,
  openForSocket,
} from '../slack/connect.js';
import { openLocally } from './connect-locally.js';

/** What connecting needs beside what the configuration gives. */
export type BotOptions = Omit<
  ConnectionOptions,
  'token' | 'apiUrl' | 'stateKey' | 'replyLeaseSeconds' | 'proxies' | 'limits'
>;

/**
 * Opens the port on which health is told, for the mode that the configuration gives: HTTP, Socket
 * Mode, or a local Slack.
 */
export async function open(
  config: Config,
  given: Omit<OpeningOptions, 'port' | 'host'>,
): Promise<Opened<BotOptions>> {
  const { connection, port, host, portIsFixed, apiUrl, proxies } = config;
  const { stateKey, replyLeaseSeconds, limits } = config;
  const opening = { ...given, port, host };
  const more = { stateKey, replyLeaseSeconds, proxies, limits };
  switch (connection.mode) {
    case 'http': {
      const { botToken: token, signingSecret } = connection;
      const opened = await openForHttp({ ...opening, signingSecret });
      return {
        ...opened,
        connect: (options) => opened.connect({ ...options, ...more, apiUrl, token }),
      };
    }
    case 'socket': {
      const { botToken: token, appToken } = connection;
      const opened = await openForSocket({ ...opening, apiUrl, proxies, appToken, portIsFixed });
      return {
        ...opened,
        connect: (options) => opened.connect({ ...options, ...more, apiUrl, token }),
      };
    }
    case 'local': {
      const opened = await openLocally(opening);
      return { ...opened, connect: (options) => opened.connect({ ...options, ...more }) };
    }
  }
}

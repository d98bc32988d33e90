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
  'token' | 'apiUrl' | 'stateKey' | 'replyLeaseSeconds'
>;

/**
 * Opens the port on which health is told, for the mode that the configuration gives: HTTP, Socket
 * Mode, or a local Slack.
 */
export async function open(
  { connection, port, portIsFixed, apiUrl, stateKey, replyLeaseSeconds }: Config,
  opening: Omit<OpeningOptions, 'port'>,
): Promise<Opened<BotOptions>> {
  const more = { stateKey, replyLeaseSeconds };
  switch (connection.mode) {
    case 'http': {
      const { botToken: token, signingSecret } = connection;
      const opened = await openForHttp({ ...opening, port, signingSecret });
      return {
        ...opened,
        connect: (options) => opened.connect({ ...options, ...more, apiUrl, token }),
      };
    }
    case 'socket': {
      const { botToken: token, appToken } = connection;
      const opened = await openForSocket({ ...opening, port, apiUrl, appToken, portIsFixed });
      return {
        ...opened,
        connect: (options) => opened.connect({ ...options, ...more, apiUrl, token }),
      };
    }
    case 'local': {
      const opened = await openLocally({ ...opening, port });
      return { ...opened, connect: (options) => opened.connect({ ...options, ...more }) };
    }
  }
}

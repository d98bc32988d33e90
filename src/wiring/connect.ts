import type { Config } from '../config.js';
import {
  type Connection,
  type ConnectionOptions,
  connectOverHttp,
  connectOverSocket,
} from '../slack/connect.js';
import { connectLocally } from './connect-locally.js';

/** Connects in the mode that the configuration gives: over HTTP, over Socket Mode, or locally. */
export function connect(
  { connection, port, host, portIsFixed, proxies, limits }: Config,
  given: Omit<ConnectionOptions, 'token' | 'port' | 'host' | 'proxies' | 'limits'>,
): Promise<Connection> {
  const options = { ...given, host, proxies, limits };
  switch (connection.mode) {
    case 'http': {
      const { botToken: token, signingSecret } = connection;
      return connectOverHttp({ ...options, token, signingSecret, port });
    }
    case 'socket': {
      const { botToken: token, appToken } = connection;
      return connectOverSocket({ ...options, token, appToken, port, portIsFixed });
    }
    case 'local':
      return connectLocally({ ...options, port });
  }
}

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
  { connection, port, portIsFixed }: Config,
  options: Omit<ConnectionOptions, 'token' | 'port'>,
): Promise<Connection> {
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

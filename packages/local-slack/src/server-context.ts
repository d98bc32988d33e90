import type { State } from './contract.js';
import type { Deliveries } from './deliveries.js';
import type { SocketMode } from './socket-mode.js';
import type { Tickets } from './tickets.js';
import type { Workspace } from './workspace.js';

/**
 * What the parts of the local Slack share: its state, its way to the app, and what the app may do.
 */
export type ServerContext = {
  workspace: Workspace;
  deliveries: Deliveries;
  socketMode: SocketMode;
  tickets: Tickets;
  access: { botToken: string; appToken: string; signingSecret: string; revoked: boolean };
  scopes: ReadonlySet<string>;
  /** The message shortcuts and slash commands that the app has registered. */
  shortcuts: State['shortcuts'];
  commands: State['commands'];
  /** What the page offers a newcomer to type. */
  examples: State['examples'];
  disclaimer: string;
  /** When each channel was last posted to, where the rate limit is on; otherwise null. */
  pace: Map<string, number> | null;
  /** The server's address, without a slash at the end. */
  url: string;
};

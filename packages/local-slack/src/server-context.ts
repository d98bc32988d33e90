import type { State } from './contract.js';
import type { Deliveries } from './deliveries.js';
import type { Files } from './files.js';
import type { Codes, OAuthApp } from './oauth/codes.js';
import type { Grants } from './oauth/grants.js';
import type { Organisation } from './oauth/organisation.js';
import type { SocketMode } from './socket-mode.js';
import type { StepDefinition } from './step-execution.js';
import type { Tickets } from './tickets.js';
import type { Workspace } from './workspace.js';

/** What all workspaces of the local Slack share: whom the app serves, and by which tokens. */
export type Site = {
  app: OAuthApp;
  grants: Grants<ServerContext>;
  codes: Codes<ServerContext>;
  /** A context for each workspace; the first is the one of the page. */
  contexts: ServerContext[];
  organisations: Organisation[];
};

/**
 * What the parts of the local Slack share: the state of a workspace, Slack's way to the app, and
 * what the app may do.
 */
export type ServerContext = {
  site: Site;
  workspace: Workspace;
  deliveries: Deliveries;
  socketMode: SocketMode;
  tickets: Tickets;
  files: Files;
  access: { botToken: string; appToken: string; signingSecret: string };
  /** What the app may do here; nothing where it is not installed. */
  scopes: ReadonlySet<string>;
  /** The message shortcuts and slash commands that the app has registered. */
  shortcuts: State['shortcuts'];
  commands: State['commands'];
  /** The steps that the app has declared for Workflow Builder. */
  steps: readonly StepDefinition[];
  /** Domains of whose links the app is told. */
  unfurlDomains: readonly string[];
  /** Whether the app may send previews as Work Objects. */
  workObjects: boolean;
  /** What the page offers a newcomer to type. */
  examples: State['examples'];
  disclaimer: string;
  /** When each channel was last posted to, where the rate limit is on; otherwise null. */
  pace: Map<string, number> | null;
  /** The server's address, without a slash at the end. */
  url: string;
};

/** The organisation across which the app is installed here; null where it is not, or not so. */
export function organisationOf({ site, workspace }: ServerContext): Organisation | null {
  const context = site.contexts.find((each) => each.workspace === workspace);
  const grant = context && site.grants.inForce(context).at(-1);
  return grant?.organisation ?? null;
}

import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { Deliveries } from './deliveries.js';
import { Faults } from './faults.js';
import { Files } from './files.js';
import type { LocalSlack, NewWorkspace } from './local-slack.js';
import { createLocalWorkspace } from './local-workspace.js';
import { Codes } from './oauth/codes.js';
import { Grants } from './oauth/grants.js';
import type { Organisation } from './oauth/organisation.js';
import { uninstallFromOrganisation } from './oauth/removal.js';
import type { LocalSlackOptions } from './options.js';
import { listen, route } from './server.js';
import type { ServerContext, Site } from './server-context.js';
import { SocketMode } from './socket-mode.js';
import { Tickets } from './tickets.js';
import { WebApiRoutes } from './web-api-routes.js';
import { APP_ID, Workspace } from './workspace.js';

/**
 * What the app may do where no other scopes are given: what it needs, and the optional reading of
 * users and channels.
 */
export const DEFAULT_SCOPES: readonly string[] = [
  'app_mentions:read',
  'assistant:write',
  'channels:read',
  'chat:write',
  'commands',
  'groups:read',
  'im:history',
  'links:read',
  'links:write',
  'users:read',
];

const DEFAULT_CHANNELS = [{ id: 'C0GENERAL', name: 'general', topic: 'For everybody' }];

const DEFAULT_DISCLAIMER =
  'A stand-in for Slack that runs on this computer alone. Not affiliated with Slack.';

/**
 * Starts a local Slack: a workspace, its Web API, deliveries over HTTP or Socket Mode, and a page
 * for a browser.
 */
export async function startLocalSlack(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const { host = '127.0.0.1', port = 0, ackTimeoutMs = 3_000, now = Date.now } = options;
  const site = createSite(now);
  const settled = () => {
    for (const { workspace } of site.contexts) workspace.changed();
  };
  const signingSecret = randomBytes(16).toString('hex');
  const socketMode = new SocketMode(APP_ID, ackTimeoutMs, settled);
  const retryDelaysMs = options.retryDelaysMs ?? [0, 200, 1_000];
  const deliveries = new Deliveries(
    socketMode,
    { signingSecret, ackTimeoutMs, retryDelaysMs },
    settled,
  );
  const access = {
    botToken: `xoxb-local-${randomBytes(8).toString('hex')}`,
    appToken: `xapp-local-${randomBytes(8).toString('hex')}`,
    signingSecret,
  };
  const faults = new Faults();
  const api = new WebApiRoutes(site, faults, settled);
  const handed = {
    commands: options.commands ?? [],
    shortcuts: options.shortcuts ?? [],
    steps: options.steps ?? [],
    unfurlDomains: options.unfurlDomains ?? [],
    workObjects: options.workObjects ?? false,
    examples: options.examples ?? [],
    disclaimer: options.disclaimer ?? DEFAULT_DISCLAIMER,
  };
  const botName = options.botName ?? 'bot';
  const addContext = (workspace: Workspace, url: string): ServerContext => {
    const context: ServerContext = {
      ...{ site, workspace, deliveries, socketMode, access, ...handed, url },
      tickets: new Tickets(now),
      files: new Files(),
      pace: options.rateLimit === true ? new Map() : null,
      get scopes() {
        return site.grants.inForce(context).at(-1)?.scopes ?? new Set<string>();
      },
    };
    site.contexts.push(context);
    return context;
  };
  const first = addContext(
    new Workspace({
      ...{ botName, now, history: options.history },
      channels: options.channels ?? DEFAULT_CHANNELS,
    }),
    '',
  );
  if (options.distributed !== true)
    site.grants.add(access.botToken, {
      contexts: [first],
      organisation: null,
      scopes: new Set(options.scopes ?? DEFAULT_SCOPES),
    });
  const page =
    options.page === false ? null : (options.page ?? new URL('./page/', import.meta.url));
  const server = createServer((request, response) => {
    route({ context: first, api, page, handle: options.handle }, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('The local Slack failed.');
    });
  });
  server.on('upgrade', (request, socket, head) => {
    socketMode.upgrade(request, socket, head);
  });
  const taken = await listen(server, port, host);
  const url = `http://${host}:${taken}`;
  first.url = url;

  return {
    ...createLocalWorkspace(first, { deliveries, api, faults }),
    url,
    apiUrl: `${url}/api/`,
    port: taken,
    portWasTaken: port !== 0 && taken !== port,
    oauth: {
      ...site.app,
      rotateTokens: (seconds) => {
        site.grants.tokenLife = seconds;
      },
    },
    addWorkspace: ({ key, name, channels, organisation }: NewWorkspace) => {
      const workspace = new Workspace({
        ...{ key, name, botName, now, history: options.history },
        organisation: site.organisations.find(({ id }) => id === organisation?.id) ?? null,
        channels: channels ?? [{ id: `C0${key}GENERAL`, name: 'general' }],
      });
      return createLocalWorkspace(addContext(workspace, url), { deliveries, api, faults });
    },
    addOrganisation: (name) => {
      const id = `E0${name.toUpperCase().replace(/[^A-Z0-9]/g, '')}`;
      const organisation: Organisation = { id, name };
      site.organisations.push(organisation);
      return {
        ...organisation,
        uninstall: () =>
          uninstallFromOrganisation(
            site.contexts.filter(({ workspace }) => workspace.organisation === organisation),
            organisation,
          ),
      };
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      deliveries.close();
      socketMode.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function createSite(now: () => number): Site {
  const contexts: Site['contexts'] = [];
  const organisations: Organisation[] = [];
  const app = {
    clientId: `${randomDigits()}.${randomDigits()}`,
    clientSecret: randomBytes(16).toString('hex'),
    redirectUrls: [],
  };
  const grants: Site['grants'] = new Grants(now);
  const codes = new Codes(app, contexts, organisations, now);
  return { app, grants, codes, contexts, organisations };
}

const randomDigits = (): string => String(randomBytes(6).readUIntBE(0, 6));

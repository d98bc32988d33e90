import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { Deliveries } from './deliveries.js';
import { sendEvent } from './events.js';
import { Faults } from './faults.js';
import { clickInMessage, clickInView } from './interactions.js';
import type { LocalSlack, LocalSlackOptions } from './local-slack.js';
import { dismissModal, submitModal } from './modals.js';
import { pageState } from './page-api.js';
import {
  deleteMessage,
  editMessage,
  openApp,
  typeCommand,
  typeMessage,
  uninstallApp,
} from './person.js';
import { Refused } from './refused.js';
import { listen, route } from './server.js';
import type { ServerContext } from './server-context.js';
import { chooseShortcut } from './shortcuts.js';
import { signatureHeaders } from './signature.js';
import { SocketMode } from './socket-mode.js';
import type { StoredView } from './stored-view.js';
import { suggest } from './suggestions.js';
import { Tickets } from './tickets.js';
import { waitFor } from './wait.js';
import { WebApiRoutes } from './web-api-routes.js';
import { Workspace } from './workspace.js';

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
  const workspace = new Workspace({
    botName: options.botName ?? 'bot',
    channels: options.channels ?? DEFAULT_CHANNELS,
    now,
    history: options.history,
  });
  const access = {
    botToken: `xoxb-local-${randomBytes(8).toString('hex')}`,
    appToken: `xapp-local-${randomBytes(8).toString('hex')}`,
    signingSecret: randomBytes(16).toString('hex'),
    revoked: false,
  };
  const settled = () => workspace.changed();
  const socketMode = new SocketMode(workspace.appId, ackTimeoutMs, settled);
  const retryDelaysMs = options.retryDelaysMs ?? [0, 200, 1_000];
  const { signingSecret } = access;
  const deliveries = new Deliveries(
    socketMode,
    { signingSecret, ackTimeoutMs, retryDelaysMs },
    settled,
  );
  const context: ServerContext = {
    workspace,
    deliveries,
    socketMode,
    tickets: new Tickets(now),
    access,
    scopes: new Set(options.scopes ?? DEFAULT_SCOPES),
    commands: options.commands ?? [],
    shortcuts: options.shortcuts ?? [],
    examples: options.examples ?? [],
    disclaimer: options.disclaimer ?? DEFAULT_DISCLAIMER,
    pace: options.rateLimit === true ? new Map() : null,
    url: '',
  };
  const faults = new Faults();
  const api = new WebApiRoutes(context, faults, settled);
  const page =
    options.page === false ? null : (options.page ?? new URL('./page/', import.meta.url));
  const server = createServer((request, response) => {
    route({ context, api, page, handle: options.handle }, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('The local Slack failed.');
    });
  });
  server.on('upgrade', (request, socket, head) => {
    socketMode.upgrade(request, socket, head);
  });
  const taken = await listen(server, port, host);
  context.url = `http://${host}:${taken}`;

  const slack: LocalSlack = {
    url: context.url,
    apiUrl: `${context.url}/api/`,
    port: taken,
    portWasTaken: port !== 0 && taken !== port,
    botToken: access.botToken,
    appToken: access.appToken,
    signingSecret,
    team: workspace.team,
    appId: workspace.appId,
    botId: workspace.botId,
    you: workspace.you,
    bot: workspace.bot,
    directMessageChannel: workspace.directMessage,

    deliverTo: (requestUrl) => {
      deliveries.requestUrl = requestUrl;
    },
    socketConnected: () => socketMode.connected,
    refreshSockets: () => socketMode.refresh(),
    dropSockets: () => socketMode.drop(),

    channel: (idOrName) => {
      const found = workspace.findChannel(idOrName);
      if (found === undefined) throw new Error(`There is no channel ${idOrName}.`);
      return found;
    },
    addChannel: (channel) => workspace.addChannel(channel),
    addUser: (user) => workspace.addUser(user),

    command: (typed, where) => typeCommand(context, typed, where),
    mention: (typed, where) => typeMessage(context, `@${workspace.bot.name} ${typed}`, where),
    directMessage: (typed, where) =>
      typeMessage(context, typed, { ...where, channel: workspace.directMessage.id }),
    say: (typed, where) => typeMessage(context, typed, where),
    edit: (message, typed) => editMessage(context, message, typed),
    remove: (message) => deleteMessage(context, message),
    openHome: (tab = 'home', user) => openApp(context, tab, user),
    click: (at, clicked) => {
      const click = typeof clicked === 'string' ? { actionId: clicked } : clicked;
      return 'ts' in at ? clickInMessage(context, at, click) : clickInView(context, at, click);
    },
    shortcut: (message, callbackId, user) =>
      chooseShortcut(context, message, { callbackId, ...(user && { user }) }),
    suggest: (at, typed) => suggest(context, at, typed),
    submit: async (values = {}) => submitModal(context, modalInFront(workspace), values),
    dismiss: async () => dismissModal(context, modalInFront(workspace)),
    sendEvent: (event) => sendEvent(context, event),
    uninstall: () => uninstallApp(context),
    redeliver: ({ eventId = null, retry = null } = {}) => deliveries.redeliver(eventId, retry),
    sendRaw: async ({ body, headers, path = '' }) => {
      if (deliveries.requestUrl === null) throw new Error('Call deliverTo first.');
      const to = new URL(path, deliveries.requestUrl);
      const response = await fetch(to, { method: 'POST', body, headers });
      return { status: response.status, body: await response.text() };
    },
    sign: (body, timestamp) => signatureHeaders(signingSecret, body, timestamp),

    messages: (channel) => {
      const id = channel === undefined ? undefined : slack.channel(channel).id;
      return workspace.messages.filter(
        (message) => !message.ephemeral && (id === undefined || message.channel === id),
      );
    },
    ephemerals: (user = workspace.you.id) =>
      workspace.messages.filter((message) => message.ephemeralTo === user),
    replies: (thread) => {
      const ts = typeof thread === 'string' ? thread : thread.ts;
      return workspace.messages.filter((message) => message.threadTs === ts);
    },
    modal: () => workspace.modals.at(-1) ?? null,
    modals: () => workspace.modals,
    home: (user = workspace.you.id) => workspace.homes.get(user) ?? null,
    notices: () => workspace.notices,
    state: () => pageState(context),
    requests: (method) =>
      api.requests.filter((request) => method === undefined || request.method === method),
    attempts: () => deliveries.attempts,

    waitFor: (read, { timeoutMs = 10_000 } = {}) => waitFor(context, () => read(slack), timeoutMs),
    idle: async () => {
      await waitFor(context, () => !deliveries.busy && !api.busy, 60_000);
    },
    failNext: (method, fault) => faults.add(method, fault),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      deliveries.close();
      socketMode.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return slack;
}

function modalInFront(workspace: Workspace): StoredView {
  const modal = workspace.modals.at(-1);
  if (modal === undefined) throw new Refused('No form is open.');
  return modal;
}

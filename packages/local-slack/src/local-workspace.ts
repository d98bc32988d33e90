import { lookAt } from './app-context.js';
import type { Deliveries } from './deliveries.js';
import { sendEvent } from './events.js';
import type { Faults } from './faults.js';
import { clickInMessage, clickInView } from './interactions.js';
import type { LocalWorkspace } from './local-slack.js';
import { dismissModal, submitModal } from './modals.js';
import { revokeTeamAccess, uninstallApp } from './oauth/removal.js';
import { pageState } from './page-api.js';
import { deleteMessage, editMessage, openApp, typeCommand, typeMessage } from './person.js';
import { Refused } from './refused.js';
import type { ServerContext } from './server-context.js';
import { chooseShortcut } from './shortcuts.js';
import { signatureHeaders } from './signature.js';
import { runStep } from './steps.js';
import type { StoredView } from './stored-view.js';
import { suggest } from './suggestions.js';
import { waitFor } from './wait.js';
import type { WebApiRoutes } from './web-api-routes.js';
import type { Workspace } from './workspace.js';

/** What a person does in a workspace, and what came of it. */
export function createLocalWorkspace(
  context: ServerContext,
  { deliveries, api, faults }: { deliveries: Deliveries; api: WebApiRoutes; faults: Faults },
): LocalWorkspace {
  const { workspace, access, socketMode } = context;
  const { signingSecret } = access;
  const slack: LocalWorkspace = {
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
    lookAt: (channel, user) => lookAt(context, { channel, ...(user && { user }) }),
    openHome: (tab = 'home', user) => openApp(context, tab, user),
    click: (at, clicked) => {
      const click = typeof clicked === 'string' ? { actionId: clicked } : clicked;
      return 'ts' in at ? clickInMessage(context, at, click) : clickInView(context, at, click);
    },
    shortcut: (message, callbackId, user) =>
      chooseShortcut(context, message, { callbackId, ...(user && { user }) }),
    runStep: (callbackId, inputs) => runStep(context, callbackId, inputs),
    suggest: (at, typed) => suggest(context, at, typed),
    submit: async (values = {}) => submitModal(context, modalInFront(workspace), values),
    dismiss: async () => dismissModal(context, modalInFront(workspace)),
    sendEvent: (event) => sendEvent(context, event),
    uninstall: () => uninstallApp(context),
    revokeAccess: () => revokeTeamAccess(context),
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
  };
  return slack;
}

function modalInFront(workspace: Workspace): StoredView {
  const modal = workspace.modals.at(-1);
  if (modal === undefined) throw new Refused('No form is open.');
  return modal;
}

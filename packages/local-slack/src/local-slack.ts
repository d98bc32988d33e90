import type { State } from './contract.js';
import type { Attempt } from './deliveries.js';
import type { Fault } from './faults.js';
import type { Click } from './interactions.js';
import type { JsonObject } from './json.js';
import type { Outcome, Retry } from './outcome.js';
import type { Where } from './person.js';
import type { StepExecution } from './step-execution.js';
import type { StoredView } from './stored-view.js';
import type { ApiRequest } from './web-api-routes.js';
import type { Conversation, Member, NewConversation, StoredMessage } from './workspace.js';

/** A local Slack that runs, with its first workspace. */
export type LocalSlack = LocalWorkspace & {
  url: string;
  /** What `slackApiUrl` of a WebClient takes. */
  apiUrl: string;
  port: number;
  /** True where the port that was asked for was taken and another one serves. */
  portWasTaken: boolean;
  oauth: LocalOAuth;
  /**
   * Adds a workspace, in which the app is not installed yet. All share the address of the Web API,
   * the signing secret and where deliveries go; the page shows the first alone.
   */
  addWorkspace(workspace: NewWorkspace): LocalWorkspace;
  /** Adds an organisation (Enterprise), for workspaces to belong to. */
  addOrganisation(name: string): LocalOrganisation;
  close(): Promise<void>;
};

/** How an app is installed by OAuth, in a browser: see `AUTHORIZE_PATH`. */
export type LocalOAuth = {
  clientId: string;
  clientSecret: string;
  /** The addresses that people may be sent back to; the first where the app names none. */
  redirectUrls: string[];
  /** How long access tokens are good for from now on, in seconds; null: no token rotation. */
  rotateTokens(seconds: number | null): void;
};

/** `key` is in the ids of what belongs to the workspace: capital letters and digits. */
export type NewWorkspace = {
  key: string;
  name: string;
  channels?: readonly NewConversation[];
  organisation?: LocalOrganisation;
};

export type LocalOrganisation = {
  id: string;
  name: string;
  /** Removes the app from the organisation, and sends it the events. */
  uninstall(): Promise<void>;
};

/**
 * A workspace that runs. What a person does resolves when Slack's part, delivery and
 * acknowledgement, is done.
 */
export type LocalWorkspace = {
  /** Of the workspace that the app is installed in from the start; OAuth gives the others. */
  botToken: string;
  appToken: string;
  signingSecret: string;
  team: { id: string; name: string; domain: string };
  appId: string;
  botId: string;
  you: Member;
  bot: Member;

  /**
   * HTTP mode: where events, commands and interactions go while no Socket Mode client is connected.
   */
  deliverTo(requestUrl: string): void;
  socketConnected(): boolean;
  /** Asks Socket Mode clients to connect anew, as Slack does now and then. */
  refreshSockets(): void;
  /** Breaks every Socket Mode connection without a word. */
  dropSockets(): void;

  /** The channel of this id or name ("general"). Throws where there is none. */
  channel(idOrName: string): Conversation;
  /** The direct message between `you` and the bot. */
  directMessageChannel: Conversation;
  addChannel(channel: NewConversation): Conversation;
  addUser(user: Partial<Member> & { name: string }): Member;

  /** Types a slash command, "/name …". */
  command(typed: string, where?: Where): Promise<void>;
  /** Types "@bot …" in a channel, #general by default. */
  mention(typed: string, where?: Where): Promise<StoredMessage>;
  /** Types to the bot alone. */
  directMessage(typed: string, where?: Omit<Where, 'channel'>): Promise<StoredMessage>;
  /** Types anything anywhere. */
  say(typed: string, where?: Where): Promise<StoredMessage>;
  edit(message: StoredMessage, typed: string): Promise<void>;
  remove(message: StoredMessage): Promise<void>;
  /** Opens a channel beside the bot, which is told so. */
  lookAt(channel: string, user?: string): Promise<void>;
  openHome(tab?: 'home' | 'messages', user?: string): Promise<void>;
  /**
   * Presses or chooses something in a message or a view: by `action_id`, with a value where one is
   * chosen.
   */
  click(at: StoredMessage | StoredView, clicked: string | Click): Promise<void>;
  /** Chooses one of the app's shortcuts in the menu of a message, by its `callback_id`. */
  shortcut(message: StoredMessage, callbackId: string, user?: string): Promise<void>;
  /** Runs one of the app's steps, by its `callback_id`; what becomes of it is in what it gives. */
  runStep(callbackId: string, inputs: Record<string, string>): Promise<StepExecution>;
  /**
   * Types in a list that the app fills, and gives the options that it offers. What is submitted
   * must have been offered.
   */
  suggest(
    at: StoredMessage | StoredView,
    typed: { actionId: string; blockId?: string; value: string },
  ): Promise<JsonObject[]>;
  /** Submits the modal in front with these values, by `block_id` and `action_id`. */
  submit(values?: Record<string, Record<string, unknown>>): Promise<void>;
  /** Closes the modal in front. */
  dismiss(): Promise<void>;
  /** Sends any event, as `{ type, … }`. */
  sendEvent(event: JsonObject): Promise<Outcome>;
  /** Removes the app from the workspace: its tokens stop working, and it is sent the events. */
  uninstall(): Promise<void>;
  /** Takes the workspace from what the app was granted across its organisation. */
  revokeAccess(): Promise<void>;
  /**
   * Sends an event once more: the newest, or the one with this `event_id`; without `retry` as if
   * for the first time.
   */
  redeliver(options?: { eventId?: string; retry?: Retry }): Promise<Outcome>;
  /** Posts a body as it is to the request URL, or to another path of its server. */
  sendRaw(raw: {
    body: string;
    headers: Record<string, string>;
    path?: string;
  }): Promise<{ status: number; body: string }>;
  /** The headers that sign a body; `timestamp` in seconds, the machine's own time by default. */
  sign(body: string, timestamp?: number): Record<string, string>;

  /**
   * Messages that everybody in the channel sees, oldest first; of all channels where none is named.
   */
  messages(channel?: string): StoredMessage[];
  /** Messages that one user alone sees, `you` by default. */
  ephemerals(user?: string): StoredMessage[];
  /** Messages under this one (or its `ts`), whoever sees them. */
  replies(thread: StoredMessage | string): StoredMessage[];
  /** The modal in front. */
  modal(): StoredView | null;
  /** The open modals, the one in front last. */
  modals(): readonly StoredView[];
  /** The Home tab of `you`, or of another user. */
  home(user?: string): StoredView | null;
  notices(): State['notices'];
  /** All that the page sees. */
  state(): State;
  /**
   * Web API calls and `response_url` uses, oldest first; of one method (or "response_url") where
   * one is named.
   */
  requests(method?: string): ApiRequest[];
  /** Attempts to deliver something to the app, oldest first; the newest 200. */
  attempts(): readonly Attempt[];

  /**
   * Resolves with the first truthy answer of `read`, asked now and after every change. Rejects
   * after `timeoutMs` (10,000) with what the workspace then shows.
   */
  waitFor<T>(
    read: (slack: LocalWorkspace) => T | null | undefined | false,
    options?: { timeoutMs?: number },
  ): Promise<T>;
  /** Resolves when nothing is being delivered and no request of the app is under way. */
  idle(): Promise<void>;
  /** Makes the next requests of a Web API method, or of "response_url", fail. */
  failNext(method: string, fault: Fault): void;
};

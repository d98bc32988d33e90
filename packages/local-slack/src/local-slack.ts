import type { State } from './contract.js';
import type { Attempt } from './deliveries.js';
import type { Fault } from './faults.js';
import type { Click } from './interactions.js';
import type { JsonObject } from './json.js';
import type { Outcome, Retry } from './outcome.js';
import type { Where } from './person.js';
import type { Handler } from './server.js';
import type { StoredView } from './stored-view.js';
import type { ApiRequest } from './web-api-routes.js';
import type { Conversation, Member, NewConversation, StoredMessage } from './workspace.js';

export type LocalSlackOptions = {
  /** 0, as by default, takes any free port; a taken one gives way to the next free one. */
  port?: number;
  /** By default 127.0.0.1: nobody else on the network sees it. */
  host?: string;
  /** The bot's name, by which it is mentioned; by default "bot". */
  botName?: string;
  /** The channels of the workspace; by default #general alone. */
  channels?: readonly NewConversation[];
  /** The app's slash commands; by default none. */
  commands?: State['commands'];
  /** The app's message shortcuts; by default none. */
  shortcuts?: State['shortcuts'];
  /**
   * What a newcomer could type, as the page offers it: a command with its "/", or a question, which
   * is sent as a mention of the bot where the channel is not the direct message with it. By default
   * nothing.
   */
  examples?: State['examples'];
  /**
   * One or two sentences that the page always shows: what it is, and with whom it is not
   * affiliated.
   */
  disclaimer?: string;
  /** By default `DEFAULT_SCOPES`. */
  scopes?: readonly string[];
  /**
   * The workspace's clock, in milliseconds; signatures carry the machine's own time, which the app
   * checks.
   */
  now?: () => number;
  /**
   * The folder of the page, or false to serve none. By default the folder `page` beside this file.
   */
  page?: URL | false;
  /** How long Slack waits for an acknowledgement; 3,000 ms. */
  ackTimeoutMs?: number;
  /** The waits before an unacknowledged event is sent again; by default none, 0.2 s and 1 s. */
  retryDelaysMs?: readonly number[];
  /** Refuses a second `chat.postMessage` to a channel within a second (429). */
  rateLimit?: boolean;
  /** How many messages and notices are remembered; by default 500 and 20. */
  history?: number;
  /** Sees every request first: lets the app serve its own paths on the same port. */
  handle?: Handler;
};

/**
 * A local Slack that runs. What a person does resolves when Slack's part, delivery and
 * acknowledgement, is done.
 */
export type LocalSlack = {
  url: string;
  /** What `slackApiUrl` of a WebClient takes. */
  apiUrl: string;
  port: number;
  /** True where the port that was asked for was taken and another one serves. */
  portWasTaken: boolean;
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
  openHome(tab?: 'home' | 'messages', user?: string): Promise<void>;
  /**
   * Presses or chooses something in a message or a view: by `action_id`, with a value where one is
   * chosen.
   */
  click(at: StoredMessage | StoredView, clicked: string | Click): Promise<void>;
  /** Chooses one of the app's shortcuts in the menu of a message, by its `callback_id`. */
  shortcut(message: StoredMessage, callbackId: string, user?: string): Promise<void>;
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
    read: (slack: LocalSlack) => T | null | undefined | false,
    options?: { timeoutMs?: number },
  ): Promise<T>;
  /** Resolves when nothing is being delivered and no request of the app is under way. */
  idle(): Promise<void>;
  /** Makes the next requests of a Web API method, or of "response_url", fail. */
  failNext(method: string, fault: Fault): void;
  close(): Promise<void>;
};

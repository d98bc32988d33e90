import type { State } from './contract.js';
import type { Handler } from './server.js';
import type { StepDefinition } from './step-execution.js';
import type { NewConversation } from './workspace.js';

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
  /** The app's steps for workflows, which the page can run; by default none. */
  steps?: readonly StepDefinition[];
  /** Domains of whose links the app is told; by default none. */
  unfurlDomains?: readonly string[];
  /** Takes previews of links as Work Objects too; by default they are refused. */
  workObjects?: boolean;
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
  /** True: the app is in no workspace from the start, and is installed by OAuth alone. */
  distributed?: boolean;
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

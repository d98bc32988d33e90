import { randomUUID } from 'node:crypto';
import type { BlockJson, Channel, Notice, SuggestedPrompt, User } from './contract.js';
import type { Organisation } from './oauth/organisation.js';
import { randomId } from './random-id.js';
import type { StepExecution } from './step-execution.js';
import type { NewMessage, StoredMessage } from './stored-message.js';
import type { StoredView } from './stored-view.js';

/**
 * A person or a bot, with what `users.info` says of the time zone (`tzOffset` in seconds) and of
 * rights.
 */
export type Member = User & {
  tz: string;
  tzLabel: string;
  tzOffset: number;
  /** Whether they administer the workspace. */
  isAdmin?: boolean;
};

/** A channel with what Slack knows and the page need not. */
export type Conversation = Channel & {
  isArchived: boolean;
  /** The ids of its people; null where everybody of the workspace is in it. */
  members: string[] | null;
};

/** What a new channel needs; the rest is filled in. */
export type NewConversation = Partial<Conversation> & { name: string };

export type { NewMessage, StoredMessage } from './stored-message.js';

export const APP_ID = 'A0LOCALAPP';

const MAX_MESSAGES = 500;
const MAX_NOTICES = 20;

const LONDON = { tz: 'Europe/London', tzLabel: 'Greenwich Mean Time', tzOffset: 0 };

/**
 * Everything this workspace knows. One bot, one person at the page (`you`), some channels and a
 * direct message. Holds the newest 500 messages. `now` is the workspace's clock, in milliseconds
 * since 1970.
 */
export class Workspace {
  readonly team: { id: string; name: string; domain: string };
  readonly organisation: Organisation | null;
  readonly appId = APP_ID;
  readonly botId: string;
  readonly you: Member;
  readonly bot: Member;
  readonly users = new Map<string, Member>();
  readonly channels = new Map<string, Conversation>();
  readonly homes = new Map<string, StoredView>();
  readonly openChannels = new Map<string, string>();
  /** The stack of open modals, the one in front last. */
  modals: StoredView[] = [];
  messages: StoredMessage[] = [];
  prompts: SuggestedPrompt[] = [];
  notices: Notice[] = [];
  executions: StepExecution[] = [];
  readonly now: () => number;
  private readonly mostMessages: number;
  private readonly mostNotices: number;
  private readonly listeners = new Set<() => void>();
  private readonly key: string;
  private lastTs = 0;

  /** `key` is in the ids of what belongs to it: capital letters and digits. */
  constructor(options: {
    key?: string;
    name?: string;
    organisation?: Organisation | null;
    botName: string;
    channels: readonly NewConversation[];
    now: () => number;
    history: number | undefined;
  }) {
    const { key = 'LOCAL', name = 'Local Slack', organisation = null, botName } = options;
    const { channels, history } = options;
    this.now = options.now;
    this.key = key;
    this.organisation = organisation;
    const domain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    this.team = { id: `T0${key}TEAM`, name, domain };
    // One bot user serves all workspaces of an organisation.
    const botKey = organisation?.id ?? key;
    this.botId = `B0${botKey}BOT`;
    this.you = { id: `U0${key}YOU`, name: 'You', isBot: false, ...LONDON };
    this.mostMessages = history ?? MAX_MESSAGES;
    this.mostNotices = history ?? MAX_NOTICES;
    this.bot = { id: `U0${botKey}BOT`, name: botName, isBot: true, ...LONDON };
    for (const user of [this.you, this.bot]) this.users.set(user.id, user);
    for (const channel of channels) this.addChannel(channel);
    this.addChannel({ id: `D0${key}DM`, name: botName, kind: 'im' });
  }

  /** The direct message between `you` and the bot. */
  get directMessage(): Conversation {
    return this.channel(`D0${this.key}DM`);
  }

  /** Throws where no channel has this id. */
  channel(id: string): Conversation {
    const channel = this.channels.get(id);
    if (channel === undefined) throw new Error(`No channel has the id ${id}.`);
    return channel;
  }

  /** The channel of this id or, with or without its "#", this name. */
  findChannel(idOrName: string): Conversation | undefined {
    const name = idOrName.replace(/^#/, '');
    return (
      this.channels.get(idOrName) ??
      [...this.channels.values()].find((each) => each.kind === 'channel' && each.name === name)
    );
  }

  addChannel(channel: NewConversation): Conversation {
    const added: Conversation = {
      id: `C0${randomId(9)}`,
      kind: 'channel',
      topic: '',
      botIsMember: true,
      isPrivate: false,
      isArchived: false,
      isExtShared: false,
      members: null,
      ...channel,
    };
    this.channels.set(added.id, added);
    this.changed();
    return added;
  }

  addUser(user: Partial<Member> & { name: string }): Member {
    const added: Member = { id: `U0${randomId(9)}`, isBot: false, ...LONDON, ...user };
    this.users.set(added.id, added);
    this.changed();
    return added;
  }

  addMessage(message: NewMessage): StoredMessage {
    const added: StoredMessage = {
      ts: this.nextTs(),
      threadTs: null,
      blocks: [],
      edited: false,
      unfurls: [],
      ephemeralTo: null,
      botId: null,
      metadata: null,
      state: {},
      offered: new Map(),
      ...message,
      ephemeral: typeof message.ephemeralTo === 'string',
    };
    this.messages = [...this.messages, added].slice(-this.mostMessages);
    this.changed();
    return added;
  }

  findMessage(channel: string, ts: string): StoredMessage | undefined {
    return this.messages.find((message) => message.channel === channel && message.ts === ts);
  }

  /**
   * Gives the message a new wording; Slack marks only people's and bots' later changes as edited.
   */
  editMessage(message: StoredMessage, change: { text: string; blocks: BlockJson[] }): void {
    Object.assign(message, change, { edited: true, state: {} });
    this.changed();
  }

  removeMessage(message: StoredMessage): void {
    this.messages = this.messages.filter((each) => each !== message);
    this.changed();
  }

  notify(text: string, channel: string | null): void {
    this.notices = [...this.notices, { id: randomUUID(), channel, text }].slice(-this.mostNotices);
    this.changed();
  }

  dismiss(notice: string): void {
    this.notices = this.notices.filter((each) => each.id !== notice);
    this.changed();
  }

  /** Calls `listener` after every change, until the function it returns is called. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }

  /** A time stamp later than every one before it: seconds, a dot and six more digits. */
  nextTs(): string {
    this.lastTs = Math.max(this.lastTs + 1, Math.floor(this.now() * 1000));
    const micros = String(this.lastTs % 1_000_000).padStart(6, '0');
    return `${Math.floor(this.lastTs / 1_000_000)}.${micros}`;
  }
}

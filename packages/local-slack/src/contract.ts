/**
 * What the local Slack's page and its server send each other: `GET /local/state` answers a `State`;
 * `GET /local/events` is a server-sent event stream whose every `change` event means "fetch the
 * state again"; a `UserAction` is posted as JSON to `/local/actions` and answered with an
 * `ActionResult`. Blocks travel as Slack's own JSON. The person at the page acts as `State.you`.
 */

/** A block as the bot sent it, already held against Slack's rules. */
export type BlockJson = { type: string; block_id?: string } & Record<string, unknown>;

export type User = { id: string; name: string; isBot: boolean };

/** `kind` "im" is the direct message with the bot. */
export type Channel = {
  id: string;
  name: string;
  kind: 'channel' | 'im';
  topic: string;
  botIsMember: boolean;
  isPrivate: boolean;
  /** Shared with another organisation (Slack Connect). */
  isExtShared: boolean;
};

/** A preview of a link in a message, by blocks or as a Work Object. */
export type Unfurl = {
  url: string;
  blocks: BlockJson[];
  entity: {
    title: string;
    type: string;
    link: string;
    fields: { label: string; value: string }[];
  } | null;
};

/**
 * `ephemeral` messages are seen by `you` alone. `ts` is Slack's message id; `threadTs` that of the
 * message it answers.
 */
export type Message = {
  channel: string;
  ts: string;
  threadTs: string | null;
  user: string;
  text: string;
  blocks: BlockJson[];
  unfurls: Unfurl[];
  ephemeral: boolean;
  edited: boolean;
};

/** A modal or the Home tab. */
export type View = {
  id: string;
  type: 'modal' | 'home';
  title: string;
  submit: string | null;
  close: string | null;
  blocks: BlockJson[];
  /** Sentences by `block_id`, from a submission that the bot refused. */
  errors: Record<string, string>;
};

/** Something the person should know that is no message: "/name did not answer in time". */
export type Notice = { id: string; channel: string | null; text: string };

export type SuggestedPrompt = { title: string; message: string };

export type State = {
  workspace: string;
  appName: string;
  you: User;
  bot: User;
  users: User[];
  channels: Channel[];
  messages: Message[];
  home: View | null;
  modal: View | null;
  prompts: SuggestedPrompt[];
  notices: Notice[];
  commands: readonly { name: string; hint: string; description: string }[];
  /** The app's shortcuts in the menu of every message. */
  shortcuts: readonly { name: string; callbackId: string }[];
  /** The app's steps for workflows, which run by themselves here. */
  steps: readonly {
    callbackId: string;
    title: string;
    inputs: readonly { name: string; title: string; required?: boolean }[];
  }[];
  /** What a newcomer could type: commands, and questions without the mention of the bot. */
  examples: readonly string[];
  /** What the page is and is not, in a sentence or two that it always shows. */
  disclaimer: string;
};

/**
 * Everything a person can do at the page. A `send` whose text starts with "/" is a slash command.
 */
export type UserAction =
  | { type: 'send'; channel: string; text: string; threadTs: string | null }
  | { type: 'open'; tab: 'messages' | 'home' }
  /** Has a channel open, of which the bot is told. */
  | { type: 'look'; channel: string }
  | {
      type: 'click';
      /** Where the element stands: a message, or the open view. */
      at: { channel: string; ts: string } | { view: string };
      blockId: string;
      actionId: string;
      value: string | null;
    }
  | {
      /** Types in a list that the bot fills: the result has the options that it offers. */
      type: 'suggest';
      at: { channel: string; ts: string } | { view: string };
      blockId: string;
      actionId: string;
      value: string;
    }
  | { type: 'shortcut'; channel: string; ts: string; callbackId: string }
  /** Runs a step: the result has what came out of it. */
  | { type: 'step'; callbackId: string; inputs: Record<string, string> }
  | { type: 'submit'; view: string; values: Record<string, Record<string, unknown>> }
  | { type: 'close'; view: string }
  | { type: 'dismiss'; notice: string };

/** `error` is a sentence for the person. */
export type ActionResult =
  | {
      ok: true;
      options?: Record<string, unknown>[];
      outputs?: { title: string; value: string }[];
    }
  | { ok: false; error: string };

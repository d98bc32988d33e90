import type { DigestState, Subscription } from '../domain/subscription.js';

/** A message as Slack takes it: what a view makes, kept as JSON before it is sent. */
export type DigestMessage = {
  text: string;
  blocks: readonly { type: string; block_id?: string }[];
};

/** Where a digest goes, and the id of its run, which travels in the message's metadata. */
export type Destination = { team: string; channel: string; runId: string };

/**
 * The digest of a subscription on a day (ISO date, in its own zone) as a message, or null where there is nothing to post;
 * and the state of the subscription once it is posted. A `preview` says that it is one.
 */
export type Compose = (
  subscription: Subscription,
  today: string,
  options?: { preview: boolean },
) => { message: DigestMessage | null; state: DigestState };

/** What became of one call to post. */
export type PostOutcome =
  | { kind: 'posted'; ts: string }
  /** Certainly not posted, and Slack may take it after so many seconds: a 429, or Slack out of reach before anything was sent. */
  | { kind: 'not_now'; retryAfter: number }
  /** Certainly not posted; `reason` is Slack's word. `channelIsGone`: no later digest can be posted there either. */
  | { kind: 'refused'; reason: string; channelIsGone: boolean }
  /** Perhaps posted: no answer, a broken connection, a 5xx, or Slack's `fatal_error` and `internal_error`. */
  | { kind: 'unknown' };

/** Calls Slack once, without a retry of its own, within `timeoutMs`; never throws for what Slack does. */
export type Post = (
  message: DigestMessage,
  destination: Destination,
  timeoutMs: number,
) => Promise<PostOutcome>;

/**
 * Looks just before a post whether the channel may be posted in, within `timeoutMs`; never throws for what Slack does. Null:
 * nothing speaks against it, or the scope to see that was not granted.
 */
export type CheckChannel = (
  destination: Destination,
  timeoutMs: number,
) => Promise<Extract<PostOutcome, { kind: 'not_now' | 'refused' }> | null>;

/**
 * Whether the channel's history since `since` (ISO 8601, UTC) has a message of this run. `not_permitted`: the scope to read
 * it was not granted. `unknown`: the look failed, which says nothing of the message.
 */
export type FindPosted = (
  destination: Destination,
  since: string,
) => Promise<
  | { kind: 'found'; ts: string }
  | { kind: 'absent' }
  | { kind: 'not_permitted' }
  | { kind: 'unknown' }
>;

/** What an owner is told by direct message. `reason` is Slack's word for a refusal. */
export type OwnerNotice = {
  /** `not_posted`: perhaps not posted, "Post it now" offered, `reason` null where Slack did not let the history be read within a day; `failed`: refused today; `paused`: refused, and no more will be tried. */
  kind: 'not_posted' | 'failed' | 'paused';
  team: string;
  channel: string;
  owner: string;
  runId: string;
  /** ISO date in the subscription's own zone. */
  localDate: string;
  reason: string | null;
};

/** Resolves when the owner was told or can never be; throws where it should be tried again later. Comes when it is the owner's turn. */
export type Tell = (notice: OwnerNotice) => Promise<void>;

/** Does `post` when it is the channel's turn; channels never wait for each other. */
export type InTurn = <T>(channel: string, post: () => Promise<T>) => Promise<T>;

/** What sending needs of the rest of the bot. */
export type DigestPorts = {
  compose: Compose;
  checkChannel: CheckChannel;
  post: Post;
  findPosted: FindPosted;
  tell: Tell;
  inTurn: InTurn;
};

import type { Alert } from '../../domain/alert.js';
import type { AlsoTold, NoticeKind, Refusal } from '../../domain/digest-run.js';
import type { DigestState, Subscription } from '../../domain/subscription.js';
import type { AlertPorts } from '../schedule/alert-planner.js';

type Content = { text: string; blocks: readonly { type: string; block_id?: string }[] };

/**
 * A message as Slack takes it: what a view makes, saved as JSON before it is sent. `inThread` is
 * what is to stand in its thread.
 */
export type DigestMessage = Content & { inThread?: Content };

/**
 * Where a digest goes, with `threadTs` into the thread of that message, and the id of its run,
 * which travels in the message's metadata.
 */
export type Destination = { team: string; channel: string; threadTs?: string; runId: string };

/**
 * Makes the digest of a subscription, or what an alert tells, on a day (ISO date, in its own
 * zone) as a message, or null where there is nothing to post; and the state of the subscription
 * once it is posted. A `preview` says that it is one. `beside` are all active alerts of an alert's
 * channel: the message tells what any of them found, and `told` are the states of the others.
 */
export type Compose = (
  subscription: Subscription | Alert,
  today: string,
  options?: { preview?: boolean; beside?: readonly Alert[] },
) => { message: DigestMessage | null; state: DigestState; told?: AlsoTold[] };

/** What became of one call to post. */
export type PostOutcome =
  | { kind: 'posted'; ts: string }
  /**
   * Certainly not posted, and Slack may take it after so many seconds: a 429, or Slack was out of
   * reach before anything was sent.
   */
  | { kind: 'not_now'; retryAfter: number }
  /** Certainly not posted. */
  | ({ kind: 'refused' } & Refusal)
  /**
   * Perhaps posted: no answer, a broken connection, a 5xx, or an error word that leaves it open.
   */
  | { kind: 'unknown' };

/**
 * Calls Slack once, without a retry of its own, within `timeoutMs`; never throws for what Slack
 * does.
 */
export type Post = (
  message: DigestMessage,
  destination: Destination,
  timeoutMs: number,
) => Promise<PostOutcome>;

/**
 * Looks just before a post whether the channel may be posted in, within `timeoutMs`; never throws
 * for what Slack does. Null: nothing speaks against it, or the scope to see that was not granted.
 */
export type CheckChannel = (
  destination: Destination,
  timeoutMs: number,
) => Promise<Extract<PostOutcome, { kind: 'not_now' | 'refused' }> | null>;

/**
 * Looks whether the channel's history since `since` (ISO 8601, UTC) has a message of this run.
 * `not_permitted`: the scope to read it was not granted; `reason` is Slack's error word. `unknown`:
 * the look failed, which says nothing of the message.
 */
export type FindPosted = (
  destination: Destination,
  since: string,
) => Promise<
  | { kind: 'found'; ts: string }
  | { kind: 'absent' }
  | { kind: 'not_permitted'; reason: string }
  | { kind: 'unknown' }
>;

/**
 * What an owner is notified of by direct message. `not_posted`: the digest was perhaps not posted,
 * and "Post it now" is offered; `failed`: it was refused; `paused`: it was refused, and no more
 * will be tried. `localDate` is an ISO date in the subscription's own zone. `reason` is Slack's
 * error word; null where Slack did not let the history be read within a day.
 */
export type OwnerNotice = {
  kind: NoticeKind;
  /** Of what it was. */
  about: 'digest' | 'alert';
  team: string;
  channel: string;
  owner: string;
  runId: string;
  localDate: string;
  reason: string | null;
};

/**
 * Resolves when the owner was notified or can never be; throws where it should be tried again
 * later. Is called when it is the owner's turn.
 */
export type NotifyOwner = (notice: OwnerNotice) => Promise<void>;

/** Does `post` when it is the channel's turn; channels never wait for each other. */
export type InTurn = <T>(channel: string, post: () => Promise<T>) => Promise<T>;

/** What sending needs of the rest of the bot. */
export type DigestPorts = {
  compose: Compose;
  checkChannel: CheckChannel;
  post: Post;
  findPosted: FindPosted;
  notifyOwner: NotifyOwner;
  inTurn: InTurn;
  alerts: AlertPorts;
};

import type { Alert } from './alert.js';
import type { DigestState, Subscription } from './subscription.js';

/** When subscriptions post. */
export type Schedule = Pick<Subscription, 'at' | 'zone' | 'weekdays'>;

/**
 * A time of posting that has come: the instant (ISO 8601, UTC) and the day in the schedule's own
 * zone (ISO date).
 */
export type Slot = { at: string; localDate: string };

/** What the owner of a digest is notified of. */
export type NoticeKind = 'not_posted' | 'failed' | 'paused';

/**
 * A digest run that this process has claimed for the length of a lease. `step` is what comes next:
 * `compose` the message; `post` the saved message; `reconcile` an attempt whose outcome is unknown;
 * `notify` the owner of how the run ended.
 */
export type ClaimedRun = {
  id: string;
  lease: string;
  /** ISO date, in the subscription's own zone. */
  localDate: string;
  subscription: Subscription | Alert;
} & (
  | { step: 'compose' }
  | { step: 'post'; message: unknown }
  /** `attemptedAt` is ISO 8601, UTC, by the database's clock; `hours` have passed since. */
  | { step: 'reconcile'; message: unknown; attemptedAt: string; hours: number }
  | { step: 'notify'; notice: NoticeKind; reason: string | null }
);

/**
 * What names a claimed run in a change. Where another process has claimed it since, a change does
 * nothing and returns false.
 */
export type Claim = Pick<ClaimedRun, 'id' | 'lease'>;

/** What an alert will have told once the message of another in its channel is posted. */
export type AlsoTold = Pick<Alert, 'id' | 'activeFrom' | 'state'>;

/**
 * Why a run was refused: `reason` is Slack's error word. `pausedBecause` is a sentence that says
 * why no later digest can be posted in the channel either, or null where one may be.
 */
export type Refusal = { reason: string; pausedBecause: string | null };

/**
 * The storage of the digests that have fallen due: one row for each subscription and local date.
 * A process changes a row only while its own lease, by the database's clock, lasts. Instants are
 * ISO 8601, UTC. Every method throws a `StoreError` where the database fails.
 */
export type DigestRunStore = {
  /** The schedules of all active subscriptions, each once. */
  schedules(): Promise<Schedule[]>;
  /**
   * Makes a slot due for the active subscriptions of a schedule that have no run on its day. Older
   * runs that are not under way yet are merged into it.
   */
  plan(schedule: Schedule, slot: Slot): Promise<void>;
  /** The active alerts: when each was changed last, and no more. */
  activeAlerts(): Promise<Pick<Alert, 'id' | 'activeFrom'>[]>;
  /** Those of these alerts (ids) that are active still. */
  alerts(ids: readonly string[]): Promise<Alert[]>;
  /**
   * The active alerts of a channel whose message Slack has not refused on a local date, in the
   * order in which they were set up.
   */
  alertsOf(where: Pick<Alert, 'team' | 'channel'> & Pick<Slot, 'localDate'>): Promise<Alert[]>;
  /**
   * Makes a run due for an alert that has something to tell, unless its own message was refused on
   * that local date since it was set up or resumed, or one of its channel's alerts is due or under
   * way or, on that date, was perhaps posted: one message tells what all of them found.
   */
  planAlert(id: string, slot: Slot): Promise<void>;
  /** Claims up to `most` runs that are due and unclaimed, the oldest first. */
  claim(most: number, leaseSeconds: number): Promise<ClaimedRun[]>;
  /** Saves the message before it is sent, and the state of its subscription afterwards. */
  saveMessage(run: Claim, message: unknown, state: DigestState): Promise<boolean>;
  /** Marks that the call to Slack comes next, and extends the lease. */
  markAttempted(run: Claim, leaseSeconds: number): Promise<boolean>;
  /** Ends a run that has nothing to post. */
  markNothingNew(run: Claim, state: DigestState, at: string): Promise<boolean>;
  /**
   * Ends a run that was posted, and moves its subscription's state. What is to stand in the thread
   * of its message becomes a run of its own, which is sent as any other, once. Other alerts whose
   * findings it told have told them too, but for those that were changed since.
   */
  markSent(
    run: Claim,
    ts: string,
    at: string,
    also?: { inThread?: unknown; told?: readonly AlsoTold[] },
  ): Promise<boolean>;
  /** Ends a run that Slack refused. Its owner is to be notified. */
  markFailed(run: Claim, refusal: Refusal, at: string): Promise<boolean>;
  /**
   * Ends a run that was perhaps posted and is not sent again. `reason` is Slack's error word for
   * why the channel's history could not be read, or null. Its owner is to be notified.
   */
  markNotPosted(run: Claim, reason: string | null, at: string): Promise<boolean>;
  /** Ends the notice: the owner was notified. */
  markNotified(run: Claim): Promise<boolean>;
  /**
   * Frees a run for any process after so many seconds. Where it is `certainly` not posted, an
   * attempt is taken back, and merged into a newer run where there is one.
   */
  release(run: Claim, seconds: number, certainly: 'not posted' | 'as it was'): Promise<boolean>;
  extendLease(run: Claim, leaseSeconds: number): Promise<boolean>;
  /**
   * Pauses an active subscription in whose channel nothing may be posted any more. Its owner is to
   * be notified. `slot` is now.
   */
  pauseChannel(
    team: string,
    channel: string,
    refusal: Refusal & { pausedBecause: string },
    slot: Slot,
  ): Promise<void>;
  /**
   * Makes a run that ended as `markNotPosted` due again, where the owner of its subscription asks.
   * `newer`: a later one has fallen due; `settled`: it was posted, or is about to be; `paused`,
   * `gone`: its subscription is, or that workspace has none such.
   */
  postNow(
    runId: string,
    whose: { team: string; owner: string },
  ): Promise<'queued' | 'newer' | 'settled' | 'paused' | 'gone' | 'not_owner'>;
  /** Deletes ended runs of before a local date, and what is left of alerts that were stopped. */
  deleteBefore(localDate: string): Promise<void>;
};

import type { DigestState } from '../domain/subscription.js';
import type { ClaimedRun, Schedule, Slot } from './claimed-run.js';
import type { Held } from './held-run.js';

/**
 * The digests that have fallen due: a row for each subscription and local date. A process changes
 * one only while its lease (by the database's clock) is its own. Instants are ISO 8601, UTC. Every
 * method throws where the database fails.
 */
export type DigestRuns = {
  /** The schedules of all active subscriptions, each once. */
  schedules(): Promise<Schedule[]>;
  /**
   * Makes a slot due for the active subscriptions of a schedule that have no run on its day; older
   * ones not yet under way are merged into it.
   */
  plan(schedule: Schedule, slot: Slot): Promise<void>;
  /** Takes up to `most` of what is due and nobody holds, the oldest first. */
  claim(most: number, leaseSeconds: number): Promise<ClaimedRun[]>;
  /** Keeps the message before it is sent, and the state that its subscription has afterwards. */
  keep(run: Held, message: unknown, state: DigestState): Promise<boolean>;
  /** Ends a run that has nothing to say. */
  nothingNew(run: Held, state: DigestState, at: string): Promise<boolean>;
  /** Marks that the call to Slack comes next; extends the lease. */
  attempt(run: Held, leaseSeconds: number): Promise<boolean>;
  /** Ends a run that was posted, and moves its subscription's state. */
  sent(run: Held, ts: string, at: string): Promise<boolean>;
  /**
   * Frees a run for anybody after so many seconds; `certainly` not posted: an attempt is taken
   * back, and merged into a newer run where there is one.
   */
  release(run: Held, seconds: number, certainly: 'not posted' | 'as it was'): Promise<boolean>;
  /**
   * Ends a run that Slack refused; with `pausedBecause`, a sentence, its subscription is paused.
   * The owner is to be told.
   */
  failed(
    run: Held,
    refusal: { reason: string; pausedBecause: string | null },
    at: string,
  ): Promise<boolean>;
  /**
   * Pauses an active subscription in whose channel nothing may be posted any more, and its owner is
   * to be told; `slot` is now.
   */
  close(
    team: string,
    channel: string,
    refusal: { reason: string; pausedBecause: string },
    slot: Slot,
  ): Promise<void>;
  /**
   * Ends a run that was perhaps posted and is not sent again; `reason` is Slack's word for why
   * nobody could look, or null. The owner is to be told.
   */
  notPosted(run: Held, reason: string | null, at: string): Promise<boolean>;
  /** Extends the lease. */
  hold(run: Held, leaseSeconds: number): Promise<boolean>;
  /** The owner was told. */
  told(run: Held): Promise<boolean>;
  /**
   * Makes a run that ended as `notPosted` due again. `newer`: a later one has fallen due;
   * `settled`: it was posted, or is about to be; `paused`, `gone`: its subscription is.
   */
  postNow(runId: string): Promise<'queued' | 'newer' | 'settled' | 'paused' | 'gone'>;
  /** Forgets runs of before a local date. */
  forgetBefore(localDate: string): Promise<void>;
};

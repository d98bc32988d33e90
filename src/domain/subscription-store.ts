import type { LastOutcome, Subscription } from './subscription.js';

/**
 * The storage of subscriptions to digests, at most one a channel. `team` is Slack's id of the
 * workspace. Every method throws a `StoreError` where the database fails.
 */
export type SubscriptionStore = {
  get(team: string, channel: string): Promise<Subscription | null>;
  /**
   * Saves a subscription. Where its channel has one already, that one is changed in place: it
   * takes the new settings and `activeFrom`; its `id`, `createdAt`, `status` and `pausedBecause`
   * stay, and its state gains only what it has not reported yet. Runs that are due and were not
   * attempted are dropped. `activeFrom` should be now where the times change: otherwise today's
   * new time may be past and due.
   */
  save(subscription: Subscription): Promise<void>;
  /**
   * Gives the stored subscription the settings of `next` as `save` does or, where `next` is null,
   * removes it. Returns false, and changes nothing, where somebody changed its settings since
   * `expected` was read.
   */
  replace(expected: Subscription, next: Subscription | null): Promise<boolean>;
  /** Whether the digest of a local date (ISO) has fallen due: a local date has no second one. */
  hadRun(team: string, channel: string, localDate: string): Promise<boolean>;
  /** Drops what is due and not under way. False where the channel has no subscription. */
  pause(team: string, channel: string, because: string | null): Promise<boolean>;
  /**
   * Nothing that fell due before `from` (ISO 8601, UTC) is made up for. False where the channel
   * has no subscription.
   */
  resume(team: string, channel: string, from: string): Promise<boolean>;
  /** False where the channel has no subscription. */
  remove(team: string, channel: string): Promise<boolean>;
  /** Lists a workspace's subscriptions in the order in which they were set up. */
  list(team: string): Promise<Subscription[]>;
  /** The same of every workspace. */
  listAll(): Promise<Subscription[]>;
  /** Null where nothing has fallen due yet, or the channel has no subscription. */
  lastOutcome(team: string, channel: string): Promise<LastOutcome | null>;
};

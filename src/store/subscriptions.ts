import type { LastOutcome, Subscription } from '../domain/subscription.js';

/** The subscriptions to digests, one a channel at most. Every method throws where the database fails. */
export type Subscriptions = {
  get(team: string, channel: string): Promise<Subscription | null>;
  /**
   * Keeps a subscription in place of any other of its channel. Saving one that is kept already (the same `id`) changes
   * its settings and leaves `state`, `status`, `pausedBecause` and `activeFrom` as they are: sending moves the first,
   * `pause` and `resume` the others.
   */
  save(subscription: Subscription): Promise<void>;
  /** What is due and not yet under way is dropped. False where the channel has no subscription. */
  pause(team: string, channel: string, because: string | null): Promise<boolean>;
  /** Nothing that fell due before `from` (ISO 8601, UTC) is made up for. False where the channel has no subscription. */
  resume(team: string, channel: string, from: string): Promise<boolean>;
  /** False where the channel has no subscription. */
  remove(team: string, channel: string): Promise<boolean>;
  /** Of a workspace, in the order in which they were set up. */
  list(team: string): Promise<Subscription[]>;
  /** Null where nothing has fallen due yet, or the channel has no subscription. */
  lastOutcome(team: string, channel: string): Promise<LastOutcome | null>;
};

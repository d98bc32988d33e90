import type { Subscription } from '../../domain/subscription.js';
import type { SubscriptionStore } from '../../domain/subscription-store.js';
import { localDate, nextRun } from './schedule.js';

/**
 * When a subscription posts next. `hadToday`: it would be sooner, had that day's digest not fallen
 * due before its times changed.
 */
export type NextDigest = { next: Date; hadToday: boolean };

/** Finds when a subscription posts next: a local date has one digest, however its times change. */
export async function nextDigest(
  subscriptions: SubscriptionStore,
  subscription: Subscription,
  now: Date,
): Promise<NextDigest> {
  const { team, channel, zone } = subscription;
  const next = nextRun(subscription, now);
  const hadToday = await subscriptions.hadRun(team, channel, localDate(zone, next));
  return { next: hadToday ? nextRun(subscription, next) : next, hadToday };
}

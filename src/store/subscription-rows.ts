import { z } from 'zod';
import { Subscription } from '../domain/subscription.js';
import type { Value } from './database-handle.js';

/** The columns that `readSubscription` takes. */
export const SUBSCRIPTION_COLUMNS =
  's.id, s.team, s.channel, s.status, s.paused_because, s.created_at, s.active_from, s.post_at, s.zone, s.weekdays, s.settings, s.state';

const Json = z.string().transform((text): unknown => JSON.parse(text));
const Settings = Subscription.pick({
  owner: true,
  ownerName: true,
  authorities: true,
  themes: true,
  onlyNew: true,
});
const Row = z.object({
  id: z.string(),
  team: z.string(),
  channel: z.string(),
  status: Subscription.shape.status,
  paused_because: z.string().nullable(),
  created_at: z.string(),
  active_from: z.string(),
  post_at: z.string(),
  zone: z.string(),
  weekdays: z.string(),
  settings: Json.pipe(Settings),
  state: Json.pipe(Subscription.shape.state),
});

/** A row of `SUBSCRIPTION_COLUMNS` as a subscription. */
export function readSubscription(row: unknown): Subscription {
  const { id, team, channel, status, settings, state, zone, ...rest } = Row.parse(row);
  return Subscription.parse({
    ...{ id, team, channel, status, state, zone, ...settings },
    at: rest.post_at,
    weekdays: rest.weekdays.split(','),
    pausedBecause: rest.paused_because,
    createdAt: rest.created_at,
    activeFrom: rest.active_from,
  });
}

/** The columns that a change of settings sets. */
export const SETTINGS = ['active_from', 'post_at', 'zone', 'weekdays', 'settings'];
export const UNCHANGED = ['id', ...SETTINGS].map((column) => `${column} = ?`).join(' AND ');
export const settingsOf = (subscription: Subscription): Value[] => [
  ...[subscription.activeFrom, subscription.at, subscription.zone],
  subscription.weekdays.join(','),
  JSON.stringify(Settings.strip().parse(subscription)),
];

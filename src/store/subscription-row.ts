import { z } from 'zod';
import { DigestState, Subscription } from '../domain/subscription.js';
import type { Value } from './database-handle.js';

/** The columns that `readSubscription` takes. */
export const SUBSCRIPTION_COLUMNS =
  's.id, s.team, s.channel, s.status, s.paused_because, s.created_at, s.active_from, s.post_at, s.zone, s.weekdays, s.settings, s.state';

/** A state in its column; `told` is the name that the first release gave `reported`. */
const StoredState = z
  .object({ told: DigestState.shape.reported, themesUsed: DigestState.shape.themesUsed })
  .transform(({ told, themesUsed }) => ({ reported: told, themesUsed }));

/** A state as the column `state` stores it. */
export const storedState = ({ reported, themesUsed }: DigestState): string =>
  JSON.stringify({ told: reported, themesUsed });

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
  state: Json.pipe(StoredState),
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
export const SETTINGS_COLUMNS = ['active_from', 'post_at', 'zone', 'weekdays', 'settings'];
/** Selects a subscription whose settings nobody has changed; takes its id and `settingsOf` it. */
export const UNCHANGED = ['id', ...SETTINGS_COLUMNS].map((column) => `${column} = ?`).join(' AND ');
/** The values of `SETTINGS_COLUMNS`. */
export const settingsOf = (subscription: Subscription): Value[] => [
  ...[subscription.activeFrom, subscription.at, subscription.zone],
  subscription.weekdays.join(','),
  JSON.stringify(Settings.strip().parse(subscription)),
];

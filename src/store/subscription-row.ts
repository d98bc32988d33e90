import { z } from 'zod';
import { Alert } from '../domain/alert.js';
import { DigestState, Subscription } from '../domain/subscription.js';
import type { Value } from './database-handle.js';

/** The columns that `readSubscription` takes. */
export const SUBSCRIPTION_COLUMNS =
  's.id, s.kind, s.team, s.channel, s.status, s.paused_because, s.created_at, s.active_from, s.post_at, s.zone, s.weekdays, s.settings, s.state';

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
  condensed: true,
});
const AlertSettings = Alert.pick({ owner: true, ownerName: true, words: true, places: true });
const Row = z.object({
  id: z.string(),
  kind: z.enum(['digest', 'alert']),
  team: z.string(),
  channel: z.string(),
  status: Subscription.shape.status,
  paused_because: z.string().nullable(),
  created_at: z.string(),
  active_from: z.string(),
  post_at: z.string(),
  zone: z.string(),
  weekdays: z.string(),
  settings: Json,
  state: Json.pipe(StoredState),
});

type Row = z.infer<typeof Row>;

/** What digests and alerts have in common. */
const sharedOf = ({ id, team, channel, status, state, zone, ...rest }: Row) => ({
  ...{ id, team, channel, status, state, zone },
  pausedBecause: rest.paused_because,
  createdAt: rest.created_at,
  activeFrom: rest.active_from,
});

const digestOf = (row: Row): Subscription =>
  Subscription.parse({
    ...sharedOf(row),
    ...Settings.parse(row.settings),
    at: row.post_at,
    weekdays: row.weekdays.split(','),
  });

const alertOf = (row: Row): Alert =>
  Alert.parse({ kind: 'alert', ...sharedOf(row), ...AlertSettings.parse(row.settings) });

/** A row of `SUBSCRIPTION_COLUMNS` as a subscription to digests. */
export const readSubscription = (row: unknown): Subscription => digestOf(Row.parse(row));

/** A row of `SUBSCRIPTION_COLUMNS` as an alert. */
export const readAlert = (row: unknown): Alert => alertOf(Row.parse(row));

/** A row of `SUBSCRIPTION_COLUMNS` as what it is. */
export function readEither(row: unknown): Subscription | Alert {
  const read = Row.parse(row);
  return read.kind === 'alert' ? alertOf(read) : digestOf(read);
}

/** The settings of an alert in their column. */
export const alertSettingsOf = (alert: Alert): string =>
  JSON.stringify(AlertSettings.strip().parse(alert));

/** The columns that a change of settings sets. */
export const SETTINGS_COLUMNS = ['active_from', 'post_at', 'zone', 'weekdays', 'settings'];
/** Selects a subscription whose settings nobody has changed; takes its id and `settingsOf` it. */
export const UNCHANGED = ['id', ...SETTINGS_COLUMNS].map((column) => `${column} = ?`).join(' AND ');
/** The values of `SETTINGS_COLUMNS`. */
export const settingsOf = (subscription: Subscription): Value[] => [
  ...[subscription.activeFrom, subscription.at, subscription.zone],
  subscription.weekdays.join(','),
  JSON.stringify(withoutDefault(Settings.strip().parse(subscription))),
];

/**
 * As older versions wrote it, where nobody chose otherwise: settings are compared by their text.
 */
const withoutDefault = ({ condensed, ...settings }: z.infer<typeof Settings>) =>
  condensed ? { ...settings, condensed } : settings;

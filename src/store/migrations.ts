import { InspectionError } from '../domain/errors.js';
import type { Dialect } from './database-handle.js';

const SUBSCRIPTIONS_BEFORE_KINDS =
  'id, team, channel, status, paused_because, created_at, active_from, post_at, zone, weekdays, settings, state';

/**
 * Each entry brings the schema from its index to the next version; entries are added, never
 * changed. Instants that the database compares are in milliseconds by its own clock; those it only
 * keeps are ISO 8601.
 */
const MIGRATIONS: ((dialect: Dialect) => string)[] = [
  ({ whole, table }) =>
    `CREATE TABLE key_value (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires ${whole}) ${table};
     CREATE INDEX key_value_expires ON key_value (expires) WHERE expires IS NOT NULL;`,
  ({ whole, table }) =>
    `CREATE TABLE subscriptions (
       id TEXT PRIMARY KEY, team TEXT NOT NULL, channel TEXT NOT NULL,
       status TEXT NOT NULL, paused_because TEXT, created_at TEXT NOT NULL, active_from TEXT NOT NULL,
       post_at TEXT NOT NULL, zone TEXT NOT NULL, weekdays TEXT NOT NULL,
       settings TEXT NOT NULL, state TEXT NOT NULL,
       UNIQUE (team, channel)) ${table};
     CREATE INDEX subscriptions_by_schedule ON subscriptions (status, zone, post_at, weekdays);
     CREATE TABLE digest_runs (
       subscription TEXT NOT NULL, local_date TEXT NOT NULL, status TEXT NOT NULL,
       message TEXT, state TEXT, attempted_at ${whole},
       lease TEXT, lease_until ${whole} NOT NULL DEFAULT 0, not_before ${whole} NOT NULL DEFAULT 0,
       finished_at TEXT, reason TEXT, ts TEXT, tell TEXT,
       PRIMARY KEY (subscription, local_date)) ${table};
     CREATE INDEX digest_runs_open ON digest_runs (local_date, subscription)
       WHERE status IN ('due', 'ready', 'attempted') OR tell IS NOT NULL;`,
  ({ whole, table }) =>
    `CREATE TABLE daily_claims (
       work TEXT PRIMARY KEY, local_date TEXT NOT NULL DEFAULT '', done INTEGER NOT NULL DEFAULT 0,
       lease TEXT, lease_until ${whole} NOT NULL DEFAULT 0) ${table};`,
  ({ whole, table }) =>
    `CREATE TABLE inbox (
       team TEXT NOT NULL, id TEXT NOT NULL, status TEXT NOT NULL DEFAULT 'open', sealed TEXT, route TEXT,
       received_at ${whole} NOT NULL, attempted_at ${whole}, times INTEGER NOT NULL DEFAULT 0,
       lease TEXT, lease_until ${whole} NOT NULL DEFAULT 0,
       PRIMARY KEY (team, id)) ${table};
     CREATE INDEX inbox_under_way ON inbox (received_at, id) WHERE sealed IS NOT NULL;
     CREATE INDEX inbox_ended ON inbox (received_at) WHERE sealed IS NULL;`,
  ({ whole, table }) =>
    `CREATE TABLE installations (
       id TEXT PRIMARY KEY CHECK (id <> ''), is_org INTEGER NOT NULL DEFAULT 0, sealed TEXT NOT NULL,
       installed_at ${whole} NOT NULL, expires_at ${whole},
       lease TEXT, lease_until ${whole} NOT NULL DEFAULT 0) ${table};
     CREATE TABLE org_workspaces (
       team TEXT PRIMARY KEY CHECK (team <> ''), org TEXT NOT NULL CHECK (org <> '')) ${table};
     CREATE INDEX org_workspaces_by_org ON org_workspaces (org);
     CREATE TABLE used_states (
       state TEXT PRIMARY KEY, expires_at ${whole} NOT NULL) ${table};`,
  ({ table }) =>
    `CREATE TABLE feedback (
       team TEXT NOT NULL, id TEXT NOT NULL, rating TEXT NOT NULL, choice TEXT, comment TEXT,
       intent TEXT NOT NULL, parts TEXT NOT NULL, record TEXT NOT NULL, day TEXT NOT NULL,
       PRIMARY KEY (team, id)) ${table};`,
  // A channel has one digest and several alerts. SQLite drops no constraint, so the table is made
  // anew.
  ({ table }) =>
    `CREATE TABLE subscriptions_of_kinds (
       id TEXT PRIMARY KEY, kind TEXT NOT NULL DEFAULT 'digest', team TEXT NOT NULL, channel TEXT NOT NULL,
       status TEXT NOT NULL, paused_because TEXT, created_at TEXT NOT NULL, active_from TEXT NOT NULL,
       post_at TEXT NOT NULL, zone TEXT NOT NULL, weekdays TEXT NOT NULL,
       settings TEXT NOT NULL, state TEXT NOT NULL) ${table};
     INSERT INTO subscriptions_of_kinds (${SUBSCRIPTIONS_BEFORE_KINDS})
       SELECT ${SUBSCRIPTIONS_BEFORE_KINDS} FROM subscriptions;
     DROP TABLE subscriptions;
     ALTER TABLE subscriptions_of_kinds RENAME TO subscriptions;
     CREATE UNIQUE INDEX digests_by_channel ON subscriptions (team, channel) WHERE kind = 'digest';
     CREATE INDEX alerts_by_channel ON subscriptions (team, channel) WHERE kind = 'alert';
     CREATE INDEX subscriptions_by_schedule ON subscriptions (status, zone, post_at, weekdays);`,
];

/** The version of the schema that this version of the bot works with. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** Where the versions that were applied are written down. */
export const MIGRATIONS_TABLE =
  'CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY)';

/**
 * The SQL that is still to run on a database whose schema has this version, with each step's entry
 * in the table.
 * @throws InspectionError where a newer version of the bot made the database; `where` names it.
 */
export function migrationsFrom(applied: number, dialect: Dialect, where: string): string[] {
  if (applied > MIGRATIONS.length)
    throw new InspectionError(
      `The database ${where} was made by a newer version of this bot: update the bot, or set DATABASE_URL to another one.`,
    );
  return MIGRATIONS.slice(applied).map(
    (migration, index) =>
      `${migration(dialect)} INSERT INTO migrations (version) VALUES (${applied + index});`,
  );
}

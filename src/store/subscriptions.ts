import { LastOutcome, Subscription } from '../domain/subscription.js';
import type { DatabaseHandle, Statement, Value } from './database-handle.js';
import {
  readSubscription,
  SETTINGS,
  SUBSCRIPTION_COLUMNS,
  settingsOf,
  UNCHANGED,
} from './subscription-rows.js';

/**
 * The subscriptions to digests, one a channel at most. Every method throws where the database
 * fails.
 */
export type Subscriptions = {
  get(team: string, channel: string): Promise<Subscription | null>;
  /**
   * Keeps a subscription. Where its channel has one already, that one is changed in place: it takes
   * the new settings and `activeFrom`; its `id`, `createdAt`, `status` and `pausedBecause` stay,
   * and to its state comes only what it has not told yet. What is due and was not attempted is
   * dropped. `activeFrom` should be now where the times change: else today's new time may be past
   * and due.
   */
  save(subscription: Subscription): Promise<void>;
  /**
   * Gives `kept` the settings of `next` as `save` does or, where it is null, removes it. False, and
   * nothing changes, where somebody changed its settings since.
   */
  replace(kept: Subscription, next: Subscription | null): Promise<boolean>;
  /**
   * Whether the digest of a local date (ISO) has fallen due, whatever became of it: it has no
   * second one.
   */
  hadRun(team: string, channel: string, localDate: string): Promise<boolean>;
  /** What is due and not yet under way is dropped. False where the channel has no subscription. */
  pause(team: string, channel: string, because: string | null): Promise<boolean>;
  /**
   * Nothing that fell due before `from` (ISO 8601, UTC) is made up for. False where the channel has
   * no subscription.
   */
  resume(team: string, channel: string, from: string): Promise<boolean>;
  /** False where the channel has no subscription. */
  remove(team: string, channel: string): Promise<boolean>;
  /** Of a workspace, in the order in which they were set up. */
  list(team: string): Promise<Subscription[]>;
  /** Null where nothing has fallen due yet, or the channel has no subscription. */
  lastOutcome(team: string, channel: string): Promise<LastOutcome | null>;
};

/**
 * Forgets what is due and was not attempted, so that its day can have a digest by the new settings.
 */
const forgetOpenRuns = (which: string, values: readonly Value[]): Statement => ({
  sql: `DELETE FROM digest_runs WHERE status IN ('due', 'ready') AND subscription IN (${which})`,
  values,
});

/**
 * Drops what is due of the subscriptions that `which` selects and was not posted or attempted;
 * `values` are for `which`.
 */
export const dropOpenRuns = (which: string, values: readonly Value[]): Statement => ({
  sql: `UPDATE digest_runs SET status = 'dropped', message = NULL
        WHERE status IN ('due', 'ready', 'attempted') AND subscription IN (${which})`,
  values,
});

/**
 * Whoever changes a subscription and its runs takes the subscription first, so that no two wait for
 * each other.
 */
export const lock = (where: string, values: readonly Value[]): Statement => ({
  sql: `UPDATE subscriptions SET status = status WHERE ${where}`,
  values,
});

const OF_CHANNEL = 'SELECT id FROM subscriptions WHERE team = ? AND channel = ?';

/** The statements that delete all that is kept of a workspace's subscriptions. */
export const removeSubscriptionsOf = (team: string): Statement[] => [
  lock('team = ?', [team]),
  {
    sql: 'DELETE FROM digest_runs WHERE subscription IN (SELECT id FROM subscriptions WHERE team = ?)',
    values: [team],
  },
  { sql: 'DELETE FROM subscriptions WHERE team = ?', values: [team] },
];

/** See `Subscriptions`. */
export function createSubscriptions(database: DatabaseHandle): Subscriptions {
  const merged = database.dialect.mergedStates;
  return {
    async get(team, channel) {
      const [row] = await database.run(
        `SELECT ${SUBSCRIPTION_COLUMNS} FROM subscriptions s WHERE s.team = ? AND s.channel = ?`,
        [team, channel],
      );
      return row === undefined ? null : readSubscription(row);
    },
    async save(subscription) {
      const kept = Subscription.parse(subscription);
      const { id, team, channel } = kept;
      const state = JSON.stringify(kept.state);
      await database.transaction([
        lock('team = ? AND channel = ?', [team, channel]),
        forgetOpenRuns(OF_CHANNEL, [team, channel]),
        {
          // An attempt that turns out to be posted moves the subscription to the state that was
          // kept with it.
          sql: `UPDATE digest_runs SET state = ${merged('joining.state', 'digest_runs.state')}
                FROM (SELECT CAST(? AS TEXT) AS state) AS joining
                WHERE digest_runs.state IS NOT NULL AND subscription IN (${OF_CHANNEL})`,
          values: [state, team, channel],
        },
        {
          sql: `INSERT INTO subscriptions (id, team, channel, status, paused_because, created_at, state, ${SETTINGS.join(', ')})
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (team, channel) DO UPDATE SET
                  ${SETTINGS.map((column) => `${column} = excluded.${column}`).join(', ')},
                  state = ${merged('excluded.state', 'subscriptions.state')}`,
          values: [
            ...[id, team, channel, kept.status, kept.pausedBecause, kept.createdAt, state],
            ...settingsOf(kept),
          ],
        },
      ]);
    },
    async replace(kept, next) {
      const unchanged = [kept.id, ...settingsOf(kept)];
      const which = `SELECT id FROM subscriptions WHERE ${UNCHANGED}`;
      const [, , changed] = await database.transaction([
        lock(UNCHANGED, unchanged),
        ...(next === null
          ? [
              {
                sql: `DELETE FROM digest_runs WHERE subscription IN (${which})`,
                values: unchanged,
              },
              {
                sql: `DELETE FROM subscriptions WHERE ${UNCHANGED} RETURNING id`,
                values: unchanged,
              },
            ]
          : [
              forgetOpenRuns(which, unchanged),
              {
                sql: `UPDATE subscriptions SET ${SETTINGS.map((column) => `${column} = ?`).join(', ')}
                      WHERE ${UNCHANGED} RETURNING id`,
                values: [...settingsOf(Subscription.parse(next)), ...unchanged],
              },
            ]),
      ]);
      return changed?.length === 1;
    },
    async hadRun(team, channel, localDate) {
      const rows = await database.run(
        `SELECT status FROM digest_runs WHERE local_date = ? AND status NOT IN ('due', 'ready')
           AND subscription IN (${OF_CHANNEL})`,
        [localDate, team, channel],
      );
      return rows.length > 0;
    },
    async pause(team, channel, because) {
      const [paused] = await database.transaction([
        {
          sql: "UPDATE subscriptions SET status = 'paused', paused_because = ? WHERE team = ? AND channel = ? RETURNING id",
          values: [because, team, channel],
        },
        dropOpenRuns(OF_CHANNEL, [team, channel]),
      ]);
      return paused?.length === 1;
    },
    async resume(team, channel, from) {
      const resumed = await database.run(
        `UPDATE subscriptions SET status = 'active', paused_because = NULL,
           active_from = CASE WHEN status = 'active' THEN active_from ELSE ? END
         WHERE team = ? AND channel = ? RETURNING id`,
        [from, team, channel],
      );
      return resumed.length === 1;
    },
    async remove(team, channel) {
      const [, , removed] = await database.transaction([
        lock('team = ? AND channel = ?', [team, channel]),
        {
          sql: `DELETE FROM digest_runs WHERE subscription IN (${OF_CHANNEL})`,
          values: [team, channel],
        },
        {
          sql: 'DELETE FROM subscriptions WHERE team = ? AND channel = ? RETURNING id',
          values: [team, channel],
        },
      ]);
      return removed?.length === 1;
    },
    async list(team) {
      const rows = await database.run(
        `SELECT ${SUBSCRIPTION_COLUMNS} FROM subscriptions s WHERE s.team = ? ORDER BY s.created_at, s.id`,
        [team],
      );
      return rows.map(readSubscription);
    },
    async lastOutcome(team, channel) {
      const [row] = await database.run(
        `SELECT r.finished_at AS at, r.local_date AS "localDate", r.status AS outcome, r.reason, r.ts
         FROM digest_runs r JOIN subscriptions s ON s.id = r.subscription
         WHERE s.team = ? AND s.channel = ? AND r.status IN ('sent', 'nothing_new', 'not_posted', 'failed')
         ORDER BY r.local_date DESC LIMIT 1`,
        [team, channel],
      );
      return row === undefined ? null : LastOutcome.parse(row);
    },
  };
}

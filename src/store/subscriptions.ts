import { LastOutcome, Subscription } from '../domain/subscription.js';
import type { SubscriptionStore } from '../domain/subscription-store.js';
import type { DatabaseHandle } from './database-handle.js';
import { createSubscriptionChanges } from './subscription-changes.js';
import {
  readSubscription,
  SETTINGS_COLUMNS,
  SUBSCRIPTION_COLUMNS,
  settingsOf,
  storedState,
  UNCHANGED,
} from './subscription-row.js';
import { DIGEST_HERE, deleteOpenRuns, lock, OF_CHANNEL } from './subscription-statements.js';

/** See `SubscriptionStore`. */
export function createSubscriptions(database: DatabaseHandle): SubscriptionStore {
  const changes = createSubscriptionChanges(database, DIGEST_HERE);
  const merged = database.dialect.mergedStates;
  return {
    async get(team, channel) {
      const [row] = await database.run(
        `SELECT ${SUBSCRIPTION_COLUMNS} FROM subscriptions s WHERE ${DIGEST_HERE}`,
        [team, channel],
      );
      return row === undefined ? null : readSubscription(row);
    },
    async save(subscription) {
      const saved = Subscription.parse(subscription);
      const { id, team, channel } = saved;
      const state = storedState(saved.state);
      await database.transaction([
        lock(DIGEST_HERE, [team, channel]),
        deleteOpenRuns(OF_CHANNEL, [team, channel]),
        {
          // An attempt that turns out to be posted moves the subscription to the state that was
          // saved with it.
          sql: `UPDATE digest_runs SET state = ${merged('joining.state', 'digest_runs.state')}
                FROM (SELECT CAST(? AS TEXT) AS state) AS joining
                WHERE digest_runs.state IS NOT NULL AND subscription IN (${OF_CHANNEL})`,
          values: [state, team, channel],
        },
        {
          sql: `INSERT INTO subscriptions (id, team, channel, status, paused_because, created_at, state, ${SETTINGS_COLUMNS.join(', ')})
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (team, channel) WHERE kind = 'digest' DO UPDATE SET
                  ${SETTINGS_COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')},
                  state = ${merged('excluded.state', 'subscriptions.state')}`,
          values: [
            ...[id, team, channel, saved.status, saved.pausedBecause, saved.createdAt, state],
            ...settingsOf(saved),
          ],
        },
      ]);
    },
    async replace(expected, next) {
      const unchanged = [expected.id, ...settingsOf(expected)];
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
              deleteOpenRuns(which, unchanged),
              {
                sql: `UPDATE subscriptions SET ${SETTINGS_COLUMNS.map((column) => `${column} = ?`).join(', ')}
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
    pause: (team, channel, because) => changes.pause([team, channel], because),
    resume: (team, channel, from) => changes.resume([team, channel], from),
    remove: (team, channel) => changes.remove([team, channel]),
    async list(team) {
      const rows = await database.run(
        `SELECT ${SUBSCRIPTION_COLUMNS} FROM subscriptions s WHERE s.team = ? AND s.kind = 'digest' ORDER BY s.created_at, s.id`,
        [team],
      );
      return rows.map(readSubscription);
    },
    async listAll() {
      const rows = await database.run(
        `SELECT ${SUBSCRIPTION_COLUMNS} FROM subscriptions s WHERE s.kind = 'digest' ORDER BY s.created_at, s.id`,
      );
      return rows.map(readSubscription);
    },
    async lastOutcome(team, channel) {
      const [row] = await database.run(
        `SELECT r.finished_at AS at, r.local_date AS "localDate", r.status AS outcome, r.reason, r.ts
         FROM digest_runs r JOIN subscriptions s ON s.id = r.subscription
         WHERE s.team = ? AND s.channel = ? AND s.kind = 'digest' AND r.local_date NOT LIKE '%+%' AND r.status IN ('sent', 'nothing_new', 'not_posted', 'failed')
         ORDER BY r.local_date DESC LIMIT 1`,
        [team, channel],
      );
      return row === undefined ? null : LastOutcome.parse(row);
    },
  };
}

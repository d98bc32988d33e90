import { z } from 'zod';
import { Alert, MOST_ALERTS } from '../domain/alert.js';
import type { AlertStore } from '../domain/alert-store.js';
import type { DigestRunStore } from '../domain/digest-run.js';
import type { DatabaseHandle } from './database-handle.js';
import { createSubscriptionChanges } from './subscription-changes.js';
import {
  alertSettingsOf,
  readAlert,
  SUBSCRIPTION_COLUMNS,
  storedState,
} from './subscription-row.js';
import { BESIDE, deleteOpenRuns, lock } from './subscription-statements.js';

/**
 * The kind of an alert that was stopped while its message was sent: nothing of it is kept but its
 * channel, until it is known whether the message told what others of the channel look for.
 */
const STOPPED = 'stopped alert';
const ALERT = "id = ? AND team = ? AND kind = 'alert'";
const LISTED = `SELECT ${SUBSCRIPTION_COLUMNS} FROM subscriptions s WHERE s.kind = 'alert'`;
const IN_ORDER = 'ORDER BY s.created_at, s.id';

/** See `AlertStore`. */
export function createAlerts(database: DatabaseHandle): AlertStore {
  const changes = createSubscriptionChanges(database, ALERT);
  return {
    async get(team, id) {
      const [row] = await database.run(`${LISTED} AND s.id = ? AND s.team = ?`, [id, team]);
      return row === undefined ? null : readAlert(row);
    },
    async add(alert) {
      const { id, team, channel, zone, ...saved } = Alert.parse(alert);
      // Two at once may make one more than the most: that harms nobody.
      const added = await database.run(
        `INSERT INTO subscriptions (id, kind, team, channel, status, paused_because, created_at, active_from,
           post_at, zone, weekdays, settings, state)
         SELECT CAST(? AS TEXT), 'alert', CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),
           CAST(? AS TEXT), CAST(? AS TEXT), '', CAST(? AS TEXT), '', CAST(? AS TEXT), CAST(? AS TEXT)
         WHERE (SELECT COUNT(*) FROM subscriptions WHERE team = ? AND channel = ? AND kind = 'alert') < ?
         RETURNING id`,
        [
          ...[id, team, channel, saved.status, saved.pausedBecause, saved.createdAt],
          ...[saved.activeFrom, zone, alertSettingsOf(alert), storedState(saved.state)],
          ...[team, channel, MOST_ALERTS],
        ],
      );
      return added.length === 1;
    },
    async replace(expected, next) {
      const { id, team, activeFrom } = expected;
      const unchanged = `${ALERT} AND active_from = ? AND settings = ?`;
      const which = [id, team, activeFrom, alertSettingsOf(expected)];
      const [, , changed] = await database.transaction([
        lock(unchanged, which),
        deleteOpenRuns(`SELECT id FROM subscriptions WHERE ${unchanged}`, which),
        {
          sql: `UPDATE subscriptions SET active_from = ?, settings = ?, state = ? WHERE ${unchanged} RETURNING id`,
          values: [next.activeFrom, alertSettingsOf(next), storedState(next.state), ...which],
        },
      ]);
      return changed?.length === 1;
    },
    pause: (team, id) => changes.pause([id, team], null),
    resume: (team, id, from) => changes.resume([id, team], from),
    async remove(team, id) {
      const which = [id, team];
      const isSending = `status = 'dropped' AND lease_until > ${database.dialect.now}`;
      const ofAlert = `subscription IN (SELECT id FROM subscriptions WHERE ${ALERT})`;
      const [, , , stopped = [], removed = []] = await database.transaction([
        lock(ALERT, which),
        {
          sql: `UPDATE digest_runs SET status = 'dropped', message = NULL, tell = NULL
                WHERE ${ofAlert} AND status IN ('attempted', 'dropped')`,
          values: which,
        },
        { sql: `DELETE FROM digest_runs WHERE ${ofAlert} AND NOT (${isSending})`, values: which },
        {
          sql: `UPDATE subscriptions SET kind = '${STOPPED}', status = 'paused', settings = '{}', state = '{}'
                WHERE ${ALERT} AND EXISTS (SELECT 1 FROM digest_runs r WHERE r.subscription = subscriptions.id)
                RETURNING id`,
          values: which,
        },
        { sql: `DELETE FROM subscriptions WHERE ${ALERT} RETURNING id`, values: which },
      ]);
      return stopped.length + removed.length === 1;
    },
    async list(team) {
      const rows = await database.run(`${LISTED} AND s.team = ? ${IN_ORDER}`, [team]);
      return rows.map(readAlert);
    },
    async listAll() {
      return (await database.run(`${LISTED} ${IN_ORDER}`)).map(readAlert);
    },
  };
}

/** The runs of a local date (as the beginning of a pattern) that Slack refused. */
const REFUSED = "SELECT 1 FROM digest_runs r WHERE r.status = 'failed' AND r.local_date LIKE ?";

/** Deletes alerts that were stopped while their message was sent, once that has come to an end. */
export const deleteStoppedAlerts = ({ dialect }: DatabaseHandle) => [
  {
    sql: `DELETE FROM digest_runs WHERE lease_until <= ${dialect.now}
          AND subscription IN (SELECT id FROM subscriptions WHERE kind = '${STOPPED}')`,
    values: [],
  },
  {
    sql: `DELETE FROM subscriptions WHERE kind = '${STOPPED}'
          AND NOT EXISTS (SELECT 1 FROM digest_runs r WHERE r.subscription = subscriptions.id)`,
    values: [],
  },
];

const Active = z
  .object({ id: z.string(), active_from: z.string() })
  .transform(({ id, active_from: activeFrom }) => ({ id, activeFrom }));

/** How alerts fall due. See `DigestRunStore`. */
export function createAlertPlanning(
  database: DatabaseHandle,
): Pick<DigestRunStore, 'activeAlerts' | 'alerts' | 'alertsOf' | 'planAlert'> {
  return {
    async activeAlerts() {
      const rows = await database.run(
        "SELECT id, active_from FROM subscriptions WHERE kind = 'alert' AND status = 'active'",
      );
      return rows.map((row) => Active.parse(row));
    },
    async alerts(ids) {
      if (ids.length === 0) return [];
      const rows = await database.run(
        `${LISTED} AND s.status = 'active' AND s.id IN (${ids.map(() => '?').join(', ')})`,
        ids,
      );
      return rows.map(readAlert);
    },
    async alertsOf({ team, channel, localDate }) {
      const rows = await database.run(
        `${LISTED} AND s.status = 'active' AND s.team = ? AND s.channel = ?
           AND NOT EXISTS (${REFUSED} AND r.subscription = s.id AND r.finished_at >= s.active_from) ${IN_ORDER}`,
        [team, channel, `${localDate}%`],
      );
      return rows.map(readAlert);
    },
    async planAlert(id, slot) {
      // A channel has one open run of alerts at most: what it told decides what the next one tells.
      // One that was dropped while its message was sent may have told; one that was refused did
      // not, so it holds up no other.
      await database.transaction([
        lock(BESIDE, [id]),
        {
          sql: `INSERT INTO digest_runs (subscription, local_date, status)
                SELECT id, CAST(? AS TEXT), 'due' FROM subscriptions
                WHERE id = ? AND kind = 'alert' AND status = 'active'
                  AND NOT EXISTS (${REFUSED} AND r.subscription = subscriptions.id
                    AND r.finished_at >= subscriptions.active_from)
                  AND NOT EXISTS (
                    SELECT 1 FROM digest_runs r
                      JOIN subscriptions o ON o.id = r.subscription AND o.kind IN ('alert', '${STOPPED}')
                    WHERE o.team = subscriptions.team AND o.channel = subscriptions.channel
                      AND (r.status IN ('due', 'ready', 'attempted')
                        OR (r.status = 'dropped' AND r.lease_until > ${database.dialect.now})
                        OR (r.status = 'not_posted' AND r.local_date LIKE ?)))
                ON CONFLICT (subscription, local_date) DO NOTHING`,
          values: [alertRun(slot), id, `${slot.localDate}%`, `${slot.localDate}%`],
        },
      ]);
    },
  };
}

/** "2026-11-27+093005123": the local date, and the time (UTC) that tells runs of one day apart. */
const alertRun = ({ localDate, at }: { localDate: string; at: string }): string =>
  `${localDate}+${at.slice(11).replace(/\D/g, '')}`;

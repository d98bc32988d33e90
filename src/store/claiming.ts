import { randomUUID } from 'node:crypto';
import type { DigestRunStore } from '../domain/digest-run.js';
import { readClaim, readSchedule } from './claimed-run.js';
import type { DatabaseHandle } from './database-handle.js';
import { SUBSCRIPTION_COLUMNS } from './subscription-row.js';

const OF_SCHEDULE =
  "kind = 'digest' AND status = 'active' AND zone = ? AND post_at = ? AND weekdays = ?";

/** How runs fall due and are claimed. See `DigestRunStore`. */
export function createClaiming(
  database: DatabaseHandle,
): Pick<DigestRunStore, 'schedules' | 'plan' | 'claim'> {
  const { now, claimRows } = database.dialect;
  return {
    async schedules() {
      const rows = await database.run(
        "SELECT DISTINCT post_at, zone, weekdays FROM subscriptions WHERE kind = 'digest' AND status = 'active'",
      );
      return rows.map(readSchedule);
    },
    async plan({ at, zone, weekdays }, slot) {
      const schedule = [zone, at, weekdays.join(',')];
      await database.transaction([
        {
          sql: `UPDATE digest_runs SET status = 'dropped', message = NULL
                WHERE status IN ('due', 'ready') AND local_date < ? AND local_date NOT LIKE '%+%'
                  AND subscription IN (SELECT id FROM subscriptions WHERE ${OF_SCHEDULE})`,
          values: [slot.localDate, ...schedule],
        },
        {
          sql: `INSERT INTO digest_runs (subscription, local_date, status)
                SELECT id, CAST(? AS TEXT), 'due' FROM subscriptions WHERE ${OF_SCHEDULE} AND active_from <= ?
                ORDER BY id
                ON CONFLICT (subscription, local_date) DO NOTHING`,
          values: [slot.localDate, ...schedule, slot.at],
        },
      ]);
    },
    async claim(most, leaseSeconds) {
      const lease = randomUUID();
      // A run waits while an older one of its subscription may still turn out to be posted: its
      // message depends on that.
      const [, rows = []] = await database.transaction([
        {
          sql: `WITH picked AS MATERIALIZED (
                  SELECT r.subscription, r.local_date FROM digest_runs r
                  JOIN subscriptions s ON s.id = r.subscription
                  WHERE (r.status IN ('due', 'ready', 'attempted') OR r.tell IS NOT NULL)
                    AND r.lease_until <= ${now} AND r.not_before <= ${now}
                    AND (r.tell IS NOT NULL OR NOT EXISTS (
                      SELECT 1 FROM digest_runs older WHERE older.subscription = r.subscription
                        AND older.local_date < r.local_date AND older.status = 'attempted'))
                  ORDER BY r.local_date, r.subscription LIMIT ? ${claimRows})
                UPDATE digest_runs SET lease = ?, lease_until = ${now} + ? FROM picked
                WHERE digest_runs.subscription = picked.subscription AND digest_runs.local_date = picked.local_date`,
          values: [most, lease, leaseSeconds * 1_000],
        },
        {
          sql: `SELECT ${SUBSCRIPTION_COLUMNS}, r.local_date, r.message, r.tell, r.reason, r.status AS run_status,
                  CAST(r.attempted_at AS DOUBLE PRECISION) AS attempted_ms,
                  CAST(${now} - r.attempted_at AS DOUBLE PRECISION) AS attempted_for
                FROM digest_runs r JOIN subscriptions s ON s.id = r.subscription
                WHERE r.lease = ? ORDER BY r.local_date, r.subscription`,
          values: [lease],
        },
      ]);
      return rows.map((row) => readClaim(row, lease));
    },
  };
}

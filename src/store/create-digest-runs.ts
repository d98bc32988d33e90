import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { keyOf, type Notice, readClaim, readSchedule } from './claimed-run.js';
import type { DatabaseHandle, Value } from './database-handle.js';
import type { DigestRuns } from './digest-runs.js';
import {
  end,
  HELD,
  type Held,
  heldBy,
  MAY_BE_POSTED,
  moveState,
  NEWER,
  NO_LEASE,
} from './held-run.js';
import { SUBSCRIPTION_COLUMNS } from './subscription-rows.js';
import { dropOpenRuns, lock } from './subscriptions.js';

const OF_SCHEDULE = "status = 'active' AND zone = ? AND post_at = ? AND weekdays = ?";

const StatusRow = z.object({ run: z.string(), subscription: z.string() });

/** See `DigestRuns`. */
export function createDigestRuns(database: DatabaseHandle): DigestRuns {
  const { now, claimRows } = database.dialect;
  /** Changes one held run; true where it was changed. */
  const change = async (set: string, values: Value[], run: Held, where = 'TRUE') => {
    const rows = await database.run(
      `UPDATE digest_runs SET ${set} WHERE ${HELD} AND ${where} RETURNING local_date`,
      [...values, ...heldBy(run)],
    );
    return rows.length === 1;
  };
  return {
    async schedules() {
      const rows = await database.run(
        "SELECT DISTINCT post_at, zone, weekdays FROM subscriptions WHERE status = 'active'",
      );
      return rows.map(readSchedule);
    },
    async plan({ at, zone, weekdays }, slot) {
      const schedule = [zone, at, weekdays.join(',')];
      await database.transaction([
        {
          sql: `UPDATE digest_runs SET status = 'dropped', message = NULL
                WHERE status IN ('due', 'ready') AND local_date < ?
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
    keep: (run, message, state) =>
      change(
        "status = 'ready', message = ?, state = ?",
        [JSON.stringify(message), JSON.stringify(state)],
        run,
        `status = 'due' AND lease_until > ${now}`,
      ),
    nothingNew: async (run, state, at) => {
      const [, ended] = await database.transaction([
        moveState(run, "status = 'due'", JSON.stringify(state)),
        end(run, 'nothing_new', { at, where: "status = 'due'" }),
      ]);
      return ended?.length === 1;
    },
    attempt: (run, leaseSeconds) =>
      change(
        `status = 'attempted', attempted_at = ${now}, lease_until = ${now} + ?`,
        [leaseSeconds * 1_000],
        run,
        `status = 'ready' AND lease_until > ${now}`,
      ),
    sent: async (run, ts, at) => {
      const [, ended] = await database.transaction([
        moveState(run, MAY_BE_POSTED, null),
        end(run, 'sent', { at, ts, where: MAY_BE_POSTED }),
      ]);
      return ended?.length === 1;
    },
    release: (run, seconds, certainly) =>
      change(
        `${NO_LEASE}, not_before = ${now} + ?${
          certainly === 'not posted'
            ? `, status = CASE WHEN status <> 'attempted' THEN status WHEN EXISTS ${NEWER} THEN 'dropped' ELSE 'ready' END`
            : ''
        }`,
        [Math.ceil(seconds * 1_000)],
        run,
      ),
    failed: async (run, { reason, pausedBecause }, at) => {
      const tell: Notice = pausedBecause === null ? 'failed' : 'paused';
      const [, ended] = await database.transaction([
        {
          sql: `UPDATE subscriptions SET status = 'paused', paused_because = ?
                WHERE CAST(? AS TEXT) IS NOT NULL AND id IN (SELECT subscription FROM digest_runs WHERE ${HELD})`,
          values: [pausedBecause, pausedBecause, ...heldBy(run)],
        },
        end(run, 'failed', { at, reason, tell, where: "status IN ('ready', 'attempted')" }),
        dropOpenRuns(`SELECT id FROM subscriptions WHERE id = ? AND status = 'paused'`, [
          keyOf(run.id)[0],
        ]),
      ]);
      return ended?.length === 1;
    },
    async close(team, channel, { reason, pausedBecause }, { at, localDate }) {
      const active = "team = ? AND channel = ? AND status = 'active'";
      const which = `SELECT id FROM subscriptions WHERE ${active}`;
      await database.transaction([
        lock(active, [team, channel]),
        {
          // The day's run may have ended otherwise, or be under way: it keeps that, and carries the
          // notice.
          sql: `INSERT INTO digest_runs (subscription, local_date, status, finished_at, reason, tell)
                SELECT id, CAST(? AS TEXT), 'failed', CAST(? AS TEXT), CAST(? AS TEXT), 'paused' FROM subscriptions WHERE ${active}
                ON CONFLICT (subscription, local_date) DO UPDATE SET tell = 'paused', reason = excluded.reason`,
          values: [localDate, at, reason, team, channel],
        },
        dropOpenRuns(which, [team, channel]),
        {
          sql: `UPDATE subscriptions SET status = 'paused', paused_because = ? WHERE ${active}`,
          values: [pausedBecause, team, channel],
        },
      ]);
    },
    notPosted: (run, reason, at) =>
      change(
        `status = 'not_posted', tell = 'not_posted', reason = ?, finished_at = ?, ${NO_LEASE}`,
        [reason, at],
        run,
        "status = 'attempted'",
      ),
    hold: (run, leaseSeconds) =>
      change(`lease_until = ${now} + ?`, [leaseSeconds * 1_000], run, `lease_until > ${now}`),
    told: (run) => change(`tell = NULL, ${NO_LEASE}`, [], run),
    async postNow(runId) {
      const [subscription, localDate] = keyOf(runId);
      const [queued = [], rows = []] = await database.transaction([
        {
          sql: `UPDATE digest_runs SET status = 'ready', tell = NULL, reason = NULL, finished_at = NULL, not_before = 0, ${NO_LEASE}
                WHERE subscription = ? AND local_date = ? AND status = 'not_posted' AND NOT EXISTS ${NEWER}
                  AND subscription IN (SELECT id FROM subscriptions WHERE status = 'active')
                RETURNING local_date`,
          values: [subscription, localDate],
        },
        {
          sql: `SELECT r.status AS run, s.status AS subscription
                FROM digest_runs r JOIN subscriptions s ON s.id = r.subscription
                WHERE r.subscription = ? AND r.local_date = ?`,
          values: [subscription, localDate],
        },
      ]);
      if (queued.length > 0) return 'queued';
      if (rows[0] === undefined) return 'gone';
      const status = StatusRow.parse(rows[0]);
      if (status.run !== 'not_posted') return 'settled';
      return status.subscription === 'paused' ? 'paused' : 'newer';
    },
    async forgetBefore(localDate) {
      await database.run(
        "DELETE FROM digest_runs WHERE local_date < ? AND status NOT IN ('due', 'ready', 'attempted')",
        [localDate],
      );
    },
  };
}

import { z } from 'zod';
import type { Claim, DigestRunStore, NoticeKind } from '../domain/digest-run.js';
import { createAlertPlanning, deleteStoppedAlerts } from './alerts.js';
import { keyOf } from './claimed-run.js';
import {
  addRunInThread,
  CLAIMED,
  claimedBy,
  end,
  MAY_BE_POSTED,
  moveState,
  moveStatesBeside,
  NEWER,
  NO_LEASE,
} from './claimed-run-statements.js';
import { createClaiming } from './claiming.js';
import type { DatabaseHandle, Value } from './database-handle.js';
import { readEither, SUBSCRIPTION_COLUMNS, storedState } from './subscription-row.js';
import { BESIDE, dropOpenRuns, lock } from './subscription-statements.js';

const StatusRow = z.object({ run: z.string(), subscription: z.string() });

/** See `DigestRunStore`. */
export function createDigestRuns(database: DatabaseHandle): DigestRunStore {
  const { now } = database.dialect;
  /** Changes one claimed run; true where it was changed. */
  const change = async (set: string, values: Value[], run: Claim, where = 'TRUE') => {
    const rows = await database.run(
      `UPDATE digest_runs SET ${set} WHERE ${CLAIMED} AND ${where} RETURNING local_date`,
      [...values, ...claimedBy(run)],
    );
    return rows.length === 1;
  };
  return {
    ...createClaiming(database),
    ...createAlertPlanning(database),
    saveMessage: (run, message, state) =>
      change(
        "status = 'ready', message = ?, state = ?",
        [JSON.stringify(message), storedState(state)],
        run,
        `status = 'due' AND lease_until > ${now}`,
      ),
    markNothingNew: async (run, state, at) => {
      const [, ended] = await database.transaction([
        moveState(run, "status = 'due'", state),
        end(run, 'nothing_new', { at, where: "status = 'due'" }),
      ]);
      return ended?.length === 1;
    },
    markAttempted: (run, leaseSeconds) =>
      change(
        `status = 'attempted', attempted_at = ${now}, lease_until = ${now} + ?`,
        [leaseSeconds * 1_000],
        run,
        `status = 'ready' AND lease_until > ${now}`,
      ),
    markSent: async (run, ts, at, { inThread, told = [] } = {}) => {
      const results = await database.transaction([
        ...(told.length > 0 ? [lock(BESIDE, [keyOf(run.id)[0]])] : []),
        moveState(run, MAY_BE_POSTED, null),
        ...moveStatesBeside(run, MAY_BE_POSTED, told),
        ...(inThread === undefined ? [] : [addRunInThread(run, JSON.stringify(inThread))]),
        end(run, 'sent', { at, ts, where: MAY_BE_POSTED }),
      ]);
      return results.at(-1)?.length === 1;
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
    markFailed: async (run, { reason, pausedBecause }, at) => {
      const notice: NoticeKind = pausedBecause === null ? 'failed' : 'paused';
      const [, ended] = await database.transaction([
        {
          sql: `UPDATE subscriptions SET status = 'paused', paused_because = ?
                WHERE CAST(? AS TEXT) IS NOT NULL AND id IN (SELECT subscription FROM digest_runs WHERE ${CLAIMED})`,
          values: [pausedBecause, pausedBecause, ...claimedBy(run)],
        },
        end(run, 'failed', { at, reason, notice, where: "status IN ('ready', 'attempted')" }),
        dropOpenRuns(`SELECT id FROM subscriptions WHERE id = ? AND status = 'paused'`, [
          keyOf(run.id)[0],
        ]),
      ]);
      return ended?.length === 1;
    },
    async pauseChannel(team, channel, { reason, pausedBecause }, { at, localDate }) {
      const active = "team = ? AND channel = ? AND status = 'active'";
      const which = `SELECT id FROM subscriptions WHERE ${active}`;
      await database.transaction([
        lock(active, [team, channel]),
        {
          // The day's run may have ended otherwise, or be under way: it stays so, and carries the
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
    markNotPosted: (run, reason, at) =>
      change(
        `status = 'not_posted', tell = 'not_posted', reason = ?, finished_at = ?, ${NO_LEASE}`,
        [reason, at],
        run,
        "status = 'attempted'",
      ),
    extendLease: (run, leaseSeconds) =>
      change(`lease_until = ${now} + ?`, [leaseSeconds * 1_000], run, `lease_until > ${now}`),
    markNotified: (run) => change(`tell = NULL, ${NO_LEASE}`, [], run),
    async postNow(runId, { team, owner }) {
      const [subscription, localDate] = keyOf(runId);
      // Whoever set a subscription up stays its owner, so this can be read beforehand.
      const [own] = await database.run(
        `SELECT ${SUBSCRIPTION_COLUMNS} FROM subscriptions s WHERE s.id = ? AND s.team = ?`,
        [subscription, team],
      );
      if (own === undefined) return 'gone';
      if (readEither(own).owner !== owner) return 'not_owner';
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
    async deleteBefore(localDate) {
      await database.transaction([
        {
          sql: "DELETE FROM digest_runs WHERE local_date < ? AND status NOT IN ('due', 'ready', 'attempted')",
          values: [localDate],
        },
        ...deleteStoppedAlerts(database),
      ]);
    },
  };
}

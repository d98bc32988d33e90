import type { AlsoTold, Claim, NoticeKind } from '../domain/digest-run.js';
import type { DigestState } from '../domain/subscription.js';
import { keyOf } from './claimed-run.js';
import type { Statement, Value } from './database-handle.js';
import { storedState } from './subscription-row.js';

/**
 * A run is dropped under its sender's hands when its subscription is paused; a post that succeeded
 * is recorded all the same.
 */
export const MAY_BE_POSTED = "status IN ('attempted', 'dropped')";
export const NO_LEASE = 'lease = NULL, lease_until = 0';

/** A later run of the same subscription, for EXISTS. */
export const NEWER = `(SELECT 1 FROM digest_runs newer WHERE newer.subscription = digest_runs.subscription
  AND newer.local_date > digest_runs.local_date)`;
/** Selects a run that is claimed; takes `claimedBy`. */
export const CLAIMED = 'subscription = ? AND local_date = ? AND lease = ?';
export const claimedBy = ({ id, lease }: Claim): Value[] => [...keyOf(id), lease];

/**
 * Gives the subscription of a claimed run this state or, where it is null, the one that was saved
 * with the message.
 */
export const moveState = (run: Claim, where: string, state: DigestState | null): Statement => ({
  sql: `UPDATE subscriptions SET state = COALESCE(CAST(? AS TEXT), (SELECT r.state FROM digest_runs r WHERE ${CLAIMED}), state)
        WHERE id IN (SELECT subscription FROM digest_runs WHERE ${CLAIMED} AND ${where})`,
  values: [state && storedState(state), ...claimedBy(run), ...claimedBy(run)],
});

/** Moves the states of other alerts whose findings a claimed run's message told. */
export const moveStatesBeside = (run: Claim, where: string, told: readonly AlsoTold[]) =>
  told.map(
    ({ id, activeFrom, state }): Statement => ({
      sql: `UPDATE subscriptions SET state = ? WHERE id = ? AND active_from = ? AND kind = 'alert'
            AND EXISTS (SELECT 1 FROM digest_runs WHERE ${CLAIMED} AND ${where})`,
      values: [storedState(state), id, activeFrom, ...claimedBy(run)],
    }),
  );

type Ending = { at: string; where: string; ts?: string; reason?: string; notice?: NoticeKind };

/**
 * Ends a claimed run, with what became of it; its message is deleted, a notice that it carries is
 * not.
 */
export const end = (
  run: Claim,
  status: string,
  { at, where, ts, reason, notice }: Ending,
): Statement => ({
  sql: `UPDATE digest_runs SET status = ?, finished_at = ?, ts = ?, reason = COALESCE(CAST(? AS TEXT), reason),
          tell = COALESCE(CAST(? AS TEXT), tell), message = NULL, state = NULL,
          ${NO_LEASE}
        WHERE ${CLAIMED} AND ${where} RETURNING local_date`,
  values: [status, at, ts ?? null, reason ?? null, notice ?? null, ...claimedBy(run)],
});

/**
 * Adds what stands in the thread of a claimed run's message, as a run of the same day after it.
 * One that was dropped under its sender's hands has no more to say.
 */
export const addRunInThread = (run: Claim, message: string): Statement => ({
  sql: `INSERT INTO digest_runs (subscription, local_date, status, message)
        SELECT subscription, local_date || '+thread', 'ready', CAST(? AS TEXT) FROM digest_runs
        WHERE ${CLAIMED} AND status = 'attempted'
        ON CONFLICT (subscription, local_date) DO NOTHING`,
  values: [message, ...claimedBy(run)],
});

import { type ClaimedRun, keyOf, type Notice } from './claimed-run.js';
import type { Statement, Value } from './database-handle.js';

/**
 * What a run needs to be named in a change: nothing changes, and the answer is false, where another
 * process has it.
 */
export type Held = Pick<ClaimedRun, 'id' | 'lease'>;

/**
 * A run is dropped under its sender's hands when its subscription is paused; a post that succeeded
 * is recorded all the same.
 */
export const MAY_BE_POSTED = "status IN ('attempted', 'dropped')";
export const NO_LEASE = 'lease = NULL, lease_until = 0';

/** A later run of the same subscription, for EXISTS. */
export const NEWER = `(SELECT 1 FROM digest_runs newer WHERE newer.subscription = digest_runs.subscription
  AND newer.local_date > digest_runs.local_date)`;
/** Selects a run that is held; takes `heldBy`. */
export const HELD = 'subscription = ? AND local_date = ? AND lease = ?';
export const heldBy = ({ id, lease }: Held): Value[] => [...keyOf(id), lease];

/**
 * Gives the subscription of a held run this state or, where it is null, the one that was kept with
 * the message.
 */
export const moveState = (run: Held, where: string, state: string | null): Statement => ({
  sql: `UPDATE subscriptions SET state = COALESCE(CAST(? AS TEXT), (SELECT r.state FROM digest_runs r WHERE ${HELD}), state)
        WHERE id IN (SELECT subscription FROM digest_runs WHERE ${HELD} AND ${where})`,
  values: [state, ...heldBy(run), ...heldBy(run)],
});

type Ending = { at: string; where: string; ts?: string; reason?: string; tell?: Notice };

/**
 * Ends a held run, with what became of it; its message is forgotten, a notice that it carries is
 * not.
 */
export const end = (
  run: Held,
  status: string,
  { at, where, ts, reason, tell }: Ending,
): Statement => ({
  sql: `UPDATE digest_runs SET status = ?, finished_at = ?, ts = ?, reason = COALESCE(CAST(? AS TEXT), reason),
          tell = COALESCE(CAST(? AS TEXT), tell), message = NULL, state = NULL,
          ${NO_LEASE}
        WHERE ${HELD} AND ${where} RETURNING local_date`,
  values: [status, at, ts ?? null, reason ?? null, tell ?? null, ...heldBy(run)],
});

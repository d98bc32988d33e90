import type { Statement, Value } from './database-handle.js';

/**
 * Deletes what is due and was not attempted, so that its day can have a digest by the new settings.
 */
export const deleteOpenRuns = (which: string, values: readonly Value[]): Statement => ({
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

/** Holds for the alerts of the channel of one of them; takes its id. */
export const BESIDE =
  "kind = 'alert' AND (team, channel) IN (SELECT team, channel FROM subscriptions WHERE id = ?)";

/** Holds for the digest of a channel; takes `team` and `channel`. */
export const DIGEST_HERE = "team = ? AND channel = ? AND kind = 'digest'";
/** Selects the digest of a channel; takes `team` and `channel`. */
export const OF_CHANNEL = `SELECT id FROM subscriptions WHERE ${DIGEST_HERE}`;

/** The statements that delete all that is stored of a workspace's subscriptions. */
export const removeSubscriptionsOf = (team: string): Statement[] => [
  lock('team = ?', [team]),
  {
    sql: 'DELETE FROM digest_runs WHERE subscription IN (SELECT id FROM subscriptions WHERE team = ?)',
    values: [team],
  },
  { sql: 'DELETE FROM subscriptions WHERE team = ?', values: [team] },
];

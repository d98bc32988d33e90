import type { DatabaseHandle, Value } from './database-handle.js';
import { dropOpenRuns, lock } from './subscription-statements.js';

/** What digests and alerts are changed by alike; true where there was one. */
export type SubscriptionChanges = {
  pause(which: Value[], because: Value): Promise<boolean>;
  resume(which: Value[], from: string): Promise<boolean>;
  remove(which: Value[]): Promise<boolean>;
};

/** Changes of the subscriptions `where`, a condition that takes the values of `which`. */
export function createSubscriptionChanges(
  database: DatabaseHandle,
  where: string,
): SubscriptionChanges {
  const ids = `SELECT id FROM subscriptions WHERE ${where}`;
  return {
    async pause(which, because) {
      const [paused] = await database.transaction([
        {
          sql: `UPDATE subscriptions SET status = 'paused', paused_because = ? WHERE ${where} RETURNING id`,
          values: [because, ...which],
        },
        dropOpenRuns(ids, which),
      ]);
      return paused?.length === 1;
    },
    async resume(which, from) {
      const resumed = await database.run(
        `UPDATE subscriptions SET status = 'active', paused_because = NULL,
           active_from = CASE WHEN status = 'active' THEN active_from ELSE ? END
         WHERE ${where} RETURNING id`,
        [from, ...which],
      );
      return resumed.length === 1;
    },
    async remove(which) {
      const [, , removed] = await database.transaction([
        lock(where, which),
        { sql: `DELETE FROM digest_runs WHERE subscription IN (${ids})`, values: which },
        { sql: `DELETE FROM subscriptions WHERE ${where} RETURNING id`, values: which },
      ]);
      return removed?.length === 1;
    },
  };
}

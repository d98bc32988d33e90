import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { DatabaseHandle } from './database-handle.js';

/** Why work cannot be claimed: a process has it, or as much as a day allows was done. */
export type ClaimRefused = 'under way' | 'enough';

/**
 * Work, by name, that one process of all does at a time, and only so often a day. What a process
 * leaves undone is free when its lease runs out, by the database's clock. Every method throws a
 * `StoreError` where the database fails.
 */
export type DailyClaims = {
  /** Claims the work for so many seconds; `localDate` is an ISO date, `most` how often a day. */
  claim(
    work: string,
    day: { localDate: string; most: number },
    seconds: number,
  ): Promise<{ lease: string } | { refused: ClaimRefused }>;
  /** False where the lease has run out and another has the work. */
  extend(work: string, lease: string, seconds: number): Promise<boolean>;
  /** Ends a claim; `counts` where the work was done. Nobody claims it for `pause` seconds. */
  end(work: string, lease: string, how: { counts: boolean; pause?: number }): Promise<void>;
};

const Row = z.object({ lease: z.string().nullable(), is_free: z.number() });

/** See `DailyClaims`. */
export function createDailyClaims(database: DatabaseHandle): DailyClaims {
  const { now } = database.dialect;
  return {
    async claim(work, { localDate, most }, seconds) {
      const lease = randomUUID();
      const [, , rows = []] = await database.transaction([
        {
          sql: 'INSERT INTO daily_claims (work) VALUES (?) ON CONFLICT (work) DO NOTHING',
          values: [work],
        },
        {
          sql: `UPDATE daily_claims SET lease = ?, lease_until = ${now} + ?,
                  done = CASE WHEN local_date = ? THEN done ELSE 0 END, local_date = ?
                WHERE work = ? AND lease_until <= ${now} AND (local_date <> ? OR done < ?)`,
          values: [lease, seconds * 1_000, localDate, localDate, work, localDate, most],
        },
        {
          sql: `SELECT lease, CASE WHEN lease_until <= ${now} THEN 1 ELSE 0 END AS is_free
                FROM daily_claims WHERE work = ?`,
          values: [work],
        },
      ]);
      const row = Row.parse(rows[0]);
      if (row.lease === lease) return { lease };
      return { refused: row.is_free === 1 ? 'enough' : 'under way' };
    },
    async extend(work, lease, seconds) {
      const rows = await database.run(
        `UPDATE daily_claims SET lease_until = ${now} + ? WHERE work = ? AND lease = ? RETURNING work`,
        [seconds * 1_000, work, lease],
      );
      return rows.length === 1;
    },
    async end(work, lease, { counts, pause = 0 }) {
      await database.run(
        `UPDATE daily_claims SET lease = NULL, lease_until = ${now} + ?, done = done + ?
         WHERE work = ? AND lease = ?`,
        [pause * 1_000, counts ? 1 : 0, work, lease],
      );
    },
  };
}

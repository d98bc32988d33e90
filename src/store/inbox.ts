import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { createBatches } from './batches.js';
import type { DatabaseHandle, Statement, Value } from './database-handle.js';

/** What names a claimed request in a change; with another lease, another process has it. */
export type InboxClaim = { team: string; id: string; lease: string };

/**
 * A request whose process no longer has it. `open`: nothing was sent; `attempted`: the call to
 * Slack was about to be made, or was; `timed_out`: Slack gave no answer to it.
 */
export type TakenUp = InboxClaim & {
  /** What was asked, sealed. */
  sealed: string;
  status: 'open' | 'attempted' | 'timed_out';
  /** The route of the attempt. */
  route: string | null;
  /** ISO 8601, UTC, by the database's clock. */
  attemptedAt: string | null;
  /** Seconds since it was received. */
  age: number;
  /** How many processes have taken it up. */
  times: number;
};

/**
 * Requests of Slack, by workspace and id: which were taken, so that none is done twice, and of
 * those under way what was asked, sealed. A process changes a request only while its own lease, by
 * the database's clock, lasts. Every method throws a `StoreError` where the database fails.
 */
export type Inbox = {
  /** Claims a new request for so many seconds; null where it was taken before, by anybody. */
  add(team: string, id: string, sealed: string, seconds: number): Promise<InboxClaim | null>;
  /** Claims up to `most` requests that nobody has and that have not ended, the oldest first. */
  takeUp(most: number, seconds: number): Promise<TakenUp[]>;
  extend(claims: readonly InboxClaim[], seconds: number): Promise<void>;
  /** Marks that the call to Slack comes next, and extends the lease. */
  markAttempted(claim: InboxClaim, route: string, seconds: number): Promise<boolean>;
  /** Takes an attempt back: Slack has sent nothing. */
  markNotSent(claim: InboxClaim): Promise<boolean>;
  /** Frees a request for any process after so many seconds; `timedOut`: Slack gave no answer. */
  release(claim: InboxClaim, seconds: number, how?: { timedOut: boolean }): Promise<boolean>;
  /** Ends a request: what was asked is deleted, and that it was taken is remembered. */
  end(claim: InboxClaim): Promise<boolean>;
  /** Forgets a request, so that it may come again. */
  forget(claim: InboxClaim): Promise<boolean>;
  /**
   * How many requests have not ended, whoever has them, and how many seconds ago the oldest of them
   * came (null where there are none).
   */
  underWay(): Promise<{ requests: number; oldest: number | null }>;
  /** Forgets requests that have ended and were received so many seconds ago or more. */
  forgetEnded(seconds: number): Promise<void>;
};

const Row = z.object({
  team: z.string(),
  id: z.string(),
  sealed: z.string(),
  status: z.enum(['open', 'attempted', 'timed_out']),
  route: z.string().nullable(),
  attempted_ms: z.number().nullable(),
  age_ms: z.number(),
  times: z.number(),
});

const Counted = z.object({ requests: z.number(), oldest_ms: z.number().nullable() });
const Added = z.object({ lease: z.string() });
const Changed = z.object({ team: z.string(), id: z.string(), lease: z.string().nullable() });

const CLAIMED = 'team = ? AND id = ? AND lease = ?';
const claimedBy = ({ team, id, lease }: InboxClaim): Value[] => [team, id, lease];
const NO_CLAIM = "lease = NULL, status = 'open', attempted_at = NULL, route = NULL";

/** What came while a write was under way is written together. */
const MOST_AT_ONCE = 100;

/** See `Inbox`. */
export function createInbox(database: DatabaseHandle): Inbox {
  const { now, claimRows } = database.dialect;
  const change = async (set: string, values: Value[], claim: InboxClaim): Promise<boolean> => {
    const sql = `UPDATE inbox SET ${set} WHERE ${CLAIMED} RETURNING id`;
    const rows = await database.run(sql, [...values, ...claimedBy(claim)], { quick: true });
    return rows.length === 1;
  };
  const add = createBatches(MOST_AT_ONCE, async (requests: (InboxClaim & Kept)[]) => {
    // In one order, so that no two processes wait for each other's rows.
    const rows = [...requests].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const added = await database.run(
      `INSERT INTO inbox (team, id, sealed, lease, lease_until, received_at)
       VALUES ${rows.map(() => `(?, ?, ?, ?, ${now} + ?, ${now})`).join(', ')}
       ON CONFLICT (team, id) DO NOTHING RETURNING lease`,
      rows.flatMap(({ team, id, sealed, lease, seconds }) => [
        ...[team, id, sealed, lease],
        seconds * 1_000,
      ]),
      { quick: true },
    );
    return new Set(added.map((row) => Added.parse(row).lease));
  });
  /**
   * Marks and ends many claimed requests by one statement. `set` takes what `valuesOf` a request
   * gives, as `v.a` and `v.b`.
   */
  const changes = <Item extends InboxClaim>(set: string, valuesOf: (item: Item) => Value[]) =>
    createBatches(MOST_AT_ONCE, async (items: Item[]) => {
      const rows = await database.run(
        `WITH v (team, id, lease, a, b) AS (VALUES ${items.map(() => '(?, ?, ?, ?, ?)').join(', ')})
         UPDATE inbox SET ${set} FROM v
         WHERE inbox.team = v.team AND inbox.id = v.id AND inbox.lease = v.lease
         RETURNING inbox.team, inbox.id, inbox.lease`,
        items.flatMap((item) => [...claimedBy(item), ...valuesOf(item)]),
        { quick: true },
      );
      const leases = new Map(
        rows.map((row) => Changed.parse(row)).map((row) => [keyOf(row), row.lease]),
      );
      // One that has ended has no lease any more.
      return {
        has: (claim: InboxClaim): boolean => {
          const lease = leases.get(keyOf(claim));
          return lease === null || lease === claim.lease;
        },
      };
    });
  const attempts = changes<InboxClaim & { route: string; seconds: number }>(
    `status = 'attempted', route = v.a, attempted_at = ${now}, lease_until = ${now} + CAST(v.b AS BIGINT)`,
    ({ route, seconds }) => [route, String(Math.ceil(seconds * 1_000))],
  );
  const ends = changes(`sealed = NULL, ${NO_CLAIM}`, () => ['', '']);
  return {
    async add(team, id, sealed, seconds) {
      const claim = { team, id, lease: randomUUID() };
      return (await add({ ...claim, sealed, seconds })).has(claim.lease) ? claim : null;
    },
    async takeUp(most, seconds) {
      const free = `sealed IS NOT NULL AND lease_until <= ${now}`;
      // Most looks find nothing, and then nothing is written.
      if ((await database.run(`SELECT id FROM inbox WHERE ${free} LIMIT 1`)).length === 0)
        return [];
      const lease = randomUUID();
      const [, rows = []] = await database.transaction([
        {
          sql: `WITH picked AS MATERIALIZED (
                  SELECT r.team, r.id FROM inbox r WHERE r.${free}
                  ORDER BY r.received_at, r.id LIMIT ? ${claimRows})
                UPDATE inbox SET lease = ?, lease_until = ${now} + ?, times = times + 1 FROM picked
                WHERE inbox.team = picked.team AND inbox.id = picked.id`,
          values: [most, lease, seconds * 1_000],
        },
        {
          sql: `SELECT team, id, sealed, status, route, times,
                  CAST(attempted_at AS DOUBLE PRECISION) AS attempted_ms,
                  CAST(${now} - received_at AS DOUBLE PRECISION) AS age_ms
                FROM inbox WHERE sealed IS NOT NULL AND lease = ? ORDER BY received_at, id`,
          values: [lease],
        },
      ]);
      return rows.map((row) => readTakenUp(row, lease));
    },
    async extend(claims, seconds) {
      if (claims.length > 0)
        await database.transaction(
          claims.map((claim): Statement => {
            const sql = `UPDATE inbox SET lease_until = ${now} + ? WHERE ${CLAIMED}`;
            return { sql, values: [seconds * 1_000, ...claimedBy(claim)] };
          }),
        );
    },
    markAttempted: async (claim, route, seconds) =>
      (await attempts({ ...claim, route, seconds })).has(claim),
    markNotSent: (claim) => change("status = 'open', route = NULL, attempted_at = NULL", [], claim),
    release: (claim, seconds, how) =>
      change(
        `lease = NULL, lease_until = ${now} + ?${how?.timedOut ? ", status = 'timed_out'" : ''}`,
        [Math.ceil(seconds * 1_000)],
        claim,
      ),
    end: async (claim) => (await ends(claim)).has(claim),
    async forget(claim) {
      const sql = `DELETE FROM inbox WHERE ${CLAIMED} RETURNING id`;
      return (await database.run(sql, claimedBy(claim))).length === 1;
    },
    async underWay() {
      const [row] = await database.run(
        `SELECT CAST(COUNT(*) AS INTEGER) AS requests,
           CAST(${now} - MIN(received_at) AS DOUBLE PRECISION) AS oldest_ms
         FROM inbox WHERE sealed IS NOT NULL`,
      );
      const { requests, oldest_ms: oldest } = Counted.parse(row);
      return { requests, oldest: oldest === null ? null : oldest / 1_000 };
    },
    async forgetEnded(seconds) {
      await database.run(`DELETE FROM inbox WHERE sealed IS NULL AND received_at <= ${now} - ?`, [
        seconds * 1_000,
      ]);
    },
  };
}

/** Deletes the requests of a workspace. */
export const removeInboxOf = (team: string): Statement => ({
  sql: 'DELETE FROM inbox WHERE team = ?',
  values: [team],
});

type Kept = { sealed: string; seconds: number };

const keyOf = ({ team, id }: Pick<InboxClaim, 'team' | 'id'>): string => `${team}/${id}`;

function readTakenUp(row: unknown, lease: string): TakenUp {
  const { attempted_ms, age_ms, ...read } = Row.parse(row);
  return {
    ...read,
    lease,
    attemptedAt: attempted_ms === null ? null : new Date(attempted_ms).toISOString(),
    age: age_ms / 1_000,
  };
}

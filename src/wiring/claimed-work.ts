import type { ClaimRefused, DailyClaims } from '../store/daily-claims.js';

/** What became of work: its value, and whether the day has had it. */
export type Worked<T> = { value: T; counts: boolean };

/** How long another process waits for one that gives no sign of life. */
const LEASE_SECONDS = 180;
const SIGN_OF_LIFE_MS = 60_000;

/**
 * Does work that one process of all does at a time, and `most` times a day. The work is told by
 * `signal` where it is to end: the bot stops, or another process has taken it over.
 * @throws what the work throws, which does not count; nobody begins it for `pauseAfterFault`
 *   seconds then.
 */
export async function claimedWork<T>(
  claims: DailyClaims,
  work: { name: string; localDate: string; most: number; pauseAfterFault: number },
  stopping: AbortSignal,
  body: (signal: AbortSignal) => Promise<Worked<T>>,
): Promise<{ refused: ClaimRefused } | { refused: null; value: T }> {
  const claim = await claims.claim(work.name, work, LEASE_SECONDS);
  if ('refused' in claim) return claim;
  const { lease } = claim;
  const lost = new AbortController();
  const timer = setInterval(() => {
    claims.extend(work.name, lease, LEASE_SECONDS).then(
      (isOurs) => {
        if (!isOurs) lost.abort();
      },
      // A database that is in trouble for longer than the lease gives the work to another.
      () => undefined,
    );
  }, SIGN_OF_LIFE_MS);
  timer.unref();
  try {
    const { value, counts } = await body(AbortSignal.any([stopping, lost.signal]));
    await claims.end(work.name, lease, { counts });
    return { refused: null, value };
  } catch (error) {
    await claims.end(work.name, lease, { counts: false, pause: work.pauseAfterFault });
    throw error;
  } finally {
    clearInterval(timer);
  }
}

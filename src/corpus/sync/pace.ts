import { mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Keeps requests apart. */
export type Pace = {
  /** Milliseconds between requests. */
  interval: number;
  /** Waits until a request may be made. */
  turn(signal: AbortSignal | undefined): Promise<void>;
  /** To be told when a request has ended, whatever came of it. */
  ended(): Promise<void>;
  /** Makes the interval as long as a site asks. */
  atLeast(milliseconds: number): void;
};

/**
 * A pace that leaves `interval` milliseconds between the end of a request and the next. The time of
 * the last one is that of the file `mark`, so that a run after one that was killed keeps it too.
 */
export async function openPace(mark: string, interval: number): Promise<Pace> {
  await mkdir(dirname(mark), { recursive: true });
  const before = await stat(mark).catch(() => null);
  if (!before) await writeFile(mark, '');
  const sinceThen = before ? Math.max(0, Date.now() - before.mtimeMs) : interval;
  let last = performance.now() - sinceThen;
  const note = (): Promise<void> => {
    last = performance.now();
    return utimes(mark, new Date(), new Date());
  };
  const pace: Pace = {
    interval,
    turn: async (signal) => {
      for (let left = 1; left > 0; ) {
        left = last + pace.interval - performance.now();
        if (left > 0) await sleep(Math.ceil(left), undefined, { signal });
      }
      await note();
    },
    ended: note,
    atLeast: (milliseconds) => {
      pace.interval = Math.max(pace.interval, milliseconds);
    },
  };
  return pace;
}

import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
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
  /** Makes no request for so many milliseconds, which a site asked for; later runs keep it too. */
  pause(milliseconds: number): Promise<void>;
};

/**
 * A pace that leaves `interval` milliseconds between the end of a request and the next. The time of
 * the last one is that of the file `mark`, and a pause that was asked for stands in it, so that a
 * run after one that was killed keeps both.
 */
export async function openPace(mark: string, interval: number): Promise<Pace> {
  await mkdir(dirname(mark), { recursive: true });
  const before = await stat(mark).catch(() => null);
  if (!before) await writeFile(mark, '');
  const sinceThen = before ? Math.max(0, Date.now() - before.mtimeMs) : interval;
  let last = performance.now() - sinceThen;
  const pausedUntil = before ? Date.parse(await readFile(mark, 'utf8')) : Number.NaN;
  let paused = performance.now() + (Number.isNaN(pausedUntil) ? 0 : pausedUntil - Date.now());
  const note = (): Promise<void> => {
    last = performance.now();
    return utimes(mark, new Date(), new Date());
  };
  const pace: Pace = {
    interval,
    turn: async (signal) => {
      for (let left = 1; left > 0; ) {
        left = Math.max(last + pace.interval, paused) - performance.now();
        if (left > 0) await sleep(Math.ceil(left), undefined, { signal });
      }
      await note();
    },
    ended: note,
    atLeast: (milliseconds) => {
      pace.interval = Math.max(pace.interval, milliseconds);
    },
    pause: async (milliseconds) => {
      paused = performance.now() + milliseconds;
      await writeFile(mark, new Date(Date.now() + milliseconds).toISOString());
    },
  };
  return pace;
}

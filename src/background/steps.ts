import { setImmediate } from 'node:timers/promises';

/** Work that can be put aside between two steps; each step is a few milliseconds at most. */
export type Steps<T> = Generator<void, T, void>;

/** Milliseconds of work after which other work has its turn. */
const SLICE_MS = 10;

/** Does the work in one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * Does the work in slices, between which whatever else the process has to do is done. What the
 * steps read must not change meanwhile.
 */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const end = performance.now() + SLICE_MS;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < end);
    await setImmediate();
  }
}

/** The items in batches of at most `size`, with a step after each. */
export function* eachOf<T>(items: readonly T[], size: number, work: (item: T, at: number) => void) {
  for (let at = 0; at < items.length; at++) {
    work(items[at] as T, at);
    if ((at + 1) % size === 0) yield;
  }
}

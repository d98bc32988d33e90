import { startThread } from '../background/thread.js';

/** After so many commits, each of which adds a few pages of 4 KB to the log. */
const EVERY = 400;

/**
 * Gives what counts the commits to a SQLite file and, now and then, has its write-ahead log worked
 * into the file by a thread: that waits for the disk, twice, and the process would stand still for
 * it. Where the thread fails, SQLite does it by itself, when the log is long.
 */
export function createCheckpoints(path: string): () => void {
  let commits = 0;
  let isAtWork = false;
  return () => {
    commits += 1;
    if (commits < EVERY || isAtWork) return;
    commits = 0;
    isAtWork = true;
    startThread<string>(new URL('checkpoint-thread.js', import.meta.url), path)
      .result.catch(() => undefined)
      .finally(() => {
        isAtWork = false;
      });
  };
}

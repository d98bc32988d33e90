import { setTimeout } from 'node:timers/promises';

/**
 * What `work` comes to, or null where it takes longer; `work` goes on by itself then. Slack waits
 * three seconds for an acknowledgement.
 */
export async function withinTime<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  const over = new AbortController();
  try {
    return await Promise.race([
      work,
      setTimeout(milliseconds, null, { signal: over.signal }).catch(() => null),
    ]);
  } finally {
    over.abort();
  }
}

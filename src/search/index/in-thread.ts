import { setImmediate } from 'node:timers/promises';
import { startThread } from '../../background/thread.js';
import type { Passage } from '../../domain/passage.js';
import type { Theme } from '../../domain/theme.js';
import type { CouncilSizes } from './inverted-index.js';
import type { IndexFile } from './open-index.js';

/** What the thread is started with; `before` is a serialised index. */
export type IndexingTask = {
  before: Uint8Array | null;
  moved: Uint32Array;
  sizes: CouncilSizes;
  themes: Theme[];
  file: IndexFile | null;
};

/** What it is sent then: passages that are gone or added, with their numbers, and the end. */
export type IndexingMessage = { gone: Passage[]; added: [id: number, passage: Passage][] } | 'end';

/** To send passages is to copy them; so many are copied in a few milliseconds. */
const BATCH = 100;

/**
 * The serialised index that a thread makes of an index and a change. The passages are sent bit by
 * bit, so that the sending holds nothing up.
 */
export async function indexInThread(
  task: IndexingTask,
  gone: Passage[],
  added: [id: number, passage: Passage][],
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const { send, result } = startThread<Uint8Array>(
    new URL('./thread.js', import.meta.url),
    task,
    signal,
  );
  // A failure is told by what is returned, which is awaited after the sending.
  result.catch(() => undefined);
  for (let at = 0; at < Math.max(gone.length, added.length); at += BATCH) {
    const message: IndexingMessage = {
      gone: gone.slice(at, at + BATCH),
      added: added.slice(at, at + BATCH),
    };
    send(message);
    await setImmediate();
  }
  send('end' satisfies IndexingMessage);
  return result;
}

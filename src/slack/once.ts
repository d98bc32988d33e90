import type { Logger } from 'pino';
import type { Store } from '../store/store.js';
import { describeError, newReference } from './failure.js';

/**
 * Does `work`, which says whether it succeeded, unless it has succeeded before for the same `id` in
 * the same workspace.
 */
export type Once = (team: string, id: string, work: () => Promise<boolean>) => Promise<void>;

/**
 * Slack delivers an event again when it saw no acknowledgement, and Socket Mode does after a
 * reconnect. A delivery that comes while the first is under way waits for its outcome; after a
 * success nothing is done, after a failure it is tried again. Where the store fails the work is
 * done all the same: better an answer twice than none.
 */
export function createOnce(processed: Store['processedEvents'], logger: Logger): Once {
  const underWay = new Map<string, Promise<boolean>>();
  const orElse = async <T>(access: Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await access;
    } catch (error) {
      logger.error(
        { reference: newReference(), error: describeError(error) },
        'the store of processed events failed',
      );
      return otherwise;
    }
  };
  return async (team, id, work) => {
    const key = `${team}/${id}`;
    for (let first = underWay.get(key); first; first = underWay.get(key)) if (await first) return;
    const attempt = (async () => {
      if (await orElse(processed.has(team, id), false)) return true;
      const succeeded = await work();
      if (succeeded) await orElse(processed.add(team, id), undefined);
      return succeeded;
    })();
    underWay.set(key, attempt);
    try {
      await attempt;
    } finally {
      underWay.delete(key);
    }
  };
}

import type { Logger } from 'pino';
import type { InboxClaim } from '../../store/inbox.js';

/**
 * A request that this process is at work on; `isSending` while a call that answers it is made;
 * `logger` names the request on each line.
 */
export type Entry = {
  claim: InboxClaim | null;
  place: string;
  isSending: boolean;
  logger: Logger;
};

/**
 * The most requests that a process takes at a time, those that wait included, and the most of one
 * conversation: one that Slack holds up must not take the room of all others.
 */
const MOST = 500;
const MOST_OF_A_PLACE = 100;
/** So many more are told that there is no room. */
const MOST_TOLD = 500;

/** Counts the requests that this process is at work on. */
export function createEntries() {
  const entries = new Map<Entry, Promise<void>>();
  return {
    /** How many more there is room for. */
    room: (): number => MOST - entries.size,
    hasRoomFor: (place: string): boolean =>
      entries.size < MOST &&
      [...entries.keys()].filter((entry) => entry.place === place).length < MOST_OF_A_PLACE,
    /** Whether somebody for whom there is no room can be told so. */
    canTell: (): boolean => entries.size < MOST + MOST_TOLD,
    /** Counts an entry until its work has settled. */
    add: (entry: Entry, work: Promise<void>): void => {
      const settled = work.finally(() => entries.delete(entry));
      entries.set(entry, settled);
    },
    claims: (): InboxClaim[] => [...entries.keys()].flatMap(({ claim }) => claim ?? []),
    /** The claims of those for which no call is being made. */
    unsent: (): InboxClaim[] =>
      [...entries.keys()].flatMap(({ claim, isSending }) => (isSending ? [] : (claim ?? []))),
    drained: async (): Promise<void> => {
      while (entries.size > 0) await Promise.all(entries.values());
    },
  };
}

/** Acknowledgements hold an answer up for no longer, however many there are. */
const LONGEST_WAIT_MS = 500;

/** Answers that begin in a turn of the event loop: as many as take so long, and so many at most. */
const ANSWERS_MS = 8;
const MOST_ANSWERS = 4;

/**
 * Gives what lets one work after another begin: each when all that has come in is acknowledged, so
 * that no answer is worked out while Slack waits for that. Between them what has arrived is read:
 * after each one where they take long, after a few where they are quick.
 */
export function createTurns(
  allAcknowledged: (longestMs: number) => Promise<void>,
): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let begun = 0;
  let most = 0;
  const readOn = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    begun = 0;
    const start = performance.now();
    setImmediate(() => {
      const forOne = (performance.now() - start) / Math.max(begun, 1);
      most = Math.min(MOST_ANSWERS, Math.floor(ANSWERS_MS / forOne));
    });
  };
  return () => {
    const due = performance.now() + LONGEST_WAIT_MS;
    last = last.then(async () => {
      if (begun >= most) await readOn();
      begun += 1;
      const left = due - performance.now();
      if (left > 0) await allAcknowledged(left);
    });
    return last;
  };
}

import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import {
  type AnswerContext,
  openAnswerContext,
  prepareToAnswer,
  updateAnswerContext,
} from '../answer/index.js';
import { type LoadedRecord, loadRecord } from '../corpus/load.js';
import { importedFiles, watchRecord } from '../corpus/watch.js';
import { cacheNote, type IndexCache, newIndexCache, openIndexCache } from '../search/index.js';
import { describeError } from '../slack/failure.js';

const LOOK_EVERY_MS = 200;
const LONGEST_WAIT_MS = 60_000;

/** The record, what answers are made from now, and an end of watching it. */
export type WatchedRecord = {
  /**
   * Resolves with the record when it is loaded for the first time.
   * @throws InspectionError where it cannot be read.
   */
  loaded: Promise<LoadedRecord<IndexCache>>;
  isLoaded: () => boolean;
  /** The record as it is now. @throws while it is not loaded. */
  current: () => LoadedRecord<IndexCache>;
  /** When that record was loaded, in milliseconds since 1970; null before. */
  loadedAt: () => number | null;
  /** @throws while the record is not loaded. */
  answers: () => AnswerContext;
  /**
   * Resolves when answers are made from all that is imported now; after a minute, or when nobody
   * watches any more, in any case.
   */
  caughtUp: () => Promise<void>;
  stopWatching: () => void;
};

type Held = {
  record: LoadedRecord<IndexCache>;
  context: AnswerContext;
  loadedAt: number;
};

/**
 * Loads the record and follows it: a document that comes in is in the next answer. Answers are made
 * from the record as it was until all of the new one is there.
 */
export function watchedRecord(dataDir: string | undefined, logger: Logger): WatchedRecord {
  let seen: Awaited<ReturnType<typeof importedFiles>> | null = null;
  let now: Held | null = null;
  let isWatched = true;
  let stop = (): void => undefined;
  const held = (): Held => {
    if (now === null) throw new Error('the record is not loaded yet');
    return now;
  };
  async function load(): Promise<LoadedRecord<IndexCache>> {
    seen = await importedFiles({ dataDir });
    const record = await loadRecord({ dataDir, openCache: openIndexCache, inSlices: true });
    const note = record.cache && cacheNote(record.cache);
    if (note) logger.info(note);
    const context = await openAnswerContext(record, record.cache);
    const end = await watchRecord({
      last: { record, seen },
      dataDir,
      openCache: newIndexCache,
      onRecord: async (changed, signal) => {
        const before = held().context;
        const after = await updateAnswerContext(before, changed, changed.cache, signal);
        const urns = new Set(after.covered.map(({ urn }) => urn));
        const gone = before.covered.filter(({ urn }) => !urns.has(urn)).map(({ name }) => name);
        if (gone.length > 0)
          logger.warn({ councils: gone }, 'councils left the record: nothing is said of them now');
        now = { record: changed, context: after, loadedAt: Date.now() };
        await prepareToAnswer(after);
      },
      onSeen: (files) => {
        seen = files;
      },
      onFault: (error) =>
        logger.error({ error: describeError(error) }, 'the changed record cannot be read'),
    });
    if (isWatched) stop = end;
    else end();
    now = { record, context, loadedAt: Date.now() };
    // Questions that come meanwhile need not wait for it.
    prepareToAnswer(context).catch((error) =>
      logger.error({ error: describeError(error) }, 'what questions are read with cannot be read'),
    );
    return record;
  }
  const caughtUp = async (): Promise<void> => {
    const end = performance.now() + LONGEST_WAIT_MS;
    while (isWatched && performance.now() < end && (await importedFiles({ dataDir })) !== seen)
      await setTimeout(LOOK_EVERY_MS, undefined, { ref: false });
  };
  const stopWatching = () => {
    isWatched = false;
    stop();
  };
  const loaded = load();
  // Whoever awaits it is told of the fault; until then it is not an unhandled one.
  loaded.catch(() => undefined);
  return {
    ...{ loaded, caughtUp, stopWatching },
    isLoaded: () => now !== null,
    current: () => held().record,
    answers: () => held().context,
    loadedAt: () => now?.loadedAt ?? null,
  };
}

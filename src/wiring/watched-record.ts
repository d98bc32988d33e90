import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type AnswerContext, openAnswerContext, updateAnswerContext } from '../answer/index.js';
import { type LoadedRecord, loadRecord } from '../corpus/load.js';
import { importedFiles, watchRecord } from '../corpus/watch.js';
import { cacheNote, type IndexCache, newIndexCache, openIndexCache } from '../search/index.js';
import { describeError } from '../slack/failure.js';

const LOOK_EVERY_MS = 200;
const LONGEST_WAIT_MS = 60_000;

/** The record as it was at the start, what answers are made from now, and an end of watching it. */
export type WatchedRecord = {
  record: LoadedRecord<IndexCache>;
  /** The record as it is now. */
  current: () => LoadedRecord<IndexCache>;
  /** When that record was loaded, in milliseconds since 1970. */
  loadedAt: () => number;
  answers: () => AnswerContext;
  /**
   * Resolves when answers are made from all that is imported now; after a minute, or when nobody
   * watches any more, in any case.
   */
  caughtUp: () => Promise<void>;
  stopWatching: () => void;
};

/**
 * Loads the record and follows it: a document that comes in is in the next answer. Answers are made
 * from the record as it was until all of the new one is there.
 * @throws InspectionError where the record cannot be read.
 */
export async function watchedRecord(
  dataDir: string | undefined,
  logger: Logger,
): Promise<WatchedRecord> {
  let seen = await importedFiles({ dataDir });
  const record = await loadRecord({ dataDir, openCache: openIndexCache, inSlices: true });
  const note = record.cache && cacheNote(record.cache);
  if (note) logger.info(note);
  let current = record;
  let loadedAt = Date.now();
  let context = await openAnswerContext(record, record.cache);
  let isWatched = true;
  const stop = await watchRecord({
    last: { record, seen },
    dataDir,
    openCache: newIndexCache,
    onRecord: async (changed, signal) => {
      context = await updateAnswerContext(context, changed, changed.cache, signal);
      current = changed;
      loadedAt = Date.now();
    },
    onSeen: (files) => {
      seen = files;
    },
    onFault: (error) =>
      logger.error({ error: describeError(error) }, 'the changed record cannot be read'),
  });
  const caughtUp = async (): Promise<void> => {
    const end = performance.now() + LONGEST_WAIT_MS;
    while (isWatched && performance.now() < end && (await importedFiles({ dataDir })) !== seen)
      await setTimeout(LOOK_EVERY_MS, undefined, { ref: false });
  };
  const stopWatching = () => {
    isWatched = false;
    stop();
  };
  const answers = () => context;
  return {
    ...{ record, answers, caughtUp, stopWatching },
    current: () => current,
    loadedAt: () => loadedAt,
  };
}

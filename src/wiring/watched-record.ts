import type { Logger } from 'pino';
import { type AnswerContext, createAnswerContext } from '../answer/index.js';
import { type LoadedRecord, loadRecord } from '../corpus/load.js';
import { watchRecord } from '../corpus/watch.js';
import { cacheNote, type IndexCache, openIndexCache } from '../search/index.js';
import { describeError } from '../slack/failure.js';

/** The record as it was at the start, what answers are made from now, and an end of watching it. */
export type WatchedRecord = {
  record: LoadedRecord<IndexCache>;
  answers: () => AnswerContext;
  stopWatching: () => void;
};

/**
 * Loads the record and follows it: a document that comes in is in the next answer.
 * @throws InspectionError where the record cannot be read.
 */
export async function watchedRecord(
  dataDir: string | undefined,
  logger: Logger,
): Promise<WatchedRecord> {
  const contextOf = (loaded: LoadedRecord<IndexCache>) => {
    const note = loaded.cache && cacheNote(loaded.cache);
    if (note) logger.info(note);
    return createAnswerContext(loaded, loaded.cache);
  };
  const record = await loadRecord({ dataDir, openCache: openIndexCache });
  let context = contextOf(record);
  const stopWatching = await watchRecord({
    dataDir,
    openCache: openIndexCache,
    onRecord: (changed) => {
      context = contextOf(changed);
    },
    onFault: (error) =>
      logger.error({ error: describeError(error) }, 'the changed record cannot be read'),
  });
  return { record, answers: () => context, stopWatching };
}

import type { Logger } from 'pino';
import { type AnswerContext, createAnswerContext, updateAnswerContext } from '../answer/index.js';
import { type LoadedRecord, loadRecord } from '../corpus/load.js';
import { importedFiles, watchRecord } from '../corpus/watch.js';
import { cacheNote, type IndexCache, newIndexCache, openIndexCache } from '../search/index.js';
import { describeError } from '../slack/failure.js';

/** The record as it was at the start, what answers are made from now, and an end of watching it. */
export type WatchedRecord = {
  record: LoadedRecord<IndexCache>;
  answers: () => AnswerContext;
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
  const seen = await importedFiles({ dataDir });
  const record = await loadRecord({ dataDir, openCache: openIndexCache });
  const note = record.cache && cacheNote(record.cache);
  if (note) logger.info(note);
  let context = createAnswerContext(record, record.cache);
  const stopWatching = await watchRecord({
    last: { record, seen },
    dataDir,
    openCache: newIndexCache,
    onRecord: async (changed, signal) => {
      context = await updateAnswerContext(context, changed, changed.cache, signal);
    },
    onFault: (error) =>
      logger.error({ error: describeError(error) }, 'the changed record cannot be read'),
  });
  return { record, answers: () => context, stopWatching };
}

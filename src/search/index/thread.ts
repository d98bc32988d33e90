import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from '../../background/priority.js';
import { createThemeMatcher } from '../../domain/theme-matcher.js';
import { createCounter } from './additions.js';
import { saveIndex } from './cache.js';
import { fieldsOf } from './fields.js';
import type { IndexingMessage, IndexingTask } from './in-thread.js';
import { emptyIndex } from './inverted-index.js';
import { mergeIndex } from './merge.js';
import { deserialise, serialise } from './serialise.js';

// A thread that makes one index: is started with its task, sent the passages, and sends the index.
giveWay();
const { before, moved, sizes, themes, file }: IndexingTask = workerData;
const matcher = createThemeMatcher(themes);
const { add, additions } = createCounter(matcher);
const gone = new Map<string, number>();

parentPort?.on('message', (message: IndexingMessage) => {
  if (message !== 'end') {
    for (const passage of message.gone) fieldsOf(passage, matcher, gone);
    for (const [id, passage] of message.added) add(id, passage);
    return;
  }
  const index = before ? deserialise(before) : emptyIndex();
  const bytes = serialise(mergeIndex(index, { sizes, moved, added: additions, gone }));
  if (file) saveIndex(file.cache, bytes, file.valid);
  parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
  parentPort?.close();
});

import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from '../background/priority.js';
import { RecordedDocument } from '../domain/document.js';
import { InspectionError } from '../domain/errors.js';
import type { ReadingMessage, ReadingTask } from './read-in-thread.js';
import { validate } from './read-json.js';
import { readRecordFiles } from './record-files.js';

// A thread that reads the files of a record once: is started with its task, and sends what it read.
giveWay();
const { folders, known }: ReadingTask = workerData;
const send = (message: ReadingMessage): void => parentPort?.postMessage(message);

try {
  const files = await readRecordFiles(folders, known);
  const documents = files.documents.map((file) => ({ ...file, content: null }));
  for (const { content, ...file } of files.documents) {
    if (!content || !parentPort) continue;
    const received = once(parentPort, 'message');
    const document = { ...file, content: validate(content, RecordedDocument) };
    send({ kind: 'document', document });
    await received;
  }
  send({ kind: 'files', files: { ...files, documents } });
} catch (error) {
  if (!(error instanceof InspectionError)) throw error;
  send({ kind: 'fault', sentence: error.message });
}
parentPort?.close();

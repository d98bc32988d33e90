import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from '../background/priority.js';
import { atOnce } from '../background/steps.js';
import { InspectionError } from '../domain/errors.js';
import type { ReadingMessage, ReadingTask } from './read-in-thread.js';
import { type FileRead, readRecordFiles } from './record-files.js';
import { SCHEMAS, validating, validDocument } from './validated.js';

// A thread that reads the files of a record once: is started with its task, and sends what it read.
giveWay();
const { folders, known }: ReadingTask = workerData;
const send = (message: ReadingMessage): void => parentPort?.postMessage(message);

try {
  const files = await readRecordFiles(folders, known);
  for (const file of [...files.documents, ...files.own]) {
    if (!file.content || !parentPort) continue;
    const received = once(parentPort, 'message');
    send({ kind: 'document', document: validDocument(file, SCHEMAS.document) });
    await received;
  }
  const withoutContent = (file: FileRead<Buffer>) => ({ ...file, content: null });
  const documents = files.documents.map(withoutContent);
  const own = files.own.map(withoutContent);
  send({ kind: 'files', files: atOnce(validating({ ...files, documents, own }, SCHEMAS)) });
} catch (error) {
  if (!(error instanceof InspectionError)) throw error;
  send({ kind: 'fault', sentence: error.message });
}
parentPort?.close();

import { setImmediate } from 'node:timers/promises';
import { startThread } from '../background/thread.js';
import type { RecordedDocument } from '../domain/document.js';
import { InspectionError } from '../domain/errors.js';
import type { Digests, FileRead, RecordFolders } from './record-files.js';
import type { ValidFiles } from './validated.js';

/** What the thread is started with. */
export type ReadingTask = { folders: RecordFolders; known: Digests };

/**
 * What the thread sends: each document that is not as it was known, then all files without the
 * content of documents, or else the sentence that there is no record. After each document it waits
 * for a message.
 */
export type ReadingMessage =
  | { kind: 'document'; document: FileRead<RecordedDocument> }
  | { kind: 'files'; files: ValidFiles }
  | { kind: 'fault'; sentence: string };

/**
 * Reads the files of a record in a thread, and validates the documents that are not as `known`.
 * They come one by one, since each takes a while to be received.
 * @throws InspectionError where there is no such folder; what the thread throws; the signal's
 *   reason.
 */
export async function readInThread(
  folders: RecordFolders,
  known: Digests,
  signal?: AbortSignal,
): Promise<ValidFiles> {
  const task: ReadingTask = { folders, known };
  const changed = new Map<string, FileRead<RecordedDocument>>();
  const { send, result } = startThread<ReadingMessage>(
    new URL('./thread.js', import.meta.url),
    task,
    signal,
    (message) => {
      if (message.kind !== 'document') return;
      changed.set(message.document.path, message.document);
      void setImmediate().then(() => send('next'));
    },
  );
  const message = await result;
  if (message.kind === 'fault') throw new InspectionError(message.sentence);
  if (message.kind === 'document') throw new Error('the thread ended before the last file');
  const { files } = message;
  const received = (file: FileRead<RecordedDocument>) => changed.get(file.path) ?? file;
  return {
    ...files,
    documents: files.documents.map(received),
    own: files.own.map(received),
  };
}

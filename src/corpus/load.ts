import { z } from 'zod';
import { atOnce, inSlices, type Steps } from '../background/steps.js';
import { RecordedDocument } from '../domain/document.js';
import { InspectionError } from '../domain/errors.js';
import { assembling, type InspectionRecord } from '../domain/record.js';
import { accepting, badFile, type CandidateFile, type RecordFile } from './accept.js';
import { checkingPress } from './press-check.js';
import { readInThread } from './read-in-thread.js';
import { type Parsed, validate } from './read-json.js';
import {
  type Digests,
  type FileRead,
  fingerprintOf,
  type RecordFiles,
  type RecordFolders,
  readRecordFiles,
} from './record-files.js';

/**
 * Something held in a file beside a record. `valid` tells that the record's files, byte for byte as
 * they are now, were all found valid when it was written.
 */
export type RecordCache = { valid: boolean };

/**
 * The record with the files it was read from, superseded ones included, their digests, and its
 * cache.
 */
export type LoadedRecord<Cache extends RecordCache = RecordCache> = InspectionRecord & {
  files: RecordFile[];
  digests: Digests;
  cache: Cache | null;
};

/**
 * Where to read. `openCache` opens what is held beside the record in a folder; 32 bytes tell this
 * record from any other.
 */
export type RecordLocations<Cache extends RecordCache = RecordCache> = RecordFolders & {
  openCache?: (folder: string, fingerprint: Uint8Array) => Cache;
};

/**
 * Reads, validates and assembles the record; see `readRecordFiles` for its files.
 * @throws InspectionError naming file, field and what was expected where a file that was not
 *   imported is bad; a bad imported file is left out and listed in `problems`.
 */
export async function loadRecord<Cache extends RecordCache = RecordCache>({
  openCache,
  ...folders
}: RecordLocations<Cache> = {}): Promise<LoadedRecord<Cache>> {
  const read = await readRecordFiles(folders);
  const cache = openCache?.(read.folder, fingerprintOf(read)) ?? null;
  const schema = cache?.valid ? ValidBefore : RecordedDocument;
  const documents = read.documents.map((file) => ({
    ...file,
    content: file.content && validate(file.content, schema),
  }));
  return atOnce(loading({ ...read, documents }, null, cache));
}

/**
 * The record as its files are now, which is what `loadRecord` would give. They are read and
 * validated in a thread; documents whose bytes are those they were `before` stay the same objects,
 * and so do register and themes. The work here is done in slices.
 * @throws InspectionError as `loadRecord` does; what the thread throws; the signal's reason.
 */
export async function reloadRecord<Cache extends RecordCache = RecordCache>(
  before: LoadedRecord<Cache> | null,
  { openCache, ...folders }: RecordLocations<Cache>,
  signal?: AbortSignal,
): Promise<LoadedRecord<Cache>> {
  const read = await readInThread(folders, before?.digests ?? new Map(), signal);
  const cache = openCache?.(read.folder, fingerprintOf(read)) ?? null;
  return inSlices(loading(read, before, cache));
}

/** A document that needs no looking at, its very bytes having been found valid before. */
const ValidBefore = z.custom<RecordedDocument>().transform((document) => {
  // An older file does not have the field, and nothing else gives it its default here.
  for (const passage of document.passages) passage.tones ??= [];
  return document;
});

function* loading<Cache extends RecordCache>(
  read: RecordFiles<RecordedDocument>,
  before: LoadedRecord | null,
  cache: Cache | null,
): Steps<LoadedRecord<Cache>> {
  const { register, themes: themeList } = read;
  const authorities = contentOf(register)?.authorities ?? before?.authorities ?? [];
  const themes = contentOf(themeList)?.themes ?? before?.themes ?? [];
  const isSameFrame = authorities === before?.authorities && themes === before.themes;
  const { files, problems } = yield* accepting(
    candidatesOf(read.documents, before),
    cache?.valid
      ? null
      : {
          urns: new Set(authorities.map((a) => a.urn)),
          themes: new Set(themes.map((t) => t.id)),
          sound: new Set(isSameFrame ? before.files.map((f) => f.document) : []),
        },
  );
  const documents = files.map((f) => f.document);
  const record = yield* checkingPress(yield* assembling(authorities, themes, documents));
  const used = new Set([register, themeList, ...files].map(({ path }) => path));
  const digests = new Map(
    [register, themeList, ...read.documents].flatMap(({ path, digest }) =>
      used.has(path) ? [[path, digest]] : [],
    ),
  );
  return { ...record, problems, files, digests, cache };
}

/** What a file holds that everything else depends on; nothing where it is as it was before. */
function contentOf<T>({ file, content }: FileRead<T>): T | null {
  if (content === null) return null;
  if (content.reason !== null) throw new InspectionError(badFile(file, content.reason));
  return content.value;
}

/** The documents read, with those held before in the places of those that are as they were. */
function candidatesOf(
  read: FileRead<RecordedDocument>[],
  before: LoadedRecord | null,
): CandidateFile[] {
  const held = new Map(before?.files.map(({ path, document }) => [path, document]));
  const missing: Parsed<RecordedDocument> = { value: null, reason: 'cannot be read' };
  return read.map(({ file, path, imported, content }) => {
    const value = held.get(path);
    return {
      file,
      path,
      imported,
      content: content ?? (value ? { value, reason: null } : missing),
    };
  });
}

import { z } from 'zod';
import { atOnce, inSlices, type Steps } from '../background/steps.js';
import type { AuthorityRegister, LocalAuthority, NeighbourList } from '../domain/authority.js';
import { makingAll } from '../domain/by-council.js';
import type { RecordedDocument } from '../domain/document.js';
import { InspectionError } from '../domain/errors.js';
import { assembling, type InspectionRecord } from '../domain/record.js';
import { accepting, badFile, type CandidateFile, type RecordFile } from './accept.js';
import type { InspectionTable } from './inspection-table.js';
import { pressChecked } from './press-check.js';
import { readInThread } from './read-in-thread.js';
import { readLater } from './read-later.js';
import {
  type Digests,
  type FileRead,
  fingerprintOf,
  type RecordFolders,
  readRecordFiles,
} from './record-files.js';
import { lastLooked } from './sync/state.js';
import { tableDocuments } from './table-documents.js';
import { SCHEMAS, type Schemas, type ValidFiles, validating } from './validated.js';

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
  /** The table of inspections, where the record has one. */
  table: InspectionTable | null;
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
 * Reads, validates and assembles the record, at once or, where something else is to be done
 * meanwhile, in slices; see `readRecordFiles` for its files. Where its cache tells that all of them
 * are valid, and it is read at once, passages are read when they are first asked for.
 * @throws InspectionError naming file, field and what was expected where a file that was not
 *   imported is bad; a bad imported file is left out and listed in `problems`.
 */
export async function loadRecord<Cache extends RecordCache = RecordCache>({
  openCache,
  inSlices: isSliced = false,
  ...folders
}: RecordLocations<Cache> & { inSlices?: boolean } = {}): Promise<LoadedRecord<Cache>> {
  const read = await readRecordFiles(folders);
  const cache = openCache?.(read.folder, fingerprintOf(read)) ?? null;
  const run = async <T>(steps: Steps<T>): Promise<T> =>
    isSliced ? inSlices(steps) : atOnce(steps);
  const valid = await run(validating(read, cache?.valid ? VALID_BEFORE : SCHEMAS));
  const record = await run(loading(valid, null, cache, await lastLooked(read.folder)));
  if (isSliced || !cache?.valid) await run(makingAll(record.passages));
  return record;
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
  const record = await inSlices(loading(read, before, cache, await lastLooked(read.folder)));
  await inSlices(makingAll(record.passages));
  return record;
}

/** What needs no looking at, its very bytes having been found valid before. */
const VALID_BEFORE: Schemas = {
  document: readLater,
  neighbours: z.custom<NeighbourList>(),
  table: z.custom<InspectionTable>(),
};

function* loading<Cache extends RecordCache>(
  read: ValidFiles,
  before: LoadedRecord | null,
  cache: Cache | null,
  looked: string | null,
): Steps<LoadedRecord<Cache>> {
  const { register, neighbours, themes: themeList } = read;
  const isAsBefore = (...shared: (FileRead | null)[]) =>
    shared.every((file) => !file || before?.digests.get(file.path) === file.digest);
  const authorities =
    before && isAsBefore(register, neighbours)
      ? before.authorities
      : withNeighbours(contentOf(register), neighbours && contentOf(neighbours));
  const themes = before && isAsBefore(themeList) ? before.themes : contentOf(themeList).themes;
  const isSameFrame = authorities === before?.authorities && themes === before.themes;
  const table = read.table && (read.table.content ? contentOf(read.table) : before?.table);
  const { files, problems } = yield* accepting(
    [
      ...candidatesOf(read.documents, before),
      ...(read.table && table ? tableFiles(read.table, table, before) : []),
      ...candidatesOf(read.own, before),
    ],
    cache?.valid
      ? null
      : {
          urns: new Set(authorities.map((a) => a.urn)),
          themes: new Set(themes.map((t) => t.id)),
          sound: new Set(isSameFrame ? before.files.map((f) => f.document) : []),
        },
  );
  const documents = files.map((f) => f.document);
  const record = yield* assembling(authorities, themes, documents, pressChecked);
  const gradesUntil = table?.statistics.until ?? null;
  return {
    ...record,
    freshness: { gradesUntil, lookedForOn: looked?.slice(0, 'yyyy-mm-dd'.length) ?? null },
    problems,
    files,
    digests: digestsOf(read, new Set(files.map(({ path }) => path))),
    table: table ?? null,
    cache,
  };
}

/** The digests of the files that everything depends on, and of the documents that are `used`. */
function digestsOf(read: ValidFiles, used: ReadonlySet<string>): Digests {
  const { register, neighbours, themes, table } = read;
  const shared = [register, neighbours, themes, table].filter((file) => file !== null);
  const documents = [...read.documents, ...read.own].filter(({ path }) => used.has(path));
  return new Map([...shared, ...documents].map(({ path, digest }) => [path, digest]));
}

const UNREAD = { value: null, reason: 'cannot be read' };

/** What a file holds that everything else depends on. */
function contentOf<T>({ file, content }: FileRead<T>): T {
  const read = content ?? UNREAD;
  if (read.reason !== null) throw new InspectionError(badFile(file, read.reason));
  return read.value;
}

/** The register's councils with those of their neighbours that it has. */
function withNeighbours(
  { authorities }: AuthorityRegister,
  list: NeighbourList | null,
): LocalAuthority[] {
  const known = new Set(authorities.map(({ urn }) => urn));
  return authorities.map((authority) => {
    const own = list?.neighbours[authority.urn]?.filter((urn) => known.has(urn)) ?? [];
    return own.length > 0 ? { ...authority, neighbours: own } : authority;
  });
}

/**
 * The documents of the table, each as a file of its own that people are told of by its source; the
 * same objects as before where the table is.
 */
function tableFiles(
  { file, path, imported }: FileRead<InspectionTable>,
  table: InspectionTable,
  before: LoadedRecord | null,
): CandidateFile[] {
  const documents =
    table === before?.table
      ? before.files.filter((each) => each.path === path).map(({ document }) => document)
      : tableDocuments(table);
  return documents.map((value) => ({
    file: `${file}: ${value.source.id}`,
    path,
    imported,
    content: { value, reason: null },
  }));
}

/** The documents read, with those held before in the places of those that are as they were. */
function candidatesOf(
  read: FileRead<RecordedDocument>[],
  before: LoadedRecord | null,
): CandidateFile[] {
  const held = new Map(before?.files.map(({ path, document }) => [path, document]));
  return read.map(({ file, path, imported, content }) => {
    const value = held.get(path);
    return {
      file,
      path,
      imported,
      content: content ?? (value ? { value, reason: null } : UNREAD),
    };
  });
}

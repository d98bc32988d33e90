import { createHash } from 'node:crypto';
import { basename, join, resolve, sep } from 'node:path';
import { z } from 'zod';
import { AuthorityRegister, type LocalAuthority, NeighbourList } from '../domain/authority.js';
import { RecordedDocument } from '../domain/document.js';
import { assembleRecord, type InspectionRecord } from '../domain/record.js';
import { ThemeList } from '../domain/theme.js';
import { acceptFiles, type CandidateFile, type RecordFile } from './accept.js';
import { exists, filesIfAny, filesUnder, mapBounded, requireFolder } from './files.js';
import { InspectionTable } from './inspection-table.js';
import { IMPORTED, ownFolder, shippedFolder } from './locations.js';
import { checkPress } from './press-check.js';
import {
  type FileRead,
  readFileOf,
  readIfAny,
  readShared,
  type SharedFile,
  sharedValue,
} from './read-files.js';
import { validate } from './read-json.js';
import { lastLooked } from './sync/state.js';
import { tableDocuments } from './table-documents.js';

/**
 * Something held in a file beside a record. `valid` tells that the record's files, byte for byte as
 * they are now, were all found valid when it was written.
 */
export type RecordCache = { valid: boolean };

/**
 * The record with the files it was read from, superseded ones included, its cache, and
 * its table of inspections where it has one.
 */
export type LoadedRecord<Cache extends RecordCache = RecordCache> = InspectionRecord & {
  files: RecordFile[];
  table: InspectionTable | null;
  cache: Cache | null;
};

/**
 * Where to read: `dataDir` is the whole record where it is given (an empty one is not), and else
 * the record is what is `shipped` with what was imported into the user's `own` folder. `openCache`
 * opens what is held beside the record in a folder; 32 bytes tell this record from any other.
 */
export type RecordLocations<Cache extends RecordCache = RecordCache> = {
  dataDir?: string | undefined;
  shipped?: string;
  own?: string;
  openCache?: (folder: string, fingerprint: Uint8Array) => Cache;
};

const AUTHORITIES = 'authorities.json';
/** The words of askers lie beside the shipped record; they are no documents. */
const LANGUAGE = `language${sep}`;
const THEMES = 'themes.json';
const NEIGHBOURS = 'neighbours.json';
const INSPECTIONS = 'inspections.json';
const NO_DOCUMENTS = new Set([AUTHORITIES, THEMES, NEIGHBOURS, INSPECTIONS]);
const OPEN_FILES = 32;

/**
 * Reads, validates and assembles the record. Every `*.json` of a folder is a document, except the
 * register of authorities, their neighbours, the themes, the table of inspections and
 * `corrections*.json`; a folder without a register, neighbours or themes has the package's, but
 * never the package's inspections. Documents come in the order of their paths, those of the table
 * after them, imported ones last.
 * @throws InspectionError naming file, field and what was expected where a file that was not
 *   imported is bad; a bad imported file is left out and listed in `problems`.
 */
export async function loadRecord<Cache extends RecordCache = RecordCache>({
  dataDir,
  shipped = shippedFolder,
  own = ownFolder,
  openCache,
}: RecordLocations<Cache> = {}): Promise<LoadedRecord<Cache>> {
  const root = resolve(dataDir || shipped);
  await requireFolder(root, 'give --data (or DATA_DIR) a folder that holds a record');
  const folder = dataDir || !(await exists(own)) ? root : own;
  const [register, themeList, neighbourList, table, inRoot, inOwn, looked] = await Promise.all([
    readShared(root, shipped, AUTHORITIES),
    readShared(root, shipped, THEMES),
    readIfAny(root, shipped, NEIGHBOURS),
    readIfAny(root, root, INSPECTIONS),
    readDocuments(root),
    dataDir ? [] : readDocuments(own, IMPORTED),
    lastLooked(dataDir ? root : own),
  ]);
  const documentFiles = [...inRoot, ...inOwn];
  const shared = [register, themeList, neighbourList, table].filter((file) => file !== null);
  const cache = openCache?.(folder, fingerprintOf([...shared, ...documentFiles])) ?? null;
  const { neighbours } = neighbourList
    ? sharedValue(neighbourList, cache?.valid ? NeighboursValidBefore : NeighbourList)
    : NOBODY;
  const authorities = withNeighbours(sharedValue(register, AuthorityRegister), neighbours);
  const { themes } = sharedValue(themeList, ThemeList);
  const schema = cache?.valid ? ValidBefore : RecordedDocument;
  const inspections =
    table && sharedValue(table, cache?.valid ? TableValidBefore : InspectionTable);
  const candidates = [
    ...inRoot.map((file) => ({ ...file, content: validate(file.content, schema) })),
    ...(inspections ? tableFiles(table, inspections) : []),
    ...inOwn.map((file) => ({ ...file, content: validate(file.content, schema) })),
  ];
  const { files, problems } = acceptFiles(
    candidates,
    cache?.valid
      ? null
      : {
          urns: new Set(authorities.map((a) => a.urn)),
          themes: new Set(themes.map((t) => t.id)),
        },
  );
  const documents = files.map((f) => f.document);
  const record = checkPress(assembleRecord(authorities, themes, documents));
  const gradesUntil = inspections?.statistics.until ?? null;
  return {
    ...record,
    freshness: { gradesUntil, lookedForOn: looked?.slice(0, 'yyyy-mm-dd'.length) ?? null },
    problems,
    files,
    table: inspections,
    cache,
  };
}

const NOBODY = { neighbours: {} };

/** The register's councils with those of their neighbours that it has. */
function withNeighbours(
  { authorities }: AuthorityRegister,
  neighbours: Record<string, string[]>,
): LocalAuthority[] {
  const known = new Set(authorities.map(({ urn }) => urn));
  return authorities.map((authority) => {
    const own = neighbours[authority.urn]?.filter((urn) => known.has(urn)) ?? [];
    return own.length > 0 ? { ...authority, neighbours: own } : authority;
  });
}

/** The documents of the table, each as a file of its own that people are told of by its source. */
const tableFiles = ({ file, path, imported }: SharedFile, table: InspectionTable) =>
  tableDocuments(table).map(
    (value): CandidateFile => ({
      file: `${file}: ${value.source.id}`,
      path,
      imported,
      content: { value, reason: null },
    }),
  );

/** The document files of a folder, or of one folder `inside` it (which need not exist). */
async function readDocuments(root: string, inside = ''): Promise<FileRead[]> {
  const folder = join(root, inside);
  const names = (await (inside ? filesIfAny : filesUnder)(folder))
    .map((name) => join(inside, name))
    .filter(isDocument);
  return mapBounded(names, OPEN_FILES, (name) => readFileOf(root, name, (_, file) => file));
}

/** A document that needs no looking at, its very bytes having been found valid before. */
const ValidBefore = z.custom<RecordedDocument>().transform((document) => {
  // An older file does not have the field, and nothing else gives it its default here.
  for (const passage of document.passages) passage.tones ??= [];
  return document;
});
const TableValidBefore = z.custom<InspectionTable>();
const NeighboursValidBefore = z.custom<z.infer<typeof NeighbourList>>();

/** Differs whenever a file does, or its name; 32 bytes. */
function fingerprintOf(files: FileRead[]): Uint8Array {
  const hash = createHash('sha256');
  for (const { file, digest } of files) hash.update(`${file}\n`).update(digest);
  return new Uint8Array(hash.digest());
}

function isDocument(path: string): boolean {
  const name = basename(path);
  return (
    name.endsWith('.json') &&
    !path.startsWith(LANGUAGE) &&
    !NO_DOCUMENTS.has(name) &&
    !name.startsWith('corrections')
  );
}

import { createHash } from 'node:crypto';
import { basename, join, resolve, sep } from 'node:path';
import { z } from 'zod';
import { AuthorityRegister } from '../domain/authority.js';
import { RecordedDocument } from '../domain/document.js';
import { InspectionError } from '../domain/errors.js';
import { assembleRecord, type InspectionRecord } from '../domain/record.js';
import { ThemeList } from '../domain/theme.js';
import { acceptFiles, badFile, type CandidateFile, type RecordFile } from './accept.js';
import { exists, filesIfAny, filesUnder, mapBounded, requireFolder } from './files.js';
import { IMPORTED, ownFolder, shippedFolder } from './locations.js';
import { checkPress } from './press-check.js';
import { type Parsed, parseJson, readBytes, validate } from './read-json.js';

/**
 * Something held in a file beside a record. `valid` tells that the record's files, byte for byte as
 * they are now, were all found valid when it was written.
 */
export type RecordCache = { valid: boolean };

/** The record with the files it was read from, superseded ones included, and its cache. */
export type LoadedRecord<Cache extends RecordCache = RecordCache> = InspectionRecord & {
  files: RecordFile[];
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
const OPEN_FILES = 32;

/**
 * Reads, validates and assembles the record. Every `*.json` of a folder is a document, except the
 * register of authorities, the themes and `corrections*.json`; a folder without a register or
 * themes has the package's. Documents come in the order of their paths, imported ones last.
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
  const [register, themeList, inRoot, inOwn] = await Promise.all([
    readShared(root, shipped, AUTHORITIES),
    readShared(root, shipped, THEMES),
    readDocuments(root),
    dataDir ? [] : readDocuments(own, IMPORTED),
  ]);
  const documentFiles = [...inRoot, ...inOwn];
  const { authorities } = sharedValue(register, AuthorityRegister);
  const { themes } = sharedValue(themeList, ThemeList);
  const cache = openCache?.(folder, fingerprintOf([register, themeList, ...documentFiles])) ?? null;
  const schema = cache?.valid ? ValidBefore : RecordedDocument;
  const candidates = documentFiles.map((file) => ({
    ...file,
    content: validate(file.content, schema),
  }));
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
  return { ...record, problems, files, cache };
}

/** A file as it was read, not yet validated; `digest` differs whenever its bytes do. */
type FileRead = Omit<CandidateFile, 'content'> & { digest: Uint8Array; content: Parsed<unknown> };
/** One that people write by hand, with its text, by which its faults are found. */
type SharedFile = FileRead & { text: string };

/** A file that a record's folder may have and the package always has. */
async function readShared(root: string, shipped: string, name: string): Promise<SharedFile> {
  const folder = (await exists(join(root, name))) ? root : shipped;
  return readFileOf(folder, name, (text, file) => ({ ...file, text }));
}

function sharedValue<T>({ file, content, text }: SharedFile, schema: z.ZodType<T>): T {
  const { value, reason } = validate(content, schema, text);
  if (reason !== null) throw new InspectionError(badFile(file, reason));
  return value;
}

/** The document files of a folder, or of one folder `inside` it (which need not exist). */
async function readDocuments(root: string, inside = ''): Promise<FileRead[]> {
  const folder = join(root, inside);
  const names = (await (inside ? filesIfAny : filesUnder)(folder))
    .map((name) => join(inside, name))
    .filter(isDocument);
  return mapBounded(names, OPEN_FILES, (name) => readFileOf(root, name, (_, file) => file));
}

/**
 * Reads and parses a file. Neither its bytes nor its text is kept unless `keep` does so, since
 * those of a whole record are large.
 */
async function readFileOf<T>(
  root: string,
  name: string,
  keep: (text: string, file: FileRead) => T,
): Promise<T> {
  const bytes = await readBytes(join(root, name));
  const text = bytes.value?.toString('utf8') ?? '';
  return keep(text, {
    file: label(root, name),
    path: join(root, name),
    imported: name.split(sep).slice(0, -1).includes(IMPORTED),
    digest: createHash('sha256')
      .update(bytes.value ?? '')
      .digest(),
    content: bytes.reason === null ? parseJson(text) : bytes,
  });
}

/** A document that needs no looking at, its very bytes having been found valid before. */
const ValidBefore = z.custom<RecordedDocument>().transform((document) => {
  // An older file does not have the field, and nothing else gives it its default here.
  for (const passage of document.passages) passage.tones ??= [];
  return document;
});

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
    name !== AUTHORITIES &&
    name !== THEMES &&
    !name.startsWith('corrections')
  );
}

/** "data/80569-tameside/x.json": the record's folder by name, then the path inside it. */
const label = (root: string, path: string): string =>
  [basename(root), ...path.split(sep)].join('/');

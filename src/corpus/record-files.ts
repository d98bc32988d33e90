import { createHash } from 'node:crypto';
import { basename, join, resolve, sep } from 'node:path';
import type { z } from 'zod';
import { AuthorityRegister } from '../domain/authority.js';
import { ThemeList } from '../domain/theme.js';
import { exists, filesIfAny, filesUnder, mapBounded, requireFolder } from './files.js';
import { IMPORTED, ownFolder, shippedFolder } from './locations.js';
import { type Parsed, parseJson, readBytes, validate } from './read-json.js';

/**
 * Where to read: `dataDir` is the whole record where it is given (an empty one is not), and else
 * the record is what is `shipped` with what was imported into the user's `own` folder.
 */
export type RecordFolders = {
  dataDir?: string | undefined;
  shipped?: string;
  own?: string;
};

/** The digests (hexadecimal) of files as they were read before, by path. */
export type Digests = ReadonlyMap<string, string>;

/**
 * A file as it was read: `file` as people are told of it, `path` as the system finds it. `digest`
 * differs whenever its bytes do; `content` is `null` where that is the digest known before.
 */
export type FileRead<Content = unknown> = {
  file: string;
  path: string;
  imported: boolean;
  digest: string;
  content: Parsed<Content> | null;
};

/**
 * The files of a record, and the folder beside which something may be held of it. Documents are in
 * the order of their paths; those of the user's own folder come after all others.
 */
export type RecordFiles<Content extends Contents = Unvalidated> = {
  folder: string;
  register: FileRead<AuthorityRegister>;
  neighbours: FileRead<Content['neighbours']> | null;
  themes: FileRead<ThemeList>;
  table: FileRead<Content['table']> | null;
  documents: FileRead<Content['document']>[];
  own: FileRead<Content['document']>[];
};

/** What the files hold that is not validated, or not even parsed, when they are read. */
export type Contents = { document: unknown; neighbours: unknown; table: unknown };
type Unvalidated = { document: Buffer; neighbours: HandWritten; table: HandWritten };

/** A file that people write by hand, with its text, by which its faults are found. */
export type HandWritten = { json: Parsed<unknown>; text: string };

const AUTHORITIES = 'authorities.json';
/** The words of askers lie beside the shipped record; they are no documents. */
const LANGUAGE = `language${sep}`;
const THEMES = 'themes.json';
const NEIGHBOURS = 'neighbours.json';
const INSPECTIONS = 'inspections.json';
/** Files of a record that are no documents, and whose change changes the record. */
export const SHARED_FILES = [AUTHORITIES, THEMES, NEIGHBOURS, INSPECTIONS];
const NO_DOCUMENTS = new Set([AUTHORITIES, THEMES, NEIGHBOURS, INSPECTIONS]);
const OPEN_FILES = 8;

/**
 * Reads the files of a record. Every `*.json` of a folder is a document, except the register of
 * authorities, their neighbours, the themes, the table of inspections and `corrections*.json`; a
 * folder without a register, neighbours or themes has the package's, but never the package's
 * inspections. What documents are and the table says is read where it is not as `known`.
 * @throws InspectionError where there is no such folder.
 */
export async function readRecordFiles(
  { dataDir, shipped = shippedFolder, own = dataDir ? '' : ownFolder() }: RecordFolders,
  known: Digests = new Map(),
): Promise<RecordFiles> {
  const root = resolve(dataDir || shipped);
  await requireFolder(root, 'give --data (or DATA_DIR) a folder that holds a record');
  const folder = dataDir || !(await exists(own)) ? root : own;
  const isIn = (inside: string, name: string) => exists(join(inside, name));
  const [register, neighbours, themes, table, inRoot, inOwn] = await Promise.all([
    readShared(root, shipped, AUTHORITIES, validBy(AuthorityRegister)),
    (await isIn(root, NEIGHBOURS)) || (await isIn(shipped, NEIGHBOURS))
      ? readShared(root, shipped, NEIGHBOURS, handWritten)
      : null,
    readShared(root, shipped, THEMES, validBy(ThemeList)),
    (await isIn(root, INSPECTIONS)) ? readFileOf(root, INSPECTIONS, known, handWritten) : null,
    readDocuments(root, '', known),
    dataDir ? [] : readDocuments(own, IMPORTED, known),
  ]);
  return { folder, register, neighbours, themes, table, documents: inRoot, own: inOwn };
}

/** Differs whenever a file does, or its name; 32 bytes. */
export function fingerprintOf(read: RecordFiles<Contents>): Uint8Array {
  const { register, themes, neighbours, table, documents, own } = read;
  const shared = [register, themes, neighbours, table].filter((file) => file !== null);
  const hash = createHash('sha256');
  for (const { file, digest } of [...shared, ...documents, ...own])
    hash.update(`${file}\n`).update(digest, 'hex');
  return new Uint8Array(hash.digest());
}

/** A file that a record's folder may have and the package always has. */
async function readShared<T>(
  root: string,
  shipped: string,
  name: string,
  parse: (bytes: Buffer) => Parsed<T>,
): Promise<FileRead<T>> {
  const folder = (await exists(join(root, name))) ? root : shipped;
  return readFileOf(folder, name, new Map(), parse);
}

/** People write such a file by hand, so a fault is told with its line. */
const validBy =
  <T>(schema: z.ZodType<T>) =>
  (bytes: Buffer): Parsed<T> => {
    const text = bytes.toString('utf8');
    return validate(parseJson(text), schema, text);
  };

function handWritten(bytes: Buffer): Parsed<HandWritten> {
  const text = bytes.toString('utf8');
  return { value: { json: parseJson(text), text }, reason: null };
}

/** The document files of a folder, or of one folder `inside` it (which need not exist). */
async function readDocuments(
  root: string,
  inside: string,
  known: Digests,
): Promise<FileRead<Buffer>[]> {
  const folder = join(root, inside);
  const names = (await (inside ? filesIfAny : filesUnder)(folder))
    .map((name) => join(inside, name))
    .filter(isDocument);
  return mapBounded(names, OPEN_FILES, (name) => readFileOf(root, name, known, asRead));
}

const asRead = (bytes: Buffer): Parsed<Buffer> => ({ value: bytes, reason: null });

/** Reads a file, and what it holds where that is not as `known`. */
async function readFileOf<T>(
  root: string,
  name: string,
  known: Digests,
  parse: (bytes: Buffer) => Parsed<T>,
): Promise<FileRead<T>> {
  const path = join(root, name);
  const bytes = await readBytes(path);
  const digest = createHash('sha256')
    .update(bytes.value ?? '')
    .digest('hex');
  const contentOf = (): Parsed<T> | null => {
    if (bytes.reason !== null) return bytes;
    return known.get(path) === digest ? null : parse(bytes.value);
  };
  return {
    file: label(root, name),
    path,
    imported: name.split(sep).slice(0, -1).includes(IMPORTED),
    digest,
    content: contentOf(),
  };
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

/** "data/80569-tameside/x.json": the record's folder by name, then the path inside it. */
const label = (root: string, path: string): string =>
  [basename(root), ...path.split(sep)].join('/');

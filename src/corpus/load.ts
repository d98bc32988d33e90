import { basename, join, resolve, sep } from 'node:path';
import type { z } from 'zod';
import { AuthorityRegister } from '../domain/authority.js';
import { RecordedDocument } from '../domain/document.js';
import { InspectionError } from '../domain/errors.js';
import { assembleRecord, type InspectionRecord } from '../domain/record.js';
import { ThemeList } from '../domain/theme.js';
import { acceptFiles, badFile, type CandidateFile, type RecordFile } from './accept.js';
import { exists, filesUnder, mapBounded, requireFolder } from './files.js';
import { IMPORTED, ownFolder, shippedFolder } from './locations.js';
import { checkPress } from './press-check.js';
import { readJson } from './read-json.js';

/** The record with the files it was read from, superseded ones included. */
export type LoadedRecord = InspectionRecord & { files: RecordFile[] };

/**
 * Where to read: `dataDir` is the whole record where it is given (an empty one is not), and else the record is what is `shipped`
 * with what was imported into the user's `own` folder.
 */
export type RecordLocations = { dataDir?: string | undefined; shipped?: string; own?: string };

const AUTHORITIES = 'authorities.json';
const THEMES = 'themes.json';
const OPEN_FILES = 32;

/**
 * Reads, validates and assembles the record. Every `*.json` of a folder is a document, except the register of
 * authorities, the themes and `corrections*.json`; a folder without a register or themes has the package's. Documents
 * come in the order of their paths, imported ones last.
 * @throws InspectionError naming file, field and what was expected where a file that was not imported is bad; a bad
 *   imported file is left out and listed in `problems`.
 */
export async function loadRecord({
  dataDir,
  shipped = shippedFolder,
  own = ownFolder,
}: RecordLocations = {}): Promise<LoadedRecord> {
  const root = resolve(dataDir || shipped);
  await requireFolder(root, 'give --data (or DATA_DIR) a folder that holds a record');
  const [{ authorities }, { themes }, inRoot, inOwn] = await Promise.all([
    readShared(root, shipped, AUTHORITIES, AuthorityRegister),
    readShared(root, shipped, THEMES, ThemeList),
    readDocuments(root),
    dataDir ? [] : readDocuments(own, IMPORTED),
  ]);
  const { files, problems } = acceptFiles([...inRoot, ...inOwn], {
    urns: new Set(authorities.map((a) => a.urn)),
    themes: new Set(themes.map((t) => t.id)),
  });
  const documents = files.map((f) => f.document);
  return { ...checkPress(assembleRecord(authorities, themes, documents)), problems, files };
}

/** A file that a record's folder may have and the package always has. */
async function readShared<T>(
  root: string,
  shipped: string,
  name: string,
  schema: z.ZodType<T>,
): Promise<T> {
  const folder = (await exists(join(root, name))) ? root : shipped;
  const read = await readJson(join(folder, name), schema);
  if (read.reason !== null) throw new InspectionError(badFile(label(folder, name), read.reason));
  return read.value;
}

/** The document files of a folder, or of one folder `inside` it (which need not exist). */
async function readDocuments(root: string, inside = ''): Promise<CandidateFile[]> {
  const folder = join(root, inside);
  if (inside && !(await exists(folder))) return [];
  const names = (await filesUnder(folder)).map((name) => join(inside, name)).filter(isDocument);
  return mapBounded(names, OPEN_FILES, async (name) => ({
    file: label(root, name),
    path: join(root, name),
    imported: name.split(sep).slice(0, -1).includes(IMPORTED),
    content: await readJson(join(root, name), RecordedDocument),
  }));
}

function isDocument(path: string): boolean {
  const name = basename(path);
  return (
    name.endsWith('.json') &&
    name !== AUTHORITIES &&
    name !== THEMES &&
    !name.startsWith('corrections')
  );
}

/** "data/80569-tameside/x.json": the record's folder by name, then the path inside it. */
const label = (root: string, path: string): string =>
  [basename(root), ...path.split(sep)].join('/');

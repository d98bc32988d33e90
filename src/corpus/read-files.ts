import { createHash } from 'node:crypto';
import { basename, join, sep } from 'node:path';
import type { z } from 'zod';
import { InspectionError } from '../domain/errors.js';
import { badFile, type CandidateFile } from './accept.js';
import { exists } from './files.js';
import { IMPORTED } from './locations.js';
import { type Parsed, parseJson, readBytes, validate } from './read-json.js';

/** A file as it was read, not yet validated; `digest` differs whenever its bytes do. */
export type FileRead = Omit<CandidateFile, 'content'> & {
  digest: Uint8Array;
  content: Parsed<unknown>;
};
/** One that people write by hand, with its text, by which its faults are found. */
export type SharedFile = FileRead & { text: string };

/** A file that a record's folder may have and the package always has. */
export async function readShared(root: string, shipped: string, name: string): Promise<SharedFile> {
  const folder = (await exists(join(root, name))) ? root : shipped;
  return readFileOf(folder, name, (text, file) => ({ ...file, text }));
}

/** The same of a file that need not be in either folder. */
export const readIfAny = async (
  root: string,
  shipped: string,
  name: string,
): Promise<SharedFile | null> =>
  (await exists(join(root, name))) || (await exists(join(shipped, name)))
    ? readShared(root, shipped, name)
    : null;

/** @throws InspectionError naming file, line and field where the file is not of the schema. */
export function sharedValue<T>({ file, content, text }: SharedFile, schema: z.ZodType<T>): T {
  const { value, reason } = validate(content, schema, text);
  if (reason !== null) throw new InspectionError(badFile(file, reason));
  return value;
}

/**
 * Reads and parses a file. Neither its bytes nor its text is kept unless `keep` does so, since
 * those of a whole record are large.
 */
export async function readFileOf<T>(
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

/** "data/80569-tameside/x.json": the record's folder by name, then the path inside it. */
const label = (root: string, path: string): string =>
  [basename(root), ...path.split(sep)].join('/');

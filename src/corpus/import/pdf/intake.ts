import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { InspectionError } from '../../../domain/errors.js';
import { filesUnder } from '../../files.js';
import { checkStreams } from './streams.js';

/** No published report comes near: the largest has 3 MB. */
export const MAX_BYTES = 40_000_000;

/**
 * A file to import: `path` as the system finds it, `label` as the caller will know it again, `size`
 * in bytes.
 */
export type ImportFile = { path: string; label: string; size: number };

/**
 * The files that `paths` name: files themselves, and of folders, at any depth, whatever is called
 * `.pdf` or `.txt`.
 * @throws InspectionError where a path does not exist.
 */
export async function filesToImport(paths: string[]): Promise<ImportFile[]> {
  const found = new Map<string, ImportFile>();
  for (const path of paths) {
    const stats = await stat(path).catch(() => null);
    if (!stats)
      throw new InspectionError(`There is no file or folder ${path}; name one that exists.`);
    const inside = stats.isDirectory() ? await filesUnder(path) : null;
    const names = inside?.filter((name) => ['.pdf', '.txt'].includes(extname(name).toLowerCase()));
    for (const name of names ?? [null]) {
      const file = resolve(name === null ? path : join(path, name));
      if (found.has(file)) continue;
      const its = name === null ? stats : await stat(file).catch(() => null);
      found.set(file, { path: file, label: name ?? path, size: its?.size ?? 0 });
    }
  }
  return [...found.values()];
}

/**
 * "80569-tameside/2024-02-13.pdf": a file's name in the record, the same from wherever it was
 * named.
 */
export const recordFileName = (path: string): string =>
  [basename(dirname(resolve(path))), basename(path)].filter(Boolean).join('/');

/**
 * The bytes of a file that may be read further, or why not. `sha256` is `null` only where the file
 * was not read.
 */
export type Intake =
  | { sha256: string; bytes: Uint8Array; format: 'pdf'; mayHideText: boolean }
  | { sha256: string; text: string; format: 'text' }
  | { sha256: string | null; fault: 'not_a_pdf' | 'too_large' | 'truncated' };

/** Looks at a file's bytes, never at its name: PDF, plain text, or neither. */
export async function identifyFile(path: string): Promise<Intake> {
  const { size } = await stat(path);
  if (size > MAX_BYTES) return { sha256: null, fault: 'too_large' };
  const bytes = await readFile(path);
  const sha256 = sha256Of(bytes);
  if (!bytes.subarray(0, 1024).includes('%PDF-')) {
    const text = plainText(bytes);
    return text === null ? { sha256, fault: 'not_a_pdf' } : { sha256, text, format: 'text' };
  }
  const check = checkStreams(bytes);
  if ('fault' in check) return { sha256, fault: check.fault };
  return { sha256, bytes: new Uint8Array(bytes), format: 'pdf', mayHideText: check.mayHideText };
}

/** The checksum of a file's bytes; `null` where it is larger than any that is read. */
export async function checksumOf(path: string): Promise<string | null> {
  const { size } = await stat(path);
  if (size > MAX_BYTES) return null;
  return sha256Of(await readFile(path));
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const CONTROL = /\p{Cc}/u;

/** UTF-8 without control characters, and no page of HTML. */
function plainText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const isPlain = !CONTROL.test(text.replace(/[\t-\r]/g, '')) && text.trim() !== '';
    return isPlain && !/^\s*</.test(text) && !/<(?:html|body|head|div)\b/i.test(text) ? text : null;
  } catch {
    return null;
  }
}

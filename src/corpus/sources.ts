import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Source } from '../domain/source.js';
import { sha256 } from './document-text.js';
import { filesUnder, mapBounded, requireFolder } from './files.js';

/** A file of the folders in which the documents are looked for. */
export type SourceFile = { path: string; sha256: string };

/**
 * Where the document of a source is: the file with its checksum; else, `changed`, a file with its
 * name and other bytes.
 */
export type Located = { path: string; changed: boolean } | null;

const OPEN_FILES = 8;

/**
 * Every file of the folders, with its checksum.
 * @throws InspectionError where a folder does not exist.
 */
export async function checksums(folders: string[]): Promise<SourceFile[]> {
  const paths = await Promise.all(
    folders.map(async (folder) => {
      await requireFolder(folder, 'give --sources the folders that hold the documents');
      return (await filesUnder(folder)).map((name) => join(folder, name));
    }),
  );
  return mapBounded(paths.flat(), OPEN_FILES, async (path) => ({
    path,
    sha256: sha256(await readFile(path)),
  }));
}

/** Finds a source's document by its checksum, whatever its file is called now. */
export function locate(source: Source, files: SourceFile[]): Located {
  const same = files.find((f) => f.sha256 === source.sha256);
  if (same) return { path: same.path, changed: false };
  const named = files.find((f) => `/${f.path.split(sep).join('/')}`.endsWith(`/${source.file}`));
  return named ? { path: named.path, changed: true } : null;
}

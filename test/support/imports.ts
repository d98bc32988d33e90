import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ImportOptions,
  type ImportResult,
  importDocuments,
} from '../../src/corpus/import/import.js';
import { fileReader } from '../../src/corpus/import/read-file.js';
import { pdfOf } from './pdf.js';
import { AUTHORITIES, THEMES } from './record.js';
import type { Page } from './reports.js';

/** A record's folder and a folder of files to import into it, both for one test. */
export type Workbench = {
  folder: string;
  files: string;
  put(name: string, content: Page[] | Uint8Array | string): Promise<string>;
  import(paths: string[], options?: Partial<ImportOptions>): Promise<ImportResult[]>;
  /** Every file of the record, by its path inside `imported`, with its content. */
  record(): Promise<Record<string, string>>;
  clear(): Promise<void>;
};

export async function workbench(): Promise<Workbench> {
  const root = await mkdtemp(join(tmpdir(), 'import-'));
  const [folder, files] = [join(root, 'record'), join(root, 'files')];
  await mkdir(folder);
  await mkdir(files);
  return {
    folder,
    files,
    put: async (name, content) => {
      const path = join(files, name);
      const bytes = Array.isArray(content) ? pdfOf(content) : content;
      await writeFile(path, bytes);
      return path;
    },
    import: (paths, options = {}) =>
      importDocuments(paths, {
        folder,
        authorities: AUTHORITIES.authorities,
        held: new Map(),
        read: fileReader(AUTHORITIES.authorities, THEMES.themes),
        reader: 'this-reader',
        threads: 2,
        ...options,
      }),
    record: async () => {
      const inside = join(folder, 'imported');
      const names = await readdir(inside, { recursive: true, withFileTypes: true }).catch(() => []);
      const paths = names.filter((n) => n.isFile()).map((n) => join(n.parentPath, n.name));
      const entries = await Promise.all(
        paths
          .sort()
          .map(async (path) => [path.slice(inside.length + 1), await readFile(path, 'utf8')]),
      );
      return Object.fromEntries(entries);
    },
    clear: () => rm(root, { recursive: true, force: true }),
  };
}

/** The grades of a result, by area. */
export const gradesOf = ({ document }: ImportResult): Record<string, string> =>
  Object.fromEntries((document?.judgements ?? []).map((j) => [j.area, j.grade]));

/** The codes of a result's reasons. */
export const codesOf = ({ reasons }: ImportResult): string[] => reasons.map((r) => r.code);

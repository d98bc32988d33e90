import { mkdir } from 'node:fs/promises';
import type { LocalAuthority } from '../../domain/authority.js';
import { type LoadedRecord, loadRecord, type RecordLocations, reloadRecord } from '../load.js';
import { ownFolder } from '../locations.js';
import { type ImportOptions, type ImportResult, importDocuments, repositoryOf } from './import.js';
import { readerPool } from './pdf/pool.js';
import { removeQuestions } from './repository/corrections.js';
import { readerVersion } from './repository/reader-version.js';
import type { DocumentRepository } from './repository/repository.js';

/**
 * The importer over a record: `run` imports files and folders; `remove` takes out the document of a
 * file, by its checksum; `close` ends its threads.
 */
export type Importer = {
  /** The folder of the record that is added to. */
  folder: string;
  /** The register that the documents' councils are found in. */
  authorities: LocalAuthority[];
  run(
    paths: string[],
    options?: Pick<ImportOptions, 'published' | 'listed' | 'progress' | 'signal'>,
  ): Promise<ImportResult[]>;
  remove(sha256: string): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens the record that is to be added to: `dataDir` where it is given, and else the user's own
 * folder beside the shipped record. A `dataDir` that is not there yet is made. `timeLimit` is in
 * milliseconds a file. Whoever has the `record` already, and other things to do meanwhile, gives
 * it: only what has changed since is then read, in a thread.
 * @throws InspectionError where the record cannot be read.
 */
export async function openImporter({
  timeLimit,
  threads,
  record,
  ...locations
}: RecordLocations & {
  timeLimit?: number;
  threads?: number;
  record?: LoadedRecord;
} = {}): Promise<Importer> {
  if (locations.dataDir) await mkdir(locations.dataDir, { recursive: true });
  const pool = readerPool({ timeLimit, threads, tuned: record === undefined });
  const { authorities, themes, files } = await (record
    ? reloadRecord(record, locations)
    : loadRecord(locations)
  ).catch(async (error) => {
    await pool.close();
    throw error;
  });
  pool.prepare({ authorities, themes });
  const held = new Map(
    files
      .filter((f) => !f.imported && f.document.source.holds === 'passages')
      .map((f) => [f.document.source.sha256, f.document]),
  );
  const reader = await readerVersion({ authorities, themes });
  const folder = locations.dataDir ?? locations.own ?? ownFolder();
  // Opened once, however often files are imported: it reads the whole record.
  let opened: Promise<DocumentRepository> | null = null;
  const repository = (): Promise<DocumentRepository> => {
    opened ??= repositoryOf({ folder, authorities });
    return opened;
  };
  return {
    folder,
    authorities,
    run: async (paths, options = {}) =>
      importDocuments(paths, {
        ...options,
        repository: await repository(),
        folder,
        authorities,
        held,
        read: pool.read,
        reader,
        threads: pool.threads,
      }),
    remove: async (sha256) => {
      await (await repository()).remove(sha256);
      await removeQuestions((await repository()).folder, sha256);
    },
    close: () => pool.close(),
  };
}

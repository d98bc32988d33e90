import { mkdir } from 'node:fs/promises';
import type { LocalAuthority } from '../../domain/authority.js';
import { loadRecord, type RecordLocations } from '../load.js';
import { ownFolder } from '../locations.js';
import { type ImportOptions, type ImportResult, importDocuments } from './import.js';
import { readerPool } from './pdf/pool.js';
import { readerVersion } from './repository/reader-version.js';

/** The importer over a record: `run` imports files and folders; `close` ends its threads. */
export type Importer = {
  /** The register that the documents' councils are found in. */
  authorities: LocalAuthority[];
  run(
    paths: string[],
    options?: Pick<ImportOptions, 'published' | 'progress' | 'signal'>,
  ): Promise<ImportResult[]>;
  close(): Promise<void>;
};

/**
 * Opens the record that is to be added to: `dataDir` where it is given, and else the user's own
 * folder beside the shipped record. A `dataDir` that is not there yet is made. `timeLimit` is in
 * milliseconds a file.
 * @throws InspectionError where the record cannot be read.
 */
export async function openImporter({
  timeLimit,
  threads,
  ...locations
}: RecordLocations & { timeLimit?: number; threads?: number } = {}): Promise<Importer> {
  if (locations.dataDir) await mkdir(locations.dataDir, { recursive: true });
  const pool = readerPool({ timeLimit, threads });
  const { authorities, themes, files } = await loadRecord(locations).catch(async (error) => {
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
  const folder = locations.dataDir ?? locations.own ?? ownFolder;
  return {
    authorities,
    run: (paths, options = {}) =>
      importDocuments(paths, {
        ...options,
        folder,
        authorities,
        held,
        read: pool.read,
        reader,
        threads: pool.threads,
      }),
    close: () => pool.close(),
  };
}

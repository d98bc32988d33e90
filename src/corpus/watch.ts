import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filesIfAny } from './files.js';
import { type LoadedRecord, loadRecord, type RecordCache, type RecordLocations } from './load.js';
import { IMPORTED, ownFolder } from './locations.js';

/** Ends the watch. */
export type StopWatching = () => void;

export type WatchOptions<Cache extends RecordCache> = RecordLocations<Cache> & {
  /** Milliseconds between looks; default 2,000. */
  every?: number;
  onRecord(record: LoadedRecord<Cache>): void;
  /**
   * Told once of a record that two looks in a row could not read, for the same reason: a file may
   * go between being listed and being read. The record in use stays, and reading is tried again.
   */
  onFault(error: unknown): void;
};

/**
 * Looks at the imported documents every so often and reads the record again when a file of them has
 * come, gone or changed. Looking, rather than being told by the system, works on every file system
 * and misses nothing. Files that come or go while it looks are no fault. The timer does not keep
 * the process alive.
 */
export async function watchRecord<Cache extends RecordCache>({
  every = 2_000,
  onRecord,
  onFault,
  ...locations
}: WatchOptions<Cache>): Promise<StopWatching> {
  const folder = join(locations.dataDir ?? locations.own ?? ownFolder, IMPORTED);
  let seen = await signature(folder);
  let failed = '';
  let reported = '';
  let busy = false;
  const look = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      const now = await signature(folder);
      if (now === seen) {
        failed = reported = '';
        return;
      }
      const record = await loadRecord(locations);
      if ((await signature(folder)) === now) seen = now;
      failed = reported = '';
      onRecord(record);
    } catch (error) {
      const reason = String(error);
      if (reason === failed && reason !== reported) {
        reported = reason;
        onFault(error);
      }
      failed = reason;
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void look(), every);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Differs whenever a file of the folder does; one that goes while it is looked at may or may not be
 * in it.
 */
async function signature(folder: string): Promise<string> {
  const files = await Promise.all(
    (await filesIfAny(folder)).map((name) =>
      stat(join(folder, name)).then(
        ({ mtimeMs, size }) => `${name} ${mtimeMs} ${size}`,
        () => `${name} gone`,
      ),
    ),
  );
  return files.join('\n');
}

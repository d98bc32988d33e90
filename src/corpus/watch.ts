import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { filesIfAny } from './files.js';
import { type LoadedRecord, type RecordCache, type RecordLocations, reloadRecord } from './load.js';
import { IMPORTED, ownFolder, shippedFolder } from './locations.js';
import { type RecordFolders, SHARED_FILES } from './record-files.js';

/** Ends the watch, and what it had begun. */
export type StopWatching = () => void;

export type WatchOptions<Cache extends RecordCache> = RecordLocations<Cache> & {
  /**
   * The record as it was last read, and the imported documents as they were before that; without
   * it, all of it is read at the first change from now on.
   */
  last?: { record: LoadedRecord<Cache>; seen: ImportedFiles };
  /** Milliseconds between looks; default 2,000. */
  every?: number;
  /** Takes a changed record; changes that come before it is done with are gathered. */
  onRecord(record: LoadedRecord<Cache>, signal: AbortSignal): void | Promise<void>;
  /** Told what imported files a record was read from, when `onRecord` is done with it. */
  onSeen?(seen: ImportedFiles): void;
  /**
   * Told once of a record that two looks in a row could not read or use, for the same reason: a
   * file may go between being listed and being read. The record in use stays, and reading is tried
   * again.
   */
  onFault(error: unknown): void;
};

/** Files that come one after the other are waited for, in milliseconds, but not for ever. */
const SETTLED_AFTER = 500;
const LONGEST_WAIT = 5_000;

/**
 * Looks at the imported documents every so often and reads the record again when a file of them has
 * come, gone or changed. Looking, rather than being told by the system, works on every file system
 * and misses nothing. Files that come or go while it looks are no fault, and a burst of them is one
 * reading. The timer does not keep the process alive.
 */
export async function watchRecord<Cache extends RecordCache>({
  last,
  every = 2_000,
  onRecord,
  onSeen,
  onFault,
  ...locations
}: WatchOptions<Cache>): Promise<StopWatching> {
  const stopped = new AbortController();
  const { signal } = stopped;
  let latest = last?.record ?? null;
  let seen = last?.seen ?? (await importedFiles(locations));
  let failed = '';
  let reported = '';
  let busy = false;
  const look = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      if ((await importedFiles(locations)) !== seen) {
        const now = await settled(locations, Math.min(every, SETTLED_AFTER));
        const changed = await reloadRecord(latest, locations, signal);
        signal.throwIfAborted();
        await onRecord(changed, signal);
        latest = changed;
        seen = now;
        onSeen?.(seen);
      }
      failed = reported = '';
    } catch (error) {
      const reason = String(error);
      if (reason === failed && reason !== reported && !signal.aborted) {
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
  return () => {
    clearInterval(timer);
    stopped.abort();
  };
}

/** The imported files once they have stopped to change for a while, or have for long enough. */
async function settled(locations: RecordFolders, quietFor: number): Promise<ImportedFiles> {
  const end = performance.now() + LONGEST_WAIT;
  let now = await importedFiles(locations);
  for (let before = ''; before !== now && performance.now() < end; ) {
    before = now;
    await setTimeout(quietFor, undefined, { ref: false });
    now = await importedFiles(locations);
  }
  return now;
}

/** Differs whenever an imported file does. */
export type ImportedFiles = string;

/**
 * The imported files now, and the register, themes, neighbours and table beside them; one that goes
 * while they are looked at may or may not be among them.
 */
export async function importedFiles({
  dataDir,
  own,
  shipped = shippedFolder,
}: RecordFolders): Promise<ImportedFiles> {
  const folder = join(dataDir ?? own ?? ownFolder(), IMPORTED);
  const files = await Promise.all(
    [
      ...SHARED_FILES.map((name) => ({ name, path: join(dataDir || shipped, name) })),
      ...(await filesIfAny(folder)).map((name) => ({ name, path: join(folder, name) })),
    ].map(({ name, path }) =>
      stat(path).then(
        ({ mtimeMs, size }) => `${name} ${mtimeMs} ${size}`,
        () => `${name} gone`,
      ),
    ),
  );
  return files.join('\n');
}

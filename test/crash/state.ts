import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { startOwnServer } from '../store/postgres/server.js';

/**
 * Where a crew keeps its state. `stop` takes the database away for some seconds and gives it back
 * as it was.
 */
export type State = { url: string; stop: () => Promise<void>; wipe: () => Promise<void> };

/** Longer than the five seconds for which a bot waits for a lock. */
const LOCKED_MS = 7_000;
const HALTED_MS = 3_000;

/** A SQLite file, which another program locks for itself when it is to stop. */
export async function sqliteState(): Promise<State> {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  const file = join(folder, 'state.sqlite');
  return {
    url: `file:${file}`,
    stop: async () => {
      const database = new Database(file, { timeout: 5_000 });
      database.exec('BEGIN EXCLUSIVE');
      await sleep(LOCKED_MS);
      database.exec('ROLLBACK');
      database.close();
    },
    wipe: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A PostgreSQL server of one's own, which is shut down under its users when it is to stop. */
export async function postgresState(): Promise<State> {
  const server = await startOwnServer();
  return {
    url: await server.createDatabase(),
    stop: async () => {
      await server.halt();
      await sleep(HALTED_MS);
      await server.resume();
    },
    wipe: () => server.stop(),
  };
}

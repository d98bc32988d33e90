import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { InspectionError, StoreError } from '../domain/errors.js';
import { createBatches } from './batches.js';
import { createCheckpoints } from './checkpoints.js';
import type { DatabaseHandle, Statement } from './database-handle.js';
import { databaseFile } from './database-url.js';
import { asStoreError, codeOf } from './errors.js';
import {
  atOnce,
  type Connection,
  connect,
  DIALECT,
  eachAtOnce,
  isBusy,
  rowsOf,
  synced,
} from './sqlite-connection.js';

/** Waits for a lock beyond libsql's own, in between which the process goes on. */
const PATIENCE_MS = 5_000;
const PAUSE_MS = 50;
const MOST_AT_ONCE = 100;

/** See `openDatabase`. */
export async function openSqlite(url: string): Promise<DatabaseHandle> {
  const path = databaseFile(url);
  let connection: Connection;
  try {
    connection = await patiently(() => connect(path));
  } catch (error) {
    if (error instanceof InspectionError) throw error;
    throw new InspectionError(whyNot(path, error), { cause: error });
  }
  /**
   * The file may have been put back from a copy while the bot runs: what is open then is a file
   * that nobody sees.
   */
  const current = (): Connection => {
    const file = statSync(path, { throwIfNoEntry: false })?.ino;
    if (file === undefined)
      throw new StoreError(
        'The bot’s database is gone, so nothing was changed: ask whoever runs the bot to put it back or to start the bot anew.',
      );
    if (file !== connection.file) {
      connection.database.close();
      connection = connect(path);
    }
    return connection;
  };
  const work = async <T>(use: (current: Connection) => T): Promise<T> => {
    try {
      return await patiently(() => use(current()));
    } catch (error) {
      throw asStoreError(error);
    }
  };
  const read = (reading: Connection, statement: Statement): unknown[] => {
    try {
      return rowsOf(reading, statement);
    } catch (error) {
      if (isBusy(error)) {
        reading.database.close();
        connection = connect(path);
      }
      throw error;
    }
  };
  const committed = createCheckpoints(path);
  const together = (statements: readonly Statement[]): Promise<unknown[][]> =>
    work((connected) => {
      synced(connected, true);
      committed();
      return atOnce(connected, statements);
    });
  const batched = createBatches(MOST_AT_ONCE, (statements: Statement[]) =>
    work((connected) => {
      synced(connected, false);
      committed();
      return eachAtOnce(connected, statements);
    }),
  );
  /** One of what is quick, with all others that come meanwhile. */
  const quickly = async (statement: Statement): Promise<unknown[]> => {
    const outcome = (await batched(statement)).get(statement) ?? { rows: [] };
    if ('error' in outcome) throw asStoreError(outcome.error);
    return outcome.rows;
  };
  return {
    dialect: DIALECT,
    run: async (sql, values, how) => {
      const statement = { sql, values };
      if (/^\s*SELECT\b/i.test(sql)) return work((connected) => read(connected, statement));
      if (how?.quick) return quickly(statement);
      const [rows = []] = await together([statement]);
      return rows;
    },
    transaction: together,
    close: async () => {
      connection.database.close();
    },
  };
}

/** Does `use` again while another process holds the lock. */
async function patiently<T>(use: () => T): Promise<T> {
  const start = performance.now();
  for (;;) {
    try {
      return use();
    } catch (error) {
      if (!isBusy(error) || performance.now() - start > PATIENCE_MS) throw error;
      await sleep(Math.random() * PAUSE_MS);
    }
  }
}

function whyNot(file: string, error: unknown): string {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_NOTADB'))
    return `The file ${file} is not a SQLite database: set DATABASE_URL to another file, or move this one away.`;
  if (isBusy(error))
    return `The database ${file} is in use by another program: stop that one, or set DATABASE_URL to another file.`;
  return `The bot cannot write its state to ${file} (${code || 'unknown reason'}): set DATABASE_URL to a file in a folder that it may write to.`;
}

import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { InspectionError, StoreError } from '../domain/errors.js';
import type { DatabaseHandle, Dialect, Statement } from './database-handle.js';
import { databaseFile } from './database-url.js';
import { asStoreError, codeOf } from './errors.js';
import { MIGRATIONS_TABLE, migrationsFrom } from './migrations.js';

const DIALECT: Dialect = {
  whole: 'INTEGER',
  table: 'STRICT',
  now: "CAST(unixepoch('subsec') * 1000 AS INTEGER)",
  snapshot: [],
  claimRows: '',
  mergedStates: (first, second) => `json_patch(${first}, ${second})`,
};

/**
 * libsql waits for a lock while the whole process stands still: short waits there, the rest of five
 * seconds in between.
 */
const BUSY_TIMEOUT_MS = 50;
const PATIENCE_MS = 5_000;
const PAUSE_MS = 50;

/**
 * `isSynced`: its commits wait until the disk has them. `prepared` keeps the statements that were
 * used last, by their SQL: to prepare one takes longer than to run it.
 */
type Connection = {
  database: Database.Database;
  prepared: Map<string, Database.Statement>;
  file: number;
  isSynced: boolean;
};

/** As many statements are kept: those of a batch differ by how many rows it has. */
const MOST_PREPARED = 200;

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
  return {
    dialect: DIALECT,
    run: (sql, values, how) =>
      work((connected) => {
        const statement = { sql, values };
        if (/^\s*SELECT\b/i.test(sql)) return read(connected, statement);
        synced(connected, !how?.quick);
        return atOnce(connected, [statement])[0] ?? [];
      }),
    transaction: (statements) =>
      work((connected) => {
        synced(connected, true);
        return atOnce(connected, statements);
      }),
    close: async () => {
      connection.database.close();
    },
  };
}

function rowsOf({ database, prepared }: Connection, { sql, values = [] }: Statement): unknown[] {
  const statement = prepared.get(sql) ?? database.prepare(sql);
  // Back at the end of the map, as the one used last; not at all where it fails.
  prepared.delete(sql);
  const rows = statement.all([...values]);
  prepared.set(sql, statement);
  const [oldest] = prepared.keys();
  if (prepared.size > MOST_PREPARED && oldest !== undefined) prepared.delete(oldest);
  return rows;
}

/**
 * A statement that libsql could not begin for another's lock stays half begun, and from then on the
 * connection neither sees what others write nor commits: writes begin with the lock, and after a
 * read that was refused the connection is replaced.
 */
function atOnce(connection: Connection, statements: readonly Statement[]): unknown[][] {
  const { database } = connection;
  database.exec('BEGIN IMMEDIATE');
  try {
    const rows = statements.map((statement) => rowsOf(connection, statement));
    database.exec('COMMIT');
    return rows;
  } catch (error) {
    // A full disk has ended the transaction already.
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** A commit that waits for the disk takes some five milliseconds, and the process stands still. */
function synced(connection: Connection, isSynced: boolean): void {
  if (connection.isSynced === isSynced) return;
  connection.database.pragma(`synchronous = ${isSynced ? 'FULL' : 'NORMAL'}`);
  connection.isSynced = isSynced;
}

/** Node's own way never ends under /proc, where nothing can be made and nothing is missing. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

function connect(path: string): Connection {
  makeFolder(dirname(path));
  const database = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database
      .transaction(() => {
        database.exec(MIGRATIONS_TABLE);
        const applied = database.prepare('SELECT version FROM migrations').all().length;
        for (const sql of migrationsFrom(applied, DIALECT, path)) database.exec(sql);
      })
      .immediate();
    return { database, prepared: new Map(), file: statSync(path).ino, isSynced: true };
  } catch (error) {
    database.close();
    throw error;
  }
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

const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

function whyNot(file: string, error: unknown): string {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_NOTADB'))
    return `The file ${file} is not a SQLite database: set DATABASE_URL to another file, or move this one away.`;
  if (isBusy(error))
    return `The database ${file} is in use by another program: stop that one, or set DATABASE_URL to another file.`;
  return `The bot cannot write its state to ${file} (${code || 'unknown reason'}): set DATABASE_URL to a file in a folder that it may write to.`;
}

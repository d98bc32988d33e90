import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import type { Dialect, Statement } from './database-handle.js';
import { codeOf } from './errors.js';
import { MIGRATIONS_TABLE, migrationsFrom } from './migrations.js';

export const DIALECT: Dialect = {
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
/**
 * `isSynced`: its commits wait until the disk has them. `prepared` keeps the statements that were
 * used last, by their SQL: to prepare one takes longer than to run it.
 */
export type Connection = {
  database: Database.Database;
  prepared: Map<string, Database.Statement>;
  file: number;
  isSynced: boolean;
};

/**
 * A log of so many pages of 4 KB is worked into the file at once, while the process stands still:
 * ten times SQLite's own, since a thread does that sooner (`checkpoints.ts`).
 */
const LONGEST_LOG = 10_000;

/** As many statements are kept: those of a batch differ by how many rows it has. */
const MOST_PREPARED = 200;

/** Node's own way never ends under /proc, where nothing can be made and nothing is missing. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Opens the file, with its schema brought up to date. */
export function connect(path: string): Connection {
  makeFolder(dirname(path));
  const database = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma(`wal_autocheckpoint = ${LONGEST_LOG}`);
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

/** The rows that a statement gives. */
export function rowsOf(
  { database, prepared }: Connection,
  { sql, values = [] }: Statement,
): unknown[] {
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
function inTransaction<T>({ database }: Connection, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk has ended the transaction already.
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** The rows that each statement gives, where all of them could be done; else none is. */
export const atOnce = (connection: Connection, statements: readonly Statement[]): unknown[][] =>
  inTransaction(connection, () => statements.map((statement) => rowsOf(connection, statement)));

/** What came of one statement among others. */
export type Outcome = { rows: unknown[] } | { error: unknown };

/**
 * Does statements that have nothing to do with each other, with one commit for all: where one fails
 * the others stand.
 */
export function eachAtOnce(
  connection: Connection,
  statements: readonly Statement[],
): Map<Statement, Outcome> {
  const { database } = connection;
  const outcomeOf = (statement: Statement): Outcome => {
    try {
      return { rows: rowsOf(connection, statement) };
    } catch (error) {
      if (!database.inTransaction) throw error;
      return { error };
    }
  };
  return inTransaction(
    connection,
    () => new Map(statements.map((statement) => [statement, outcomeOf(statement)])),
  );
}

/**
 * Has commits wait for the disk or not. One that does takes some milliseconds, and the process
 * stands still.
 */
export function synced(connection: Connection, isSynced: boolean): void {
  if (connection.isSynced === isSynced) return;
  connection.database.pragma(`synchronous = ${isSynced ? 'FULL' : 'NORMAL'}`);
  connection.isSynced = isSynced;
}

export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

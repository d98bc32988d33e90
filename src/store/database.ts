import { isPostgres } from './database-url.js';

export type Value = string | number | null;
export type Statement = { sql: string; values?: readonly Value[] };

/** What differs between the engines' SQL. */
export type Dialect = {
  /** The type of a whole number of 64 bits. */
  whole: string;
  /** What follows the definition of a table. */
  table: string;
  /** The database's own clock, in milliseconds since 1970. */
  now: string;
  /** Locks the rows of `r` that are selected and passes over those that are locked. */
  claimRows: string;
  /**
   * Two `DigestState`s as one, where what the second says counts; each is given as SQL of type
   * text.
   */
  mergedStates: (first: string, second: string) => string;
};

/**
 * An open database. SQL takes its values by `?`. Errors of a database that is locked, full,
 * read-only or gone are `StoreError`s; each call tries anew, so that work resumes when the database
 * does.
 */
export type DatabaseHandle = {
  dialect: Dialect;
  /** The rows that a statement gives. */
  run(sql: string, values?: readonly Value[]): Promise<unknown[]>;
  /**
   * Every statement in order or none, and the rows that each gives; nothing of this process comes
   * between them.
   */
  transaction(statements: readonly Statement[]): Promise<unknown[][]>;
  close(): Promise<void>;
};

/**
 * Opens the bot's state, with its schema brought up to date: a SQLite file at a `file:` URL
 * (absolute, or relative to the working directory), whose folder is created, or a PostgreSQL
 * database at a `postgres:` URL. A committed write survives a crash of the process and of the
 * machine.
 * @throws InspectionError with one sentence where the URL will not do, the database cannot be
 * written, or a newer version made it.
 */
export async function openDatabase(url: string): Promise<DatabaseHandle> {
  if (isPostgres(url)) return (await import('./postgres.js')).openPostgres(url);
  return (await import('./sqlite.js')).openSqlite(url);
}

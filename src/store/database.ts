import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { InspectionError } from '../domain/errors.js';
import { databaseFile } from './database-url.js';

export type DatabaseHandle = Database.Database;

const BUSY_TIMEOUT_MS = 5_000;

/** Each entry brings the schema from its index to the next version; entries are added, never changed. */
const MIGRATIONS = [
  `CREATE TABLE key_value (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires INTEGER) STRICT, WITHOUT ROWID;
   CREATE INDEX key_value_expires ON key_value (expires) WHERE expires IS NOT NULL;`,
];

/**
 * Opens the bot's state at a `file:` URL (absolute, or relative to the working directory), with its folder created and
 * its schema brought up to date. A committed write survives a crash of the process and of the machine.
 * @throws InspectionError with one sentence where the URL is not for SQLite, the file cannot be written, is no database, or was made by a newer version.
 */
export function openDatabase(url: string): DatabaseHandle {
  const file = databaseFile(url);
  let database: DatabaseHandle | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    database = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    migrate(database, file);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof InspectionError) throw error;
    throw new InspectionError(whyNot(file, error), { cause: error });
  }
}

function migrate(database: DatabaseHandle, file: string): void {
  database
    .transaction(() => {
      database.exec('CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY) STRICT');
      const applied = database.prepare('SELECT version FROM migrations').all().length;
      if (applied > MIGRATIONS.length)
        throw new InspectionError(
          `The database ${file} was made by a newer version of this bot: update the bot, or set DATABASE_URL to another file.`,
        );
      for (const [version, sql] of MIGRATIONS.entries()) {
        if (version < applied) continue;
        database.exec(sql);
        database.prepare('INSERT INTO migrations (version) VALUES (?)').run(version);
      }
    })
    .immediate();
}

function whyNot(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_NOTADB'))
    return `The file ${file} is not a SQLite database: set DATABASE_URL to another file, or move this one away.`;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return `The database ${file} is in use by another program: stop that one, or set DATABASE_URL to another file.`;
  return `The bot cannot write its state to ${file} (${code || 'unknown reason'}): set DATABASE_URL to a file in a folder that it may write to.`;
}

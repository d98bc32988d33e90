import type { DatabaseHandle } from './database-handle.js';
import { isPostgres } from './database-url.js';

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

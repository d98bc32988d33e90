import { existsSync } from 'node:fs';
import { InspectionError } from '../domain/errors.js';
import type { DatabaseHandle } from '../store/database-handle.js';
import { databaseFile, databasePlace, databaseUrl, isPostgres } from '../store/database-url.js';

/** The state that DATABASE_URL names, or the one in the user's own folder. */
export const stateUrl = (): string => databaseUrl(process.env.DATABASE_URL);

/** Whether there is a state; a PostgreSQL database is taken to be there. */
export const stateExists = (url: string): boolean =>
  isPostgres(url) || existsSync(databaseFile(url));

/**
 * Works with the state, and closes it. The database is loaded here, for the commands that use it.
 * @throws InspectionError where it cannot be opened.
 */
export async function withState<T>(
  url: string,
  work: (database: DatabaseHandle) => Promise<T>,
): Promise<T> {
  const { openDatabase } = await import('../store/database.js');
  const database = await openDatabase(url);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** @throws InspectionError where no state is kept at `url`. */
export function requireState(url: string): void {
  if (!stateExists(url))
    throw new InspectionError(`No state is kept at ${databasePlace(url)}: set DATABASE_URL to it.`);
}

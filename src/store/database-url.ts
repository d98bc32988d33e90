import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InspectionError } from '../domain/errors.js';
import { ownFolder } from '../domain/own-folder.js';

/**
 * Where the state is kept: what DATABASE_URL says or, where that is unset or blank, a file in the
 * user's own folder.
 */
export const databaseUrl = (given: string | undefined): string =>
  given?.trim() || `file:${join(ownFolder(), 'state.sqlite')}`;

export const isPostgres = (url: string): boolean => /^postgres(ql)?:/i.test(url);

/**
 * The path of a `file:` URL (absolute, or relative to the working directory).
 * @throws InspectionError where it is another kind of URL.
 */
export function databaseFile(url: string): string {
  if (!url.startsWith('file:') || url.length <= 'file:'.length)
    throw new InspectionError(
      'DATABASE_URL must be a file: URL, for example file:./state.sqlite, or the postgres: URL of a database.',
    );
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
}

/**
 * What a person may read of where the state is kept: a path, or a PostgreSQL database without its
 * user and password.
 * @throws InspectionError where the URL is neither.
 */
export function databasePlace(url: string): string {
  if (!isPostgres(url)) return databaseFile(url);
  if (!URL.canParse(url))
    throw new InspectionError(
      'DATABASE_URL cannot be read as the URL of a PostgreSQL database: write it as postgres://user:password@host:5432/database.',
    );
  const { hostname, pathname } = new URL(url);
  return `PostgreSQL, database ${pathname.slice(1) || 'of the user’s name'} on ${hostname || 'this machine'}`;
}

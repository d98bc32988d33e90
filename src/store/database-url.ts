import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InspectionError } from '../domain/errors.js';

/** Where the state is kept: what DATABASE_URL says or, where that is unset or blank, a file in the user's own folder. */
export const databaseUrl = (given: string | undefined, ownFolder: string): string =>
  given?.trim() || `file:${join(ownFolder, 'state.sqlite')}`;

/**
 * The path of a `file:` URL (absolute, or relative to the working directory).
 * @throws InspectionError where it is another kind of URL.
 */
export function databaseFile(url: string): string {
  if (/^postgres(ql)?:/i.test(url))
    throw new InspectionError(
      'DATABASE_URL names a PostgreSQL database, but this version keeps its state in a SQLite file: give it a file: URL.',
    );
  if (!url.startsWith('file:') || url.length <= 'file:'.length)
    throw new InspectionError(
      'DATABASE_URL must be a file: URL, for example file:./state.sqlite, because the state is kept in a SQLite file.',
    );
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
}

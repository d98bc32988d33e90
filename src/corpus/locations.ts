import { fileURLToPath } from 'node:url';

export { ownFolder } from '../domain/own-folder.js';

/**
 * The record that comes with the package, read only; found from this file, so it is the same from
 * `src` and `dist`.
 */
export const shippedFolder: string = fileURLToPath(new URL('../../data', import.meta.url));

/** The folder, inside the user's own or inside a record's, whose files were imported. */
export const IMPORTED = 'imported';

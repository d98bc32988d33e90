import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';

/**
 * The record that comes with the package, read only; found from this file, so it is the same from
 * `src` and `dist`.
 */
export const shippedFolder: string = fileURLToPath(new URL('../../data', import.meta.url));

/**
 * The user's own folder (Linux: `~/.local/share/ofsted-bot`), where imported documents are kept.
 */
export const ownFolder: string = envPaths('ofsted-bot', { suffix: '' }).data;

/** The folder, inside the user's own or inside a record's, whose files were imported. */
export const IMPORTED = 'imported';

import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exists } from '../../files.js';

/** Hidden, so that nothing that reads the record takes it for a document. */
const UNFINISHED = '.unfinished-';

/**
 * Writes a file so that whoever reads it sees the old content or the new one, never a part,
 * whenever the process or the machine stops. A file that already has this content is left alone.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const before = await readFile(path).catch(() => null);
  if (before?.equals(typeof content === 'string' ? Buffer.from(content) : content)) return;
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const unfinished = join(folder, `${UNFINISHED}${randomBytes(6).toString('hex')}`);
  const file = await open(unfinished, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}

/** Removes a file, and its folder where that is left empty; neither need be there. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true });
  await rmdir(dirname(path)).catch(() => undefined);
}

/** Removes what an interrupted import left unfinished in a folder and the folders in it. */
export async function sweepUnfinished(folder: string): Promise<void> {
  if (!(await exists(folder))) return;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await sweepUnfinished(join(folder, entry.name));
    else if (entry.name.startsWith(UNFINISHED)) await removeFile(join(folder, entry.name));
  }
}

import { access, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InspectionError } from '../domain/errors.js';

/**
 * Every file under a folder at any depth, as paths relative to it, in code-unit order; hidden files
 * and folders are left out. What is in it may come and go meanwhile.
 */
export async function filesUnder(folder: string): Promise<string[]> {
  const found: string[] = [];
  const walk = async (inside: string): Promise<void> => {
    const entries = readdir(join(folder, inside), { withFileTypes: true });
    for (const entry of await (inside ? entries.catch(noneIfMissing) : entries)) {
      if (entry.name.startsWith('.')) continue;
      const path = join(inside, entry.name);
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile() || (await isLinkedFile(join(folder, path)))) found.push(path);
    }
  };
  await walk('');
  return found.sort();
}

/** The same, of a folder that need not be there. */
export const filesIfAny = (folder: string): Promise<string[]> =>
  filesUnder(folder).catch(noneIfMissing);

function noneIfMissing(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

const isLinkedFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** Whether there is something at the path. */
export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** @throws InspectionError saying what `option` should name, where `folder` is no folder. */
export async function requireFolder(folder: string, option: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (!found) throw new InspectionError(`There is no folder ${folder}; ${option}.`);
  if (!found.isDirectory()) throw new InspectionError(`${folder} is not a folder; ${option}.`);
}

/**
 * What `work` makes of each item, in the order of the items, with at most `limit` at work at once.
 */
export async function mapBounded<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [i, item] of queue) results[i] = await work(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}

/**
 * Does the work it is given in the order in which that comes, at most `limit` pieces of it at once.
 */
export function atMost(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = limit;
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file that was imported into a record, by its path inside `imported`, with its content. */
export async function importedFiles(record: string): Promise<Record<string, string>> {
  const inside = join(record, 'imported');
  const found = await readdir(inside, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = found
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
  const entries = await Promise.all(
    paths
      .sort()
      .map(async (path) => [path.slice(inside.length + 1), await readFile(path, 'utf8')] as const),
  );
  return Object.fromEntries(entries);
}

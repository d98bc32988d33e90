import type { BlockJson } from '../contract.js';
import { type Files, isImage } from '../files.js';
import { jsonObject } from '../json.js';

/** Each image of the blocks that names a file which is not there, or is no image. */
export const wrongFiles = (blocks: readonly BlockJson[], files: Files): string[] =>
  namedIn(blocks, '/blocks').flatMap(({ id, path }) => {
    const file = files.find(id);
    return file && isImage(file) ? [] : [`invalid slack file [json-pointer:${path}]`];
  });

function namedIn(value: unknown, path: string): { id: string; path: string }[] {
  if (Array.isArray(value)) return value.flatMap((each, i) => namedIn(each, `${path}/${i}`));
  const read = jsonObject.safeParse(value);
  if (!read.success) return [];
  return Object.entries(read.data).flatMap(([key, each]) => {
    const here = `${path}/${key}`;
    if (key !== 'slack_file') return namedIn(each, here);
    const file = jsonObject.safeParse(each);
    return [{ id: String(file.data?.id ?? ''), path: here }];
  });
}

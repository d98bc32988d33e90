import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesIfAny } from '../../files.js';
import type { Answers } from './corrections.js';

/** What decides what a file gives: the importer's code, and the words that it knows. */
const CODE = ['..', '../../../domain', '../../../language', '../../../../data/language'];

/**
 * Which reader this is: sixteen hexadecimal digits, other ones as soon as the importer's code, its
 * vocabularies or the `tables` that it reads with are other. Nobody has to raise a number, so that
 * none is forgotten.
 */
export async function readerVersion(tables: unknown): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(tables));
  for (const relative of CODE) {
    const folder = fileURLToPath(new URL(`${relative}/`, import.meta.url));
    const names = (await filesIfAny(folder)).filter((name) => /\.(?:js|ts|json)$/.test(name));
    const texts = await Promise.all(names.sort().map((name) => readFile(join(folder, name))));
    for (const text of texts) hash.update(createHash('sha256').update(text).digest());
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * What stands in a document that this reader read with a person's answers: it is another as soon as
 * either is.
 */
export const readBy = (reader: string, answers: Answers): string => {
  const given = Object.values(answers).some(
    (answer) => answer !== null && Object.keys(answer).length > 0,
  );
  if (!given) return reader;
  const hash = createHash('sha256').update(JSON.stringify(answers)).digest('hex');
  return `${reader}-${hash.slice(0, 16)}`;
};

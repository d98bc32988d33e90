import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createPhraseBook, type PhraseBook, type PhraseFinder } from '../language/index.js';

/**
 * What people say for one value; `null` for phrases that look like the others and are not meant.
 */
export type Entry<T> = { value: T | null; phrases: string[] };

/** A file of `data/language/`: the words of askers for one sort of meaning. */
export type Vocabulary<T> = { sets: Record<string, string[]>; entries: Entry<T>[] };

const FOLDER = new URL('../../data/language/', import.meta.url);

/** What every file has; made once, since zod takes longer to prepare a schema than to use it. */
const File = z.strictObject({
  about: z.string().min(1),
  sets: z.record(z.string(), z.array(z.string().min(1))).default({}),
  entries: z.array(
    z.strictObject({ value: z.unknown(), phrases: z.array(z.string().min(1)).min(1) }),
  ),
});

/**
 * Reads `data/language/NAME.json`, a file of plain words that ships beside the code.
 * @throws ZodError where an entry's value is not one of the schema's.
 */
export function readVocabulary<T>(name: string, value: z.ZodType<T>): Vocabulary<T> {
  const text = readFileSync(new URL(`${name}.json`, FOLDER), 'utf8');
  const { sets, entries } = File.parse(JSON.parse(text));
  return {
    sets,
    entries: entries.map((entry) => ({
      value: entry.value === null ? null : value.parse(entry.value),
      phrases: entry.phrases,
    })),
  };
}

/**
 * Prepares the phrases of a vocabulary, in a `book` where others are read with them; what only
 * looks like them is met with the value `null`.
 */
export const finderOf = <T>(
  { sets, entries }: Vocabulary<T>,
  book: PhraseBook = createPhraseBook(),
): PhraseFinder<T | null> =>
  book.add(
    entries.flatMap(({ value, phrases }) => phrases.map((phrase) => [phrase, value] as const)),
    sets,
  );

import { stem as porter2 } from 'porter2';

const WORD = /[\p{L}\p{N}]+(?:[&'’][\p{L}\p{N}]+)*/gu;
const APOSTROPHE = /['’]/;

/**
 * The words of a text in lower case, in order. Possessive endings and apostrophes are dropped
 * ("children’s" → "children"), "b&b" is one word, and hyphens divide ("return-home" → "return",
 * "home").
 */
export const words = (text: string): string[] =>
  (text.normalize('NFKC').toLowerCase().match(WORD) ?? []).map((word) =>
    APOSTROPHE.test(word) ? word.replace(/['’]s$/, '').replace(/['’]/g, '') : word,
  );

/** A text has few different words, so that most stems are looked up rather than made. */
const stems = new Map<string, string>();
const MOST_REMEMBERED = 100_000;

/** The stem of a lower-case word (Porter 2, and the irregular plural "children"). */
export function stem(word: string): string {
  const remembered = stems.get(word);
  if (remembered !== undefined) return remembered;
  const made = word === 'children' ? 'child' : porter2(word);
  if (stems.size < MOST_REMEMBERED) stems.set(word, made);
  return made;
}

import { stem as porter2 } from 'porter2';

const WORD = /[\p{L}\p{N}]+(?:[&'’][\p{L}\p{N}]+)*/gu;
const APOSTROPHE = /['’]/;

/**
 * The words of a text in lower case, in order: possessive endings and apostrophes gone
 * ("children’s" → "children"), "b&b" one word, hyphens apart ("return-home" → "return", "home").
 */
export const words = (text: string): string[] =>
  (text.normalize('NFKC').toLowerCase().match(WORD) ?? []).map((word) =>
    APOSTROPHE.test(word) ? word.replace(/['’]s$/, '').replace(/['’]/g, '') : word,
  );

const stems = new Map<string, string>();
const REMEMBERED = 100_000;

/**
 * The stem of a lower-case word (Porter 2, with the one plural of this field that it does not
 * know).
 */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = word === 'children' ? 'child' : porter2(word);
  if (stems.size < REMEMBERED) stems.set(word, found);
  return found;
}

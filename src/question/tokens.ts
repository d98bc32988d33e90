import type { Token } from './question.js';

/** The word rules of `words()`, which a test holds these tokens to. */
const WORD = /[\p{L}\p{N}]+(?:[&'’][\p{L}\p{N}]+)*/gu;

/**
 * The words of a cleaned text, in order, with the places of their characters in it. `word` is as
 * `typed` until spelling is repaired.
 */
export function tokensOf(text: string): Token[] {
  const normal = text.normalize('NFKC');
  const lower = normal.toLowerCase();
  const placeOf = placesBefore(normal, lower);
  return [...lower.matchAll(WORD)].map((match, at) => {
    const [typed] = match;
    const start = placeOf(match.index);
    const end = placeOf(match.index + typed.length);
    const word = withoutApostrophes(typed);
    return { at, word, typed: word, surface: normal.slice(start, end), start, end };
  });
}

const withoutApostrophes = (word: string): string =>
  word.replace(/['’]s$/, '').replace(/['’]/g, '');

/** Where a place of the lower-case text is in the text: few letters become longer in lower case. */
function placesBefore(text: string, lower: string): (place: number) => number {
  if (text.length === lower.length) return (place) => place;
  const places: number[] = [];
  let from = 0;
  for (const character of text) {
    for (let i = 0; i < character.toLowerCase().length; i++) places.push(from);
    from += character.length;
  }
  return (place) => places[place] ?? text.length;
}

/** Whether a token was written with a capital, as names are. */
export const isCapitalised = ({ surface }: Pick<Token, 'surface'>): boolean =>
  /^\p{Lu}/u.test(surface);

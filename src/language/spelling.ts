import { isEnglish } from './english.js';

/** Repairs misspelt words towards a vocabulary; never a real English word. */
export type Speller = {
  /**
   * The vocabulary's likeliest form of a misspelt lower-case word; `null` where the word is right
   * or nothing is near.
   */
  repair(word: string): string | null;
};

const SHORTEST = 4;
const LONGEST = 24;
/** A distance greater than any that is looked for. */
const FAR = 99;

/**
 * Prepares repairs towards the words of `frequency`, which decides between equally near ones. They
 * are sorted when the first word needs them.
 */
export function createSpeller(frequency: ReadonlyMap<string, number>): Speller {
  let within: ReturnType<typeof createNearWords> | null = null;
  return {
    repair(word) {
      if (!isRepairable(word) || frequency.has(word) || isEnglish(word)) return null;
      within ??= createNearWords([...frequency.keys()].filter(isRepairable));
      const count = (near: string) => (frequency.get(near) ?? 0) * (near[0] === word[0] ? 4 : 1);
      for (let limit = 1; limit <= reach(word); limit++) {
        const [first, ...others] = within(word, limit);
        if (first)
          return others.reduce((best, near) => (count(near) > count(best) ? near : best), first);
      }
      return null;
    },
  };
}

const isRepairable = (word: string): boolean =>
  word.length >= SHORTEST && word.length <= LONGEST && !/\d/.test(word);

const FURTHEST = 2;
const reach = (word: string): number => (word.length >= 8 ? FURTHEST : 1);

/**
 * Prepares a look-up of all words that are at most `limit` letters (as `editDistance` counts) from
 * one. It goes through the words of each possible length in alphabetical order. The distances of
 * the letters that a word shares with the one before it hold for both, and once the letters so far
 * are too far off, so are all words that begin with them. This walks a trie without building one.
 */
function createNearWords(vocabulary: string[]): (word: string, limit: number) => string[] {
  const ofLength = Array.from({ length: LONGEST + 1 }, (_, length) => {
    const words = vocabulary.filter((word) => word.length === length).sort();
    return { words, shared: Uint8Array.from(words, (w, i) => sharedStart(w, words[i - 1] ?? '')) };
  });
  const width = LONGEST + 1 + FURTHEST;
  const rows = new Uint8Array(width * width);

  /**
   * Fills the row for the letters of `candidate` up to `depth`, as far from the diagonal as
   * `limit`, and returns the least distance that can come of it.
   */
  function fillRow(word: string, candidate: string, depth: number, limit: number): number {
    const row = depth * width;
    const letter = candidate.charCodeAt(depth - 1);
    const from = Math.max(1, depth - limit);
    const to = Math.min(word.length, depth + limit);
    /** How many more letters `candidate` has left than `word`: at least so many are wrong. */
    const longer = candidate.length - depth - word.length;
    rows[row + from - 1] = from === 1 ? depth : FAR;
    let least = from === 1 ? depth + Math.abs(longer) : FAR;
    for (let j = from; j <= to; j++) {
      const same = word.charCodeAt(j - 1) === letter;
      let value = Math.min(
        (rows[row - width + j] ?? 0) + 1,
        (rows[row + j - 1] ?? 0) + 1,
        (rows[row - width + j - 1] ?? 0) + (same ? 0 : 1),
      );
      const exchanged =
        depth > 1 &&
        j > 1 &&
        word.charCodeAt(j - 2) === letter &&
        word.charCodeAt(j - 1) === candidate.charCodeAt(depth - 2);
      if (exchanged) value = Math.min(value, (rows[row - 2 * width + j - 2] ?? 0) + 1);
      rows[row + j] = value;
      least = Math.min(least, value + Math.abs(longer + j));
    }
    if (to < word.length) rows[row + to + 1] = FAR;
    return least;
  }

  function nearOfLength(word: string, length: number, limit: number): string[] {
    const { words, shared } = ofLength[length] ?? { words: [], shared: [] };
    const near: string[] = [];
    let filled = 0;
    /** Words that share this many letters or more with the last word are too far off. */
    let dead = width;
    for (let i = 0; i < words.length; i++) {
      const start = shared[i] ?? 0;
      if (start >= dead) continue;
      const candidate = words[i] ?? '';
      dead = width;
      filled = Math.min(filled, start);
      while (filled < length && dead === width)
        if (fillRow(word, candidate, ++filled, limit) > limit) dead = filled;
      if (dead === width) near.push(candidate);
    }
    return near;
  }

  return (word, limit) => {
    const near: string[] = [];
    for (let j = 0; j <= word.length; j++) rows[j] = j;
    for (let length = word.length - limit; length <= word.length + limit; length++)
      near.push(...nearOfLength(word, length, limit));
    return near;
  };
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

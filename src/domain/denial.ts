import { z } from 'zod';
import type { PhraseFinder } from '../language/index.js';
import { finderOf, readVocabulary } from './vocabulary.js';

/** Where the words stand that say there is none of what is named. */
const Place = z.enum(['before', 'after']);
type Place = z.infer<typeof Place>;

let finder: PhraseFinder<Place | null> | null = null;

/** The vocabulary, prepared with the first sentence: most runs of the program need none. */
function vocabulary(): PhraseFinder<Place | null> {
  finder ??= finderOf(readVocabulary('denials', Place));
  return finder;
}

/** A denial reaches so many words on to what it denies, or back to it. */
const REACHES_ON = 6;
const REACHES_BACK = 4;

/** Where words stand that deny what is named near them, on the one side or the other. */
export type DenialPlace = { value: Place; from: number; to: number };

/** Where the words of a sentence say that there is none of something. */
export function denialsIn(words: string[]): DenialPlace[] {
  const met = vocabulary().find(words);
  const hiding = met.filter(({ value }) => value === null);
  return met.flatMap(({ value, from, to }) =>
    value === null || hiding.some((other) => other.from <= from && to <= other.to)
      ? []
      : [{ value, from, to }],
  );
}

/** Behind these another clause begins, which denies nothing before it. */
const CLAUSES = new Set([
  'and',
  'but',
  'or',
  'because',
  'which',
  'who',
  'so',
  'as',
  'while',
  'when',
]);

/**
 * Whether a sentence of these words, with these denials, says that there is none of what stands
 * from `from` up to, not including, `to`: "no child is in unregistered care", "bed and breakfast is
 * never used".
 */
export const isDenied = (
  denials: readonly DenialPlace[],
  { from, to }: { from: number; to: number },
  words: readonly string[],
): boolean =>
  denials.some((phrase) =>
    phrase.value === 'before'
      ? phrase.to <= from && from - phrase.to < REACHES_ON
      : phrase.from >= to &&
        phrase.from - to < REACHES_BACK &&
        !words.slice(to, phrase.from).some((word) => CLAUSES.has(word)),
  );

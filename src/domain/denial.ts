import { z } from 'zod';
import { createPhraseFinder, type PhraseFinder } from '../language/index.js';
import { readVocabulary } from './vocabulary.js';

/** Where the words stand that say there is none of what is named. */
const Place = z.enum(['before', 'after']);
type Place = z.infer<typeof Place>;

let finder: PhraseFinder<Place | null> | null = null;

/** The vocabulary, prepared with the first sentence: most runs of the program need none. */
function vocabulary(): PhraseFinder<Place | null> {
  if (finder) return finder;
  const { entries, sets } = readVocabulary('denials', Place);
  const phrases = entries.flatMap(({ phrases: list, value }) =>
    list.map((phrase) => [phrase, value] as const),
  );
  finder = createPhraseFinder(phrases, sets);
  return finder;
}

/** A denial reaches so many words on to what it denies, or back to it. */
const REACHES_ON = 6;
const REACHES_BACK = 4;

/**
 * Whether the words of a sentence say that there is none of what stands from `from` up to, not
 * including, `to`: "no child is in unregistered care", "bed and breakfast is never used".
 */
export function isDenied(words: string[], from: number, to: number): boolean {
  const met = vocabulary().find(words);
  const hiding = met.filter(({ value }) => value === null);
  return met.some((phrase) => {
    if (phrase.value === null) return false;
    if (hiding.some((other) => other.from <= phrase.from && phrase.to <= other.to)) return false;
    return phrase.value === 'before'
      ? phrase.to <= from && from - phrase.to < REACHES_ON
      : phrase.from >= to && phrase.from - to < REACHES_BACK;
  });
}

import { z } from 'zod';
import { type PhraseFinder, words } from '../language/index.js';
import { finderOf, readVocabulary } from './vocabulary.js';

let finder: PhraseFinder<'progress' | null> | null = null;

/**
 * Whether a sentence of a report tells how something went since before: that it got better, worse
 * or stayed as it was (`data/language/progress-written.json`).
 */
export function tellsOfProgress(sentence: string): boolean {
  finder ??= finderOf(readVocabulary('progress-written', z.literal('progress')));
  const met = finder.find(words(sentence));
  return met.some(
    ({ value, from, to }) =>
      value !== null &&
      !met.some((other) => other.value === null && other.from <= from && to <= other.to),
  );
}

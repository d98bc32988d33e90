import { z } from 'zod';
import { readVocabulary } from '../../domain/vocabulary.js';
import { createPhraseFinder } from '../../language/index.js';
import type { Annotator, Span } from '../question.js';
import { longestOnly, phrasesIn } from './phrases.js';

/**
 * Yields what is asked for of praise and criticism. A phrase of two sides ("good and bad points")
 * asks for praise by its first word, and by the others for criticism.
 */
export function createToneAnnotator(): Annotator {
  const { sets, entries } = readVocabulary('tones', z.enum(['praise', 'criticism', 'both']));
  const finder = createPhraseFinder(
    entries.flatMap(({ value, phrases }) => phrases.map((phrase) => [phrase, { value }] as const)),
    sets,
  );
  return {
    name: 'tones',
    get words() {
      return finder.words;
    },
    annotate: ({ tokens }) =>
      longestOnly(phrasesIn(tokens, finder)).flatMap(({ value: { value }, from, to, words }) => {
        const span = (tone: 'praise' | 'criticism', said: number[]): Span => ({
          kind: 'tone',
          value: tone,
          from: said[0] ?? from,
          to: (said.at(-1) ?? to - 1) + 1,
          words: said,
          surface: '',
          by: 'tones',
        });
        if (value === 'both')
          return [span('praise', words.slice(0, 1)), span('criticism', words.slice(1))];
        return value === null ? [] : [{ ...span(value, words), from, to }];
      }),
  };
}

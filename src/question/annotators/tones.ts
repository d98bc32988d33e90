import { z } from 'zod';
import { finderOf, readVocabulary } from '../../domain/vocabulary.js';
import type { Annotator, Span } from '../question.js';
import { book, longestOnly, phrasesIn } from './phrases.js';

/**
 * Yields what is asked for of praise and criticism. A phrase of two sides ("good and bad points")
 * asks for praise by its first word, and by the others for criticism.
 */
export function createToneAnnotator(): Annotator {
  const finder = finderOf(readVocabulary('tones', z.enum(['praise', 'criticism', 'both'])), book);
  return {
    name: 'tones',
    get words() {
      return finder.words;
    },
    annotate: ({ tokens }) =>
      longestOnly(phrasesIn(tokens, finder)).flatMap(({ value, from, to, words }) => {
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

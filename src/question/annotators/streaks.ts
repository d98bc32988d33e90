import { z } from 'zod';
import { finderOf, readVocabulary } from '../../domain/vocabulary.js';
import type { Annotator, Span, Token } from '../question.js';
import { book, longestOnly, phrasesIn } from './phrases.js';

const finder = finderOf(readVocabulary('streaks', z.enum(['running', 'latest'])), book);

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['both', 2],
  ['twice', 2],
  ['couple', 2],
  ['pair', 2],
  ['double', 2],
  ['doubled', 2],
  ['three', 3],
  ['thrice', 3],
  ['hat', 3],
  ['treble', 3],
  ['triple', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
]);

const DEFAULT = 2;

/**
 * Yields that inspections in a row are meant, and how many: the number is the nearest one, in the
 * phrase or anywhere before it ("three goods on the trot").
 */
export const streakAnnotator: Annotator = {
  name: 'streaks',
  words: new Set([...finder.words, ...NUMBERS.keys()]),
  annotate: ({ tokens }) =>
    longestOnly(phrasesIn(tokens, finder)).flatMap(({ value, words }): Span[] => {
      if (value === null) return [];
      const [first = 0] = words;
      // What follows the number ("inspections") says what is counted, and is read by itself.
      const last = value === 'latest' ? words.findLastIndex((at) => numberAt(tokens, at)) : -1;
      const phrase = last < 0 ? words : words.slice(0, last + 1);
      const counted = [...phrase, ...around(first, tokens.length)].find((at) =>
        numberAt(tokens, at),
      );
      const own = counted === undefined || phrase.includes(counted) ? [] : [counted];
      const places = [...own, ...phrase].toSorted((a, b) => a - b);
      const count = (counted !== undefined && numberAt(tokens, counted)) || DEFAULT;
      return [
        {
          kind: 'streak',
          value: { count, latest: value === 'latest' },
          from: places[0] ?? first,
          to: (places.at(-1) ?? first) + 1,
          words: places,
          surface: '',
          by: 'streaks',
        },
      ];
    }),
};

/** The places before one, nearest first, then those after it. */
const around = (at: number, count: number): number[] => [
  ...Array.from({ length: at }, (_, i) => at - 1 - i),
  ...Array.from({ length: Math.max(0, count - at) }, (_, i) => at + i),
];

/** A number of inspections at this place; a figure beside a unit of time is none. */
function numberAt(tokens: Token[], at: number): number | null {
  const word = tokens[at]?.word ?? '';
  const isOfTime = /^(?:years?|yrs?|months?|weeks?|days?)$/.test(tokens[at + 1]?.word ?? '');
  if (isOfTime) return null;
  return NUMBERS.get(word) ?? (/^(?:[2-9]|10|15|20)$/.test(word) ? Number(word) : null);
}

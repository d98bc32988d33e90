import { z } from 'zod';
import { finderOf, readVocabulary } from '../../domain/vocabulary.js';
import type { PhraseMatch } from '../../language/index.js';

const Opening = z.enum(['me when', 'us when', 'me about', 'us about', 'me', 'us', 'here']);
export type Opening = z.infer<typeof Opening>;
const Said = z.enum([
  ...(['says', 'said', 'inspected', 'report', 'new_reports', 'little'] as const),
  ...(['condition', 'everywhere'] as const),
]);
export type Said = z.infer<typeof Said>;

const vocabulary = readVocabulary('alerts', z.union([Opening, Said]));
const finder = finderOf(vocabulary);

type Met<V> = PhraseMatch<unknown> & { value: V };

const isA =
  <V extends string>(values: readonly V[]) =>
  (match: PhraseMatch<string | null>): match is Met<V> =>
    match.value !== null && values.some((value) => value === match.value);

const longestFirst = (a: PhraseMatch<unknown>, b: PhraseMatch<unknown>): number =>
  b.to - b.from - (a.to - a.from) || a.from - b.from;

/** What a message begins with, where it asks to be told of something; the longest there is. */
export const openingOf = (words: string[]): Met<Opening> | null =>
  finder
    .find(words)
    .filter(isA(Opening.options))
    .filter(({ from }) => from === 0)
    .sort(longestFirst)[0] ?? null;

/** What is said of reports, the longest first; phrases may overlap. */
export const saidIn = (words: string[]): Met<Said>[] =>
  finder.find(words).filter(isA(Said.options)).sort(longestFirst);

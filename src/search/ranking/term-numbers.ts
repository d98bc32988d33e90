import { memoised } from '../../language/index.js';
import { themeTerm } from '../index/fields.js';
import type { InspectorsWord } from '../request.js';
import { idfOf } from './bm25f.js';
import { type LayTerms, layTerms, type TermNumbers } from './concepts.js';

/** So many stems of questions are remembered with their numbers. */
const STEMS_REMEMBERED = 20_000;

/**
 * Prepares the numbers of an index's `terms`, where `documentFrequency` tells how many of all
 * passages have each. What questions have asked for is remembered apart: a vocabulary is large, and
 * every look into it leads to memory that nothing else has touched.
 */
export function createTermNumbers(
  terms: readonly string[],
  documentFrequency: (term: number) => number,
  passages: number,
): TermNumbers {
  const all = new Map(terms.map((term, number) => [term, number]));
  const idfs = Float64Array.from(terms, (_, term) => idfOf(documentFrequency(term), passages));
  const numbers = {
    ofTerm: (term: string) => all.get(term) ?? -1,
    ofStem: memoised((stem: string) => all.get(stem) ?? -1, STEMS_REMEMBERED),
    ofTheme: memoised((id: string) => all.get(themeTerm(id)) ?? -1, STEMS_REMEMBERED),
    idf: (term: number) => (term < 0 ? null : (idfs[term] ?? 0)),
    highestIdf: idfOf(0, passages),
  };
  /** The lexicon's entries stay the same. */
  const prepared = new WeakMap<readonly InspectorsWord[], LayTerms>();
  return {
    ...numbers,
    ofLayWord(means) {
      const known = prepared.get(means) ?? layTerms(means, numbers);
      prepared.set(means, known);
      return known;
    },
  };
}

import type { Passage } from '../../domain/passage.js';
import type { ThemeMatcher } from '../../domain/theme-matcher.js';
import { FIELD_NAMES, fieldsOf } from './fields.js';

/**
 * A field is read up to one term fewer than this, so that the counts of all five fields are the
 * digits of one number, a pattern.
 */
const MOST = 1024;

/** How often each field has a term, of the pattern that says so. */
export const countsOf = (pattern: number): number[] =>
  FIELD_NAMES.map((_, f) => Math.floor(pattern / MOST ** f) % MOST);

/** The pattern of a row of counts that begins at `at`. */
export const patternOf = (counts: Uint16Array, at: number): number =>
  FIELD_NAMES.reduce((sum, _, f) => sum + (counts[at + f] ?? 0) * MOST ** f, 0);

/**
 * What passages add to an index. `postings` are, for each term, the numbers of a passage and of a
 * pattern in turns; `patterns` has the patterns by their numbers here; `lengths` has, for each
 * passage, how many terms each field has.
 */
export type Additions = {
  ids: number[];
  postings: Map<string, number[]>;
  patterns: number[];
  lengths: number[];
  vocabulary: Map<string, number>;
};

/** Counts passages as they come, in ascending order of their numbers in the index to be. */
export type Counter = { add(id: number, passage: Passage): void; additions: Additions };

export function createCounter(themes: ThemeMatcher): Counter {
  const numbers = new Map<number, number>();
  const additions: Additions = {
    ids: [],
    postings: new Map(),
    patterns: [],
    lengths: [],
    vocabulary: new Map(),
  };
  const { ids, postings, patterns, lengths, vocabulary } = additions;
  return {
    additions,
    add(id, passage) {
      const fields = fieldsOf(passage, themes, vocabulary);
      const patternsOf = new Map<string, number>();
      ids.push(id);
      FIELD_NAMES.forEach((name, f) => {
        const terms = fields[name].slice(0, MOST - 1);
        lengths.push(terms.length);
        for (const term of terms) patternsOf.set(term, (patternsOf.get(term) ?? 0) + MOST ** f);
      });
      for (const [term, pattern] of patternsOf) {
        const number = numbers.get(pattern) ?? patterns.push(pattern) - 1;
        numbers.set(pattern, number);
        const list = postings.get(term);
        if (list) list.push(id, number);
        else postings.set(term, [id, number]);
      }
    },
  };
}

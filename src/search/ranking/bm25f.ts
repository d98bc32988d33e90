import type { Field } from '../index/fields.js';

/** BM25F (Robertson and Zaragoza, 2009): a field's weight and how much its length counts. */
export const FIELD_WEIGHTS: Record<Field, { weight: number; length: number }> = {
  quote: { weight: 1, length: 0.6 },
  finding: { weight: 0.6, length: 0.6 },
  heading: { weight: 0.5, length: 0.3 },
  speaker: { weight: 0.8, length: 0 },
  theme: { weight: 1, length: 0.4 },
};

/** How soon more of a term adds less to a passage's score. */
export const K1 = 1.2;

/** How much of a score depends on coverage. */
const COVERAGE_WEIGHT = 0.75;

/** The inverse document frequency of a term that `count` of `all` passages have. */
export const idfOf = (count: number, all: number): number =>
  Math.log(1 + (all - count + 0.5) / (count + 0.5));

/** The score that ranks: the sum of the impacts, less where little of the question is covered. */
export const rankedScore = (score: number, coverage: number): number =>
  score * (1 - COVERAGE_WEIGHT + COVERAGE_WEIGHT * coverage);

import type { Urn } from '../../domain/authority.js';

/** How many passages each council has, in the order of their numbers in the index. */
export type CouncilSizes = (readonly [urn: Urn, passages: number])[];

/** A segment is as many passages as two bytes can tell apart. */
export const SEGMENT_BITS = 16;
export const SEGMENT = 2 ** SEGMENT_BITS;
export const segmentsOf = (passages: number): number => Math.max(1, Math.ceil(passages / SEGMENT));

/**
 * Which passages have which terms, as flat arrays. No weight is applied yet, so that weights can
 * change without indexing anew. Passage n of the record is n here. The postings of term t in
 * segment s (passages s × 65,536 and on) are `ids` and `patterns` from `starts[t × segments + s]`
 * up to the next start; `ids` are counted from the segment's first passage and ascend. A posting's
 * pattern says how often each field has the term: row p of `counts`. The same passages give the
 * same arrays, whatever was in the index before.
 */
export type InvertedIndex = {
  sizes: CouncilSizes;
  /** How many there are of all councils. */
  passages: number;
  /** Sorted by code unit, each once. */
  terms: string[];
  starts: Uint32Array;
  ids: Uint16Array;
  patterns: Uint16Array;
  /** Rows of a count for each of the fields, each row once, in the order of their patterns. */
  counts: Uint16Array;
  /** A row for each passage, of how many terms each of the fields has. */
  lengths: Uint16Array;
  /** The words as written, sorted by code unit, and how often each occurs. */
  words: string[];
  frequencies: Uint32Array;
};

/** The index of no passages. */
export const emptyIndex = (): InvertedIndex => ({
  sizes: [],
  passages: 0,
  terms: [],
  starts: new Uint32Array(1),
  ids: new Uint16Array(),
  patterns: new Uint16Array(),
  counts: new Uint16Array(),
  lengths: new Uint16Array(),
  words: [],
  frequencies: new Uint32Array(),
});

/** The first place from `low` up to `high` whose id is `least` or more, searched from `low` on. */
export function firstAtLeast(ids: Uint16Array, least: number, low: number, high: number): number {
  let [from, to] = [low, low];
  for (let step = 1; to < high && (ids[to] ?? 0) < least; step *= 2) {
    from = to + 1;
    to += step;
  }
  to = Math.min(to, high);
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ids[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

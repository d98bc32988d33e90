import {
  firstAtLeast,
  type InvertedIndex,
  SEGMENT,
  SEGMENT_BITS,
  segmentsOf,
} from '../index/inverted-index.js';
import { rankedScore } from './bm25f.js';
import type { Cuts } from './cuts.js';
import type { Impacts } from './impacts.js';

/** Passages `from` up to, not including, `to`. */
export type Range = { from: number; to: number };

/**
 * A term of the index by its number, as a question weighs it. A passage that has it scores `factor`
 * times its impact there, and covers `coverage` of the question's meaning; that is all that
 * its concept can cover where it `settles`. Neither number is negative.
 */
export type QueryTerm = { term: number; factor: number; coverage: number; settles: boolean };

/** The same passages in as few ranges as there can be. */
export function joined(ranges: Range[]): Range[] {
  const whole: Range[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last?.to === from) last.to = to;
    else whole.push({ from, to });
  }
  return whole;
}

/** So many passages' sums stay at hand in a processor's cache. */
export const WINDOW = 16_384;

/**
 * Adds up scores and coverage of the passages of a range, which is at most a window. The calls are
 * `start`, then `startConcept` and `add` for each concept of the question, then `startExpansion`
 * and `add` for its expansion terms, then those that read. Of one concept the terms that are the
 * whole of it come first: where a passage has one of them, no other counts for coverage.
 */
export type Accumulator = {
  /**
   * Begins anew for a range. Its passages that come to score `least` or more, and more than
   * nothing, become candidates.
   */
  start(within: Range, least: number): void;
  startConcept(): void;
  /** What is added from now on counts as `expansionScore`. */
  startExpansion(): void;
  /** Adds a term to all passages of the range that have it. */
  add(term: QueryTerm): void;
  /** The candidates, in no order; good until the next start. */
  candidates(): Uint32Array;
  /** The score of a passage by the question's own terms. */
  score(id: number): number;
  coverage(id: number): number;
  expansionScore(id: number): number;
  /** The passages of a range that have a term, apart from all that was added before. */
  having(term: number, within: Range): number[];
  /**
   * What terms add to each of the passages, which may be any, apart from all that was added
   * before. It is fastest where ids ascend.
   */
  sumsOf(terms: QueryTerm[], list: Uint32Array): Float64Array;
};

/**
 * The postings `first` up to `last`, which are of passages at their ids and `shift` more; the first
 * one's impact is at `skipped`.
 */
type Run = { first: number; last: number; shift: number; impact: Float32Array; skipped: number };

/** What it allocates is used again for every range. */
export function createAccumulator(
  { passages, starts, ids }: InvertedIndex,
  impacts: Impacts,
  cuts: Cuts,
): Accumulator {
  const segments = segmentsOf(passages);
  const scores = new Float64Array(WINDOW);
  const coverages = new Float64Array(WINDOW);
  const expansionScores = new Float64Array(WINDOW);
  /** The number of the last concept that a passage covers the whole of. */
  const lastSettled = new Uint16Array(WINDOW);
  const candidates = new Uint32Array(WINDOW);
  const workedOut = new Float32Array(WINDOW);
  let count = 0;
  let least = 0;
  let from = 0;
  let to = 0;
  /** The numbers of the cuts at the ends of the range, -1 where none is. */
  let cutFrom = -1;
  let cutTo = -1;
  let concept = 0;
  let isExpansion = false;

  /** The run of a term's postings `first` up to `last`, in the segment that begins with `base`. */
  function runOf(term: number, first: number, last: number, base: number): Run {
    const shift = base - from;
    const impact = impacts.of(term, last - first);
    if (impact)
      return { first, last, shift, impact, skipped: first - (starts[term * segments] ?? 0) };
    for (let at = first; at < last; at++)
      workedOut[at - first] = impacts.at(at, base + (ids[at] ?? 0));
    return { first, last, shift, impact: workedOut, skipped: 0 };
  }

  function addRun({ first, last, shift, impact, skipped }: Run, term: QueryTerm): void {
    // What does not change is at hand in constants: this is where the time of a search goes.
    const { factor, coverage } = term;
    const [need, offset, mine] = [least, from, concept];
    const settled = term.settles ? concept : 0;
    const behind = skipped - first;
    let so = count;
    for (let at = first; at < last; at++) {
      const place = shift + (ids[at] ?? 0);
      const score = scores[place] ?? 0;
      const covered = coverages[place] ?? 0;
      const more = score + factor * (impact[at + behind] ?? 0);
      let covers = covered;
      if (lastSettled[place] !== mine) {
        covers += coverage;
        coverages[place] = covers;
        lastSettled[place] = settled;
      }
      scores[place] = more;
      if (rankedScore(more, covers) >= need && rankedScore(score, covered) < need)
        candidates[so++] = place + offset;
    }
    count = so;
  }

  function expandRun({ first, last, shift, impact, skipped }: Run, { factor }: QueryTerm): void {
    const behind = skipped - first;
    for (let at = first; at < last; at++) {
      const place = shift + (ids[at] ?? 0);
      expansionScores[place] = (expansionScores[place] ?? 0) + factor * (impact[at + behind] ?? 0);
    }
  }

  return {
    start(within, enough) {
      for (const sums of [scores, coverages, lastSettled, expansionScores])
        sums.fill(0, 0, to - from);
      ({ from, to } = within);
      cutFrom = cuts.numberOf(from);
      cutTo = cuts.numberOf(to);
      least = Math.max(enough, Number.MIN_VALUE);
      count = 0;
      concept = 0;
      isExpansion = false;
    },
    startConcept() {
      concept++;
    },
    startExpansion() {
      isExpansion = true;
    },
    add(term) {
      const known = cutFrom < 0 || cutTo < 0 ? undefined : cuts.of(term.term);
      const firstSegment = from >>> SEGMENT_BITS;
      for (let s = firstSegment; s * SEGMENT < to; s++) {
        const base = s * SEGMENT;
        const row = term.term * segments + s;
        const end = starts[row + 1] ?? 0;
        let first = starts[row] ?? 0;
        if (s === firstSegment)
          first = known ? (known[cutFrom] ?? 0) : firstAtLeast(ids, from - base, first, end);
        let last = end;
        if (to - base < SEGMENT)
          last = known ? (known[cutTo] ?? 0) : firstAtLeast(ids, to - base, first, end);
        if (first === last) continue;
        (isExpansion ? expandRun : addRun)(runOf(term.term, first, last, base), term);
      }
    },
    candidates: () => candidates.subarray(0, count),
    score: (id) => rankedScore(scores[id - from] ?? 0, coverages[id - from] ?? 0),
    coverage: (id) => coverages[id - from] ?? 0,
    expansionScore: (id) => expansionScores[id - from] ?? 0,
    having(term, within) {
      const list: number[] = [];
      for (let s = within.from >>> SEGMENT_BITS; s * SEGMENT < within.to; s++) {
        const base = s * SEGMENT;
        const row = term * segments + s;
        const end = starts[row + 1] ?? 0;
        const first = firstAtLeast(ids, Math.max(0, within.from - base), starts[row] ?? 0, end);
        for (let at = first; at < end && base + (ids[at] ?? 0) < within.to; at++)
          list.push(base + (ids[at] ?? 0));
      }
      return list;
    },
    sumsOf(terms, list) {
      const sums = new Float64Array(list.length);
      for (const { term, factor } of terms) {
        const start = starts[term * segments] ?? 0;
        const stored = impacts.of(term, list.length);
        let segment = -1;
        let before = 0;
        let [at, end] = [0, 0];
        for (let i = 0; i < list.length; i++) {
          const id = list[i] ?? 0;
          const own = id & (SEGMENT - 1);
          if (id >>> SEGMENT_BITS !== segment || id < before) {
            segment = id >>> SEGMENT_BITS;
            at = starts[term * segments + segment] ?? 0;
            end = starts[term * segments + segment + 1] ?? 0;
          }
          before = id;
          at = firstAtLeast(ids, own, at, end);
          if (at < end && ids[at] === own)
            sums[i] =
              (sums[i] ?? 0) + factor * (stored ? (stored[at - start] ?? 0) : impacts.at(at, id));
        }
      }
      return sums;
    },
  };
}

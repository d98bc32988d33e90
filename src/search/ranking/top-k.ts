import { type Accumulator, type QueryTerm, type Range, WINDOW } from './accumulator.js';
import type { PassageFilter } from './facets.js';
import { add, emptyRanking, firstOf, type Ranking, ranked } from './ranking.js';
import { createThreshold } from './threshold.js';

/** The terms of one concept of a question, those that are the whole of it first. */
export type QueryConcept = QueryTerm[];

const EVERY_PASSAGE: PassageFilter = () => true;

/**
 * All passages of the ranges that have any of the terms, scored with the expansion terms too.
 */
export function rankAll(
  accumulator: Accumulator,
  concepts: QueryConcept[],
  expansion: QueryTerm[],
  within: Range[],
): Ranking {
  const found = emptyRanking();
  for (const range of within.flatMap(windowsOf)) {
    // All are looked at, so that none need be a candidate.
    addConcepts(accumulator, concepts, range, Number.POSITIVE_INFINITY);
    accumulator.startExpansion();
    for (const term of expansion) accumulator.add(term);
    for (let id = range.from; id < range.to; id++) {
      const score = accumulator.score(id) + accumulator.expansionScore(id);
      if (score > 0) add(found, id, score, accumulator.coverage(id));
    }
  }
  return ranked(found);
}

/**
 * The `most` passages of highest score (and all that score as much as the last); after that list
 * one for each filter, of the passages that pass it. The result is that of scoring every passage.
 * Passages are gone through window by window, and of each window only the candidates, which score
 * enough to be among the best so far, are looked at.
 */
export function topK(
  accumulator: Accumulator,
  concepts: QueryConcept[],
  within: Range,
  most: number,
  filters: PassageFilter[],
): Ranking[] {
  const lists = [EVERY_PASSAGE, ...filters].map((filter) => createTopList(most, filter));
  for (const range of windowsOf(within)) {
    // The fewer passages pass a filter, the less score is needed to be among its best.
    addConcepts(accumulator, concepts, range, Math.min(...lists.map((list) => list.least())));
    for (const list of lists) list.offer(accumulator);
  }
  return lists.map((list) => list.best());
}

/** The passages of the lists with what the expansion terms add to their scores. */
export function rerank(
  accumulator: Accumulator,
  lists: Ranking[],
  expansion: QueryTerm[],
): Ranking[] {
  const ids = Uint32Array.from(new Set(lists.flatMap((list) => [...list.ids]))).sort();
  const sums = accumulator.sumsOf(expansion, ids);
  const more = new Map(Array.from(ids, (id, i) => [id, sums[i] ?? 0]));
  return lists.map((list) => {
    const scores = list.scores.map((score, i) => score + (more.get(list.ids[i] ?? 0) ?? 0));
    return ranked({ ...list, scores });
  });
}

function addConcepts(
  accumulator: Accumulator,
  concepts: QueryConcept[],
  within: Range,
  least: number,
): void {
  accumulator.start(within, least);
  for (const terms of concepts) {
    accumulator.startConcept();
    for (const term of terms) accumulator.add(term);
  }
}

/** The range in windows. */
function windowsOf({ from, to }: Range): Range[] {
  const windows: Range[] = [];
  for (let start = from; start < to; start += WINDOW)
    windows.push({ from: start, to: Math.min(to, start + WINDOW) });
  return windows;
}

/** The `most` best of the offered passages that pass the filter, and all equal to the last. */
function createTopList(most: number, passes: PassageFilter) {
  const threshold = createThreshold(most);
  const offered = emptyRanking();
  return {
    least: threshold.value,
    /** Offers the accumulator's candidates. */
    offer(accumulator: Accumulator): void {
      const ids = accumulator.candidates();
      const near: number[] = [];
      let least = threshold.value();
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] ?? 0;
        const score = accumulator.score(id);
        if (score < least || !passes(id)) continue;
        near.push(id);
        threshold.offer(score);
        least = threshold.value();
      }
      for (const id of near) {
        const score = accumulator.score(id);
        if (score >= least) add(offered, id, score, accumulator.coverage(id));
      }
    },
    best(): Ranking {
      const found = ranked(offered);
      const least = threshold.value();
      const behind = found.scores.findIndex((score) => score < least);
      return behind < 0 ? found : firstOf(found, behind);
    },
  };
}

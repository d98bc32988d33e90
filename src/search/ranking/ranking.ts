import type { PassageFilter } from './facets.js';

/**
 * Passages by their numbers in the index, best first, each with its score and its coverage (0–1) of
 * the question; of equals the earlier passage leads. They are columns, since a council has hundreds
 * of passages, and few of them are looked at once they are ranked.
 */
export type Ranking = { ids: number[]; scores: number[]; coverages: number[] };

/** A ranking without passages; whoever makes one fills it. */
export const emptyRanking = (): Ranking => ({ ids: [], scores: [], coverages: [] });

/** Adds a passage at the end of a ranking. */
export function add(
  { ids, scores, coverages }: Ranking,
  id: number,
  score: number,
  coverage: number,
): void {
  ids.push(id);
  scores.push(score);
  coverages.push(coverage);
}

/** Adds a passage of another ranking at the end of one. */
export const addOf = (into: Ranking, { ids, scores, coverages }: Ranking, place: number): void =>
  add(into, ids[place] ?? 0, scores[place] ?? 0, coverages[place] ?? 0);

/** The first passages of a ranking. */
export const firstOf = ({ ids, scores, coverages }: Ranking, most: number): Ranking => ({
  ids: ids.slice(0, most),
  scores: scores.slice(0, most),
  coverages: coverages.slice(0, most),
});

/** The passages at some places of a ranking, in that order. */
const at = ({ ids, scores, coverages }: Ranking, places: number[]): Ranking => ({
  ids: places.map((place) => ids[place] ?? 0),
  scores: places.map((place) => scores[place] ?? 0),
  coverages: places.map((place) => coverages[place] ?? 0),
});

/** The passages of a ranking that pass a filter. */
export function passing(ranking: Ranking, passes: PassageFilter): Ranking {
  const kept = emptyRanking();
  for (let i = 0; i < ranking.ids.length; i++)
    if (passes(ranking.ids[i] ?? 0)) addOf(kept, ranking, i);
  return kept;
}

/** The ranking with one passage taken from its place up to an earlier one, whose score it gets. */
export function promoted(ranking: Ranking, place: number, to: number): Ranking {
  const list = emptyRanking();
  for (let i = 0; i < ranking.ids.length; i++)
    addOf(list, ranking, i < to || i > place ? i : i === to ? place : i - 1);
  list.scores[to] = ranking.scores[to] ?? 0;
  return list;
}

/** The most of a question's meaning (0–1) that one passage covers. */
export function mostCovered({ coverages }: Ranking): number {
  let most = 0;
  for (let i = 0; i < coverages.length; i++) most = Math.max(most, coverages[i] ?? 0);
  return most;
}

/** The same passages, which are in any order, as a ranking. */
export function ranked(found: Ranking): Ranking {
  const { ids, scores } = found;
  const places = roughlyRanked(scores);
  places.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (ids[a] ?? 0) - (ids[b] ?? 0));
  return at(found, places);
}

/** Up to it every whole number is told from the next. */
const MOST_WHOLE = 2 ** 52;

/**
 * The places of scores, best first but for some that differ by less than a rounding. Numbers alone
 * are sorted many times faster than by a comparison, which then finds them nearly in order.
 */
function roughlyRanked(scores: number[]): number[] {
  // A key is a score as a whole number of steps, and in what a step leaves free its place.
  const step = 2 ** Math.ceil(Math.log2(scores.length + 1));
  let most = 0;
  for (let i = 0; i < scores.length; i++) most = Math.max(most, scores[i] ?? 0);
  const steps = MOST_WHOLE / step / (most || 1);
  const keys = new Float64Array(scores.length);
  for (let i = 0; i < scores.length; i++) keys[i] = i - step * Math.floor(steps * (scores[i] ?? 0));
  keys.sort();
  const places: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0;
    places.push(key - step * Math.floor(key / step));
  }
  return places;
}

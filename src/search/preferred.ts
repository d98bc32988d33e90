import { highestCoverage } from './answerability.js';
import { newestOfEquals } from './newest-of-equals.js';
import type { PassageFilter } from './ranking/facets.js';
import { add, addOf, emptyRanking, mostCovered, type Ranking } from './ranking/ranking.js';
import type { Hit } from './result.js';

/** By so much a passage of a preferred visit scores more than the same words of another one. */
const FACTOR = 2;
/** Passages of one council that score this much of the best, and carry as much, are its equals. */
const [AS_SCORED, AS_COVERED] = [0.6, 0.85];

/**
 * The passages with those preferred raised, all alike, where any of them carries about as much of
 * the question as the best; else as they are.
 */
export function preferring(ranking: Ranking, isPreferred: PassageFilter): Ranking {
  const [raised, others] = [emptyRanking(), emptyRanking()];
  for (const [place, id] of ranking.ids.entries()) {
    const [score, coverage] = [ranking.scores[place] ?? 0, ranking.coverages[place] ?? 0];
    if (isPreferred(id)) add(raised, id, score * FACTOR, coverage);
    else add(others, id, score, coverage);
  }
  // More than all of a question is no better than all of it.
  const whole = Math.min(1, mostCovered(ranking));
  const isEqual = mostCovered(raised) >= AS_COVERED * whole;
  return isEqual ? merged(others, raised) : ranking;
}

/** Two rankings as one; of equals those of the first lead. */
function merged(some: Ranking, others: Ranking): Ranking {
  const all = emptyRanking();
  let at = 0;
  for (let i = 0; i < others.ids.length; i++) {
    const score = others.scores[i] ?? 0;
    while (at < some.ids.length && (some.scores[at] ?? 0) >= score) addOf(all, some, at++);
    addOf(all, others, i);
  }
  while (at < some.ids.length) addOf(all, some, at++);
  return all;
}

/** The hits, best first, but those about as good as the best before what older visits say. */
export function newestFirstOfBest(hits: Hit[]): Hit[] {
  const [most] = hits.map(({ score }) => score).toSorted((a, b) => b - a);
  const whole = Math.min(1, highestCoverage(hits));
  const [score, coverage] = [AS_SCORED * (most ?? 0), AS_COVERED * whole];
  return newestOfEquals(hits, {
    score: (hit) => hit.score,
    visit: ({ whole }) => whole.visit,
    isEqual: (hit) => hit.score >= score && hit.coverage >= coverage,
  });
}

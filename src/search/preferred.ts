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
  const { ids, coverages } = ranking;
  const [preferred, others]: [number[], number[]] = [[], []];
  let covered = 0;
  for (let place = 0; place < ids.length; place++)
    if (isPreferred(ids[place] ?? 0)) {
      preferred.push(place);
      covered = Math.max(covered, coverages[place] ?? 0);
    } else others.push(place);
  // More than all of a question is no better than all of it.
  const whole = Math.min(1, mostCovered(ranking));
  return covered >= AS_COVERED * whole ? raised(ranking, preferred, others) : ranking;
}

/** The ranking with the passages at some places raised; of equals the others lead. */
function raised(ranking: Ranking, places: number[], others: number[]): Ranking {
  const { ids, scores, coverages } = ranking;
  const all = emptyRanking();
  let next = 0;
  for (const place of places) {
    const score = (scores[place] ?? 0) * FACTOR;
    for (; next < others.length && (scores[others[next] ?? 0] ?? 0) >= score; next++)
      addOf(all, ranking, others[next] ?? 0);
    add(all, ids[place] ?? 0, score, coverages[place] ?? 0);
  }
  for (; next < others.length; next++) addOf(all, ranking, others[next] ?? 0);
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

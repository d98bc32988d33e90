import { highestCoverage } from './answerability.js';
import { newestOfEquals } from './newest-of-equals.js';
import type { Hit } from './result.js';

/** By so much a passage of a preferred visit scores more than the same words of another one. */
const FACTOR = 2;
/** Passages of one council that score this much of the best, and carry as much, are its equals. */
const [AS_SCORED, AS_COVERED] = [0.6, 0.85];

/**
 * The hits, best first, with those of the visits named raised, all alike, where any of them carries
 * about as much of the question as the best; else as they are.
 */
export function preferring(hits: Hit[], visitIds: ReadonlySet<string> | null): Hit[] {
  if (!visitIds || visitIds.size === 0) return hits;
  const [preferred, others]: [Hit[], Hit[]] = [[], []];
  for (const hit of hits) (visitIds.has(hit.whole.visit.id) ? preferred : others).push(hit);
  if (highestCoverage(preferred) < AS_COVERED * highestCoverage(hits)) return hits;
  const raised = preferred.map(
    ({ passage, whole, score, coverage }): Hit => ({
      passage,
      whole,
      score: score * FACTOR,
      coverage,
    }),
  );
  return merged(others, raised);
}

/** Two lists that are each best first as one; of equals those of the first lead. */
function merged(some: Hit[], others: Hit[]): Hit[] {
  const all: Hit[] = [];
  let at = 0;
  for (const hit of others) {
    for (let next = some[at]; next && next.score >= hit.score; next = some[++at]) all.push(next);
    all.push(hit);
  }
  return [...all, ...some.slice(at)];
}

/** The hits, best first, but those about as good as the best before what older visits say. */
export function newestFirstOfBest(hits: Hit[]): Hit[] {
  const [most] = hits.map(({ score }) => score).toSorted((a, b) => b - a);
  const [score, coverage] = [AS_SCORED * (most ?? 0), AS_COVERED * highestCoverage(hits)];
  return newestOfEquals(hits, {
    score: (hit) => hit.score,
    visit: ({ whole }) => whole.visit,
    isEqual: (hit) => hit.score >= score && hit.coverage >= coverage,
  });
}

import { newestFirst } from '../domain/visit.js';
import { highestCoverage } from './answerability.js';
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
  const isPreferred = ({ passage }: Hit) => visitIds.has(passage.visit.id);
  const least = AS_COVERED * highestCoverage(hits);
  if (highestCoverage(hits.filter(isPreferred)) < least) return hits;
  return hits
    .map((hit) => (isPreferred(hit) ? { ...hit, score: hit.score * FACTOR } : hit))
    .sort((a, b) => b.score - a.score);
}

/**
 * The hits, best first, but those about as good as the best before what older visits say. Those of
 * one visit keep their order.
 */
export function newestOfEquals(hits: Hit[]): Hit[] {
  const ranked = hits.toSorted((a, b) => b.score - a.score);
  const score = AS_SCORED * (ranked[0]?.score ?? 0);
  const coverage = AS_COVERED * highestCoverage(hits);
  const ordered: Hit[] = [];
  for (const hit of ranked) {
    let at = ordered.length;
    const isOlder = (other: Hit | undefined) =>
      other !== undefined && newestFirst(hit.passage.visit, other.passage.visit) < 0;
    if (hit.score >= score && hit.coverage >= coverage) while (isOlder(ordered[at - 1])) at--;
    ordered.splice(at, 0, hit);
  }
  return ordered;
}

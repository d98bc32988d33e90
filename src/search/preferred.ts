import { newestFirst } from '../domain/visit.js';
import { highestCoverage } from './answerability.js';
import type { Hit } from './result.js';

/** By so much a passage of a preferred visit scores more than the same words of another one. */
const FACTOR = 2;
const AS_COVERED = 0.75;
/** A passage of a preferred visit that carries less than this of the best is not raised. */
const LEAST_COVERED = 0.3;

/** Passages of one council that score this much of the best, and carry as much, are its equals. */
const EQUAL = 0.6;

/** Hits about as good as the best, newest visit first, then the rest, best first. */
export function newestOfEquals(hits: Hit[]): Hit[] {
  const ranked = hits.toSorted((a, b) => b.score - a.score);
  const score = EQUAL * (ranked[0]?.score ?? 0);
  const coverage = AS_COVERED * highestCoverage(hits);
  const isEqual = (hit: Hit) => hit.score >= score && hit.coverage >= coverage;
  const equals = ranked.filter(isEqual);
  const newest = equals.sort((a, b) => newestFirst(a.passage.visit, b.passage.visit));
  return [...newest, ...ranked.filter((hit) => !isEqual(hit))];
}

/**
 * The hits, best first, with those of the visits named raised that say enough of what is asked; as
 * they are where no visit is named.
 */
export function preferring(hits: Hit[], visitIds: ReadonlySet<string> | null): Hit[] {
  if (!visitIds || visitIds.size === 0) return hits;
  const least = LEAST_COVERED * highestCoverage(hits);
  const isPreferred = ({ passage, coverage }: Hit) =>
    coverage >= least && visitIds.has(passage.visit.id);
  return hits
    .map((hit) => (isPreferred(hit) ? { ...hit, score: hit.score * FACTOR } : hit))
    .sort((a, b) => b.score - a.score);
}

import type { Urn } from '../domain/authority.js';
import { newestFirst } from '../domain/visit.js';
import type { Hit } from './passage-index.js';
import type { Query } from './query.js';
import type { Found } from './search.js';

/** What was found of one council, the newest first of those that answer about equally well, then the others, best first. */
export type CouncilHits = { urn: Urn; hits: Hit[] };

/**
 * The least share of a question's meaning that one passage must carry to be told of several councils at once. Many councils' worth
 * of passages match anything a little, so more is asked than of one council's; less where the question is on one theme and the
 * passage too.
 */
const ENOUGH = 0.7;
const ENOUGH_ON_THEME = 0.6;
/** A council has findings where a passage carries nearly as much as the best of all councils does. */
const OF_BEST_SUPPORT = 0.7;
const OF_BEST_SCORE = 0.3;
/** Passages, and councils, whose scores are not further apart than this are equals: then the newest visit comes first. */
const EQUALS = 0.5;

/**
 * A search over several councils, council by council: first those that answer about equally well, newest visit first, then the
 * others. Empty where nothing answers closely enough to be told of several councils, and where the question names a
 * subject that inspections never treat.
 */
export function byCouncil(query: Query, { verdict, subject, hits }: Found): CouncilHits[] {
  if (verdict !== 'found' || subject) return [];
  const themes = new Set(query.themes.map((theme) => theme.id));
  const findings = hits.filter((hit) => isFinding(hit, query));
  const onTheme = findings.filter(({ passage }) =>
    passage.passage.themes.some((id) => themes.has(id)),
  );
  const wanted = themes.size > 0 ? onTheme : findings;
  const support = highest(wanted.map((hit) => hit.support));
  if (support < (query.themePhrases === 1 ? ENOUGH_ON_THEME : ENOUGH)) return [];
  const score = highest(wanted.map((hit) => hit.score));
  const close = wanted.filter(
    (hit) => hit.support >= OF_BEST_SUPPORT * support && hit.score >= OF_BEST_SCORE * score,
  );
  const councils = new Map<Urn, Hit[]>();
  for (const hit of close)
    councils.set(hit.passage.urn, [...(councils.get(hit.passage.urn) ?? []), hit]);
  return newestOfEquals(
    [...councils].map(([urn, own]) => ({ urn, hits: newestOfEquals(own, scoreOf, visitOf) })),
    (council) => highest(council.hits.map(scoreOf)),
    (council) => council.hits[0] && visitOf(council.hits[0]),
  );
}

/** What is said of a board is no finding about its council, nor is what a council says of itself, unless that is asked for. */
const isFinding = ({ passage }: Hit, { points }: Query): boolean =>
  passage.passage.kind !== 'context' &&
  (passage.passage.kind !== 'statement' || points.speaker === 'council');

const highest = (list: number[]): number => Math.max(0, ...list);
const scoreOf = (hit: Hit) => hit.score;
const visitOf = (hit: Hit) => hit.passage.visit;

/** Those about as good as the best, newest visit first (of one visit, the best first), then the rest, best first. */
function newestOfEquals<T>(
  list: T[],
  score: (item: T) => number,
  visit: (item: T) => Parameters<typeof newestFirst>[0] | undefined,
): T[] {
  const ranked = [...list].sort((a, b) => score(b) - score(a));
  const least = EQUALS * highest(list.map(score));
  const equals = ranked.filter((item) => score(item) >= least);
  const newest = equals.sort((a, b) => {
    const [one, other] = [visit(a), visit(b)];
    return one && other ? newestFirst(one, other) : 0;
  });
  return [...newest, ...ranked.filter((item) => score(item) < least)];
}

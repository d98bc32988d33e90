import type { Urn } from '../domain/authority.js';
import { newestFirst } from '../domain/visit.js';
import { ofTheField } from './gate.js';
import { type OwnWords, ownWords } from './own-words.js';
import type { Hit } from './passage-index.js';
import type { Query } from './query.js';
import type { Found } from './search.js';

/** What was found of one council, the newest first of those that answer about equally well, then the others, best first. */
export type CouncilHits = { urn: Urn; hits: Hit[] };

/**
 * A search over several councils, council by council: first those that answer about equally well, newest visit first, then the
 * others. `counted` tells that the question is one theme and nothing else, so that it can be said how many councils have findings on
 * it; the passages of any other question only come closest to it. `words` are the question's own words for a theme that is
 * counted, where they are not its name: passages, and councils, that use them come first.
 */
export type FoundByCouncil = { counted: boolean; words: OwnWords | null; councils: CouncilHits[] };

/**
 * Many councils' worth of passages match anything a little, so that more is asked than of one council's: this share of the
 * question's words must be of the field, or one passage must carry this share of its meaning.
 */
const ENOUGH_OF_THE_FIELD = 0.5;
const ENOUGH_CARRIED = 0.6;
/** Passages further behind the best of all councils are not told of. */
const OF_BEST_SCORE = 0.55;
/** Passages of a council, and councils, whose scores are not further from the best are its equals: then the newest visit comes first. */
const EQUAL_PASSAGES = 0.6;
const EQUAL_COUNCILS = 0.8;

/** Groups what was found by council; no councils where nothing answers closely enough to be told of several at once. */
export function byCouncil(query: Query, { verdict, hits }: Found): FoundByCouncil {
  const themes = new Set(query.themes.map((theme) => theme.id));
  const counted = isOneTheme(query);
  const words = counted ? ownWords(query) : null;
  const nothing = { counted, words, councils: [] };
  const findings = hits.filter((hit) => isFinding(hit, query));
  const using = new Set(words ? findings.map(({ passage }) => passage).filter(words.usedIn) : []);
  const uses = ({ passage }: Hit) => using.has(passage);
  const wanted = findings.filter(
    (hit) => !counted || uses(hit) || hit.passage.passage.themes.some((id) => themes.has(id)),
  );
  const carried = highest(wanted.map((hit) => hit.support));
  const enough = ofTheField(query.terms) >= ENOUGH_OF_THE_FIELD || carried >= ENOUGH_CARRIED;
  if (verdict !== 'found' || !enough) return nothing;
  const least = counted ? 0 : OF_BEST_SCORE * highest(wanted.map(scoreOf));
  const councils = new Map<Urn, Hit[]>();
  for (const hit of wanted.filter((each) => each.score >= least))
    councils.set(hit.passage.urn, [...(councils.get(hit.passage.urn) ?? []), hit]);
  const grouped = [...councils].map(([urn, own]): CouncilHits => {
    const [first, others] = apart(own, uses);
    return { urn, hits: [...newestPassages(first), ...newestPassages(others)] };
  });
  const [first, others] = apart(grouped, ({ hits }) => hits.some(uses));
  return { counted, words, councils: [...newestCouncils(first), ...newestCouncils(others)] };
}

/** Whether a question is one theme and nothing else: then every council's findings on it are counted. */
export const isOneTheme = ({ themePhrases, terms }: Query): boolean =>
  themePhrases === 1 && terms.every((term) => term.themes.length > 0);

/** What is said of a board is no finding about its council, nor is what a council says of itself, unless that is asked for. */
const isFinding = ({ passage }: Hit, { points }: Query): boolean =>
  passage.passage.kind !== 'context' &&
  (passage.passage.kind !== 'statement' || points.speaker === 'council');

const highest = (list: number[]): number => list.reduce((most, each) => Math.max(most, each), 0);
const scoreOf = (hit: Hit) => hit.score;
const visitOf = (hit: Hit) => hit.passage.visit;

const newestPassages = (hits: Hit[]): Hit[] =>
  newestOfEquals(hits, EQUAL_PASSAGES, scoreOf, visitOf);
const newestCouncils = (councils: CouncilHits[]): CouncilHits[] =>
  newestOfEquals(
    councils,
    EQUAL_COUNCILS,
    ({ hits }) => highest(hits.map(scoreOf)),
    ({ hits }) => hits[0] && visitOf(hits[0]),
  );

const apart = <T>(list: T[], is: (item: T) => boolean): [T[], T[]] => [
  list.filter(is),
  list.filter((item) => !is(item)),
];

/** Those about as good as the best, newest visit first (of one visit, the best first), then the rest, best first. */
function newestOfEquals<T>(
  list: T[],
  equals: number,
  score: (item: T) => number,
  visit: (item: T) => Parameters<typeof newestFirst>[0] | undefined,
): T[] {
  const ranked = [...list].sort((a, b) => score(b) - score(a));
  const least = equals * highest(list.map(score));
  const best = ranked.filter((item) => score(item) >= least);
  const newest = best.sort((a, b) => {
    const [one, other] = [visit(a), visit(b)];
    return one && other ? newestFirst(one, other) : 0;
  });
  return [...newest, ...ranked.filter((item) => score(item) < least)];
}

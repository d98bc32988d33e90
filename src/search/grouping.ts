import type { Urn } from '../domain/authority.js';
import { isAboutBoard } from '../domain/record.js';
import { highestCoverage, inDomainShare } from './answerability.js';
import { usesPhrase } from './literal-phrase.js';
import { newestOfEquals } from './newest-of-equals.js';
import type { LiteralPhrase, SearchRequest } from './request.js';
import type { CouncilHits, Hit, SearchResult } from './result.js';

/**
 * The hits of several councils, grouped by council: first the councils that answer about equally
 * well, newest visit first, then the others, best first. `isOneTheme` tells that the question is
 * one theme and nothing else, so that councils with findings on it may be counted; the passages of
 * any other question only come closest to it. `literalPhrase` is what the asker called a theme that
 * is counted, where that is not its name: passages, and councils, that use it come first.
 */
export type GroupedResult = {
  isOneTheme: boolean;
  literalPhrase: LiteralPhrase | null;
  councils: CouncilHits[];
};

/**
 * The passages of many councils match anything a little, so that more is asked than of one
 * council's: this share of in-domain words, or this coverage of one passage.
 */
const ENOUGH_IN_DOMAIN = 0.5;
const ENOUGH_COVERAGE = 0.6;
/** Passages further behind the best of all councils are not shown. */
const OF_BEST_SCORE = 0.55;
/** Passages, and councils, that score this much of the best are its equals. */
const EQUAL_PASSAGES = 0.6;
const EQUAL_COUNCILS = 0.8;

/** The results that were grouped, which more than one part of an answer asks for. */
const known = new WeakMap<SearchResult, GroupedResult>();

/**
 * Groups the result of a request by council; no councils where nothing answers closely enough.
 */
export function groupByCouncil(request: SearchRequest, result: SearchResult): GroupedResult {
  const grouped = known.get(result) ?? grouping(request, result);
  known.set(result, grouped);
  return grouped;
}

function grouping(request: SearchRequest, { verdict, hits }: SearchResult): GroupedResult {
  const themes = new Set(request.themes.map((theme) => theme.id));
  const oneTheme = isOneTheme(request);
  const phrase = oneTheme ? request.literalPhrase : null;
  const findings = hits.filter((hit) => isFinding(hit, request));
  const using = new Set(
    phrase ? findings.filter(({ passage }) => usesPhrase(phrase, passage)) : [],
  );
  const uses = (hit: Hit) => using.has(hit);
  const relevant = findings.filter(
    (hit) => !oneTheme || uses(hit) || hit.whole.passage.themes.some((id) => themes.has(id)),
  );
  const answers =
    inDomainShare(request.terms) >= ENOUGH_IN_DOMAIN ||
    highestCoverage(relevant) >= ENOUGH_COVERAGE;
  if (verdict !== 'found' || !answers)
    return { isOneTheme: oneTheme, literalPhrase: phrase, councils: [] };
  const least = oneTheme ? 0 : OF_BEST_SCORE * highest(relevant.map(scoreOf));
  const councils = new Map<Urn, Hit[]>();
  for (const hit of relevant) {
    if (hit.score < least) continue;
    const own = councils.get(hit.whole.urn);
    if (own) own.push(hit);
    else councils.set(hit.whole.urn, [hit]);
  }
  const grouped = [...councils].map(([urn, own]): CouncilHits => {
    const [first, others] = apart(own, uses);
    return { urn, hits: [...newestPassages(first), ...newestPassages(others)] };
  });
  const [first, others] = apart(grouped, (council) => council.hits.some(uses));
  return {
    isOneTheme: oneTheme,
    literalPhrase: phrase,
    councils: [...newestCouncils(first), ...newestCouncils(others)],
  };
}

/** Whether a question is one theme and nothing else. */
export const isOneTheme = ({
  themePhrases,
  terms,
}: Pick<SearchRequest, 'themePhrases' | 'terms'>): boolean =>
  themePhrases === 1 && terms.every((term) => term.themes.length > 0);

/**
 * What is said of a board is no finding about its council, nor is what a council says of itself,
 * unless that is asked for.
 */
const isFinding = ({ whole: recorded }: Hit, { kind }: SearchRequest): boolean =>
  recorded.passage.kind !== 'context' &&
  !isAboutBoard(recorded) &&
  (recorded.passage.kind !== 'statement' || kind.speaker === 'council');

const highest = (list: number[]): number => list.reduce((most, each) => Math.max(most, each), 0);
const scoreOf = (hit: Hit) => hit.score;
const visitOf = (hit: Hit) => hit.whole.visit;

const newestPassages = (hits: Hit[]): Hit[] => {
  const least = EQUAL_PASSAGES * highest(hits.map(scoreOf));
  return newestOfEquals(hits, {
    score: scoreOf,
    visit: visitOf,
    isEqual: (hit) => hit.score >= least,
  });
};
const newestCouncils = (councils: CouncilHits[]): CouncilHits[] => {
  const score = ({ hits }: CouncilHits): number => highest(hits.map(scoreOf));
  const least = EQUAL_COUNCILS * highest(councils.map(score));
  return newestOfEquals(councils, {
    score,
    visit: ({ hits }) => hits[0] && visitOf(hits[0]),
    isEqual: (council) => score(council) >= least,
  });
};

const apart = <T>(list: T[], is: (item: T) => boolean): [T[], T[]] => [
  list.filter(is),
  list.filter((item) => !is(item)),
];

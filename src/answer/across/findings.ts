import type { LocalAuthority } from '../../domain/authority.js';
import type { RecordedPassage } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import { isMeant, literalPhraseOf, visitFilterOf } from '../../question/index.js';
import {
  type CouncilHits,
  diversify,
  type FigureAsked,
  groupByCouncil,
  type Hit,
  isOneTheme,
  type SearchRequest,
  type SearchResult,
  usesPhrase,
  withFigure,
} from '../../search/index.js';
import type { AskedOfAll } from '../asked.js';
import { figureAskedOf } from '../figure-asked.js';
import { requestOf } from '../search-request.js';

/** How many councils are quoted; the others are named. */
const COUNCILS_QUOTED = 8;
/** Few are quoted of a council, from the first that were found. */
const CONSIDERED = 15;

/** A council with findings: the passages found, those shown, and the visit that comes first. */
export type CouncilFindings = {
  authority: LocalAuthority;
  visit: Visit;
  found: RecordedPassage[];
  shown: RecordedPassage[];
  /** Whether any passage found uses the words that the asker has for the theme. */
  usesWords: boolean;
};

/**
 * The findings of all councils of the scope, council by council. `isCounted` tells a question that
 * is one theme and nothing else: then every council with findings on it is counted. `phrase` is
 * what the asker calls that theme where it is not its name. Where nothing answers, `councils` is
 * empty and `result` says why.
 */
export type FindingsFacts = {
  request: SearchRequest;
  result: SearchResult;
  councils: CouncilFindings[];
  quoted: number;
  isCounted: boolean;
  phrase: { text: string; usedElsewhere: boolean; isLayWord: boolean } | null;
  figures: 'shown' | 'none' | null;
};

/** What was found at every council that a question may be about, council by council. */
export function findingsAcross(asked: AskedOfAll): FindingsFacts {
  const { question, scope, context } = asked;
  const urns = scope.authorities.map(({ urn }) => urn);
  const isPart = scope.places.length > 0 || scope.type !== null;
  const whole = requestOf(question, urns, context);
  const request = isPart || isOneTheme(whole) ? whole : { ...whole, urns: [] };
  const result = context.search.find(request);
  const grouped = groupByCouncil(request, result);
  const { literalPhrase } = grouped;
  const figure = figureAskedOf(question);
  const giving = figure ? withFigures(grouped.councils, request, figure) : [];
  const groups = giving.length > 0 ? giving : grouped.councils;
  const each = pointsEach(groups.length);
  const councils = groups.flatMap(({ urn, hits }): CouncilFindings[] => {
    const authority = scope.authorities.find((a) => a.urn === urn);
    const found = hits.map(({ passage }) => passage);
    const [first] = found;
    if (!authority || !first) return [];
    const usesWords = literalPhrase !== null && found.some((p) => usesPhrase(literalPhrase, p));
    const shown = diversify(found.slice(0, CONSIDERED), each);
    return [{ authority, visit: first.visit, found, shown, usesWords }];
  });
  const own = new Set(urns);
  return {
    request,
    result,
    councils,
    quoted: COUNCILS_QUOTED,
    isCounted: grouped.isOneTheme && giving.length === 0,
    phrase: literalPhrase && {
      text: literalPhrase.text,
      isLayWord: literalPhraseOf(question)?.isLayWord ?? false,
      usedElsewhere: context.record.passages.some(
        (recorded) => own.has(recorded.urn) && usesPhrase(literalPhrase, recorded),
      ),
    },
    figures: figure ? (giving.length > 0 ? 'shown' : 'none') : null,
  };
}

/** Few councils are quoted at more length than many. */
const pointsEach = (councils: number): number => (councils <= 3 ? 3 : councils <= 6 ? 2 : 1);

/** Who asks for a figure gets the passages that have one. */
const withFigures = (
  groups: CouncilHits[],
  request: SearchRequest,
  figure: FigureAsked,
): CouncilHits[] =>
  groups
    .map(({ urn, hits }) => ({ urn, hits: withFigure(hits, request, figure) }))
    .filter(({ hits }) => hits.length > 0);

/** The councils whose passages came nearest to a question that nothing answers, best first. */
export function nearestCouncils(
  { result: { hits } }: FindingsFacts,
  { scope }: AskedOfAll,
): LocalAuthority[] {
  const most = hits.reduce((highest, { coverage }) => Math.max(highest, coverage), 0);
  const near = hits.filter((hit: Hit) => hit.coverage >= AS_NEAR * most);
  const urns = new Set(near.map(({ passage }) => passage.urn));
  return [...urns].flatMap((urn) => scope.authorities.filter((a) => a.urn === urn));
}

/** How much of the nearest passage's share of the question others must carry to be as near. */
const AS_NEAR = 0.7;

/**
 * How many councils have a visit of the time and kind asked for; `byRelease` where any counts
 * because its report came out then.
 */
export function visitedThen({ question, scope, context }: AskedOfAll): {
  count: number;
  byRelease: boolean;
} {
  const visits = scope.authorities
    .map(({ urn }) => context.visitsMeant(question, urn).filter(({ known }) => known === null))
    .filter((own) => own.length > 0);
  const filter = visitFilterOf(question);
  const byRelease = visits.flat().some((visit) => !isMeant(visit, filter));
  return { count: visits.length, byRelease };
}

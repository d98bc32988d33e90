import type { LocalAuthority } from '../../../domain/authority.js';
import {
  type FigureAsked,
  groupByCouncil,
  type Hit,
  highestCoverage,
  narrowed,
  SAYS_NOTHING,
  type SearchRequest,
  type SearchResult,
  type SentenceFound,
  snippet,
  withFigure,
} from '../../../search/index.js';
import type { AskedOfAll } from '../../asked.js';
import type { CouncilFindings } from './plainest.js';

/** Passages are shown as coming closest where they carry this share of the question's meaning. */
const CLOSE = 0.8;
/** What only comes closest is shown of so few. */
export const COUNCILS_CLOSEST = 3;

/**
 * What comes closest to a question that no sentence answers whole: the passages of the search that
 * carry nearly all of it, best first.
 */
export const closestAcross = (
  asked: AskedOfAll,
  request: SearchRequest,
  result: SearchResult,
): CouncilFindings[] =>
  inCouncils(asked, request, result, (hits) =>
    hits.filter(({ coverage }) => coverage >= CLOSE),
  ).slice(0, COUNCILS_CLOSEST);

/** The passages that give the figure asked for. */
export const givingFigure = (
  asked: AskedOfAll,
  request: SearchRequest,
  result: SearchResult,
  figure: FigureAsked,
): CouncilFindings[] =>
  inCouncils(asked, request, result, (hits) => withFigure(hits, request, figure));

/** What the passages of each council that `kept` leaves say, where they have the tone asked. */
function inCouncils(
  { scope }: AskedOfAll,
  request: SearchRequest,
  result: SearchResult,
  kept: (hits: Hit[]) => Hit[],
): CouncilFindings[] {
  return groupByCouncil(request, result).councils.flatMap(({ urn, hits }): CouncilFindings[] => {
    const authority = scope.authorities.find((each) => each.urn === urn);
    const found = kept(hits)
      .map((hit) => sentenceOf(hit, request))
      .filter(({ tone }) => request.kind.tone === null || tone === request.kind.tone);
    const [first] = found;
    if (!authority || !first) return [];
    return [
      { authority, visit: first.recorded.visit, found, shown: [first.recorded], isPlain: true },
    ];
  });
}

/** The part of a passage that answers, as a sentence found. */
function sentenceOf({ passage }: Hit, { terms }: SearchRequest): SentenceFound {
  const recorded = narrowed(passage, snippet(passage.passage.quote, terms));
  const { kind, tone } = recorded.passage;
  return {
    recorded,
    tone: kind === 'recommendation' ? 'criticism' : tone,
    ...SAYS_NOTHING,
    isMeant: true,
    isTermSaid: true,
    isWhole: true,
    isNear: true,
  };
}

/** The councils whose passages came nearest to a question that nothing answers, best first. */
export function nearestCouncils(
  { result: { hits } }: { result: SearchResult },
  { scope }: AskedOfAll,
): LocalAuthority[] {
  const most = highestCoverage(hits);
  const near = hits.filter((hit: Hit) => hit.coverage >= AS_NEAR * most);
  const urns = new Set(near.map(({ whole }) => whole.urn));
  return [...urns].flatMap((urn) => scope.authorities.filter((a) => a.urn === urn));
}

/** How much of the nearest passage's share of the question others must carry to be as near. */
const AS_NEAR = 0.7;

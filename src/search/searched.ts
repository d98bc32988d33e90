import { isAnyKind, isMarkedOfKind, mayBeOfKind } from '../domain/point-kind.js';
import type { RecordedPassage } from '../domain/record.js';
import { judgeAnswerability, type PassageOf } from './answerability.js';
import { inTone } from './in-tone.js';
import { preferring } from './preferred.js';
import type { RankedIndex } from './ranked-index.js';
import type { FacetFilter } from './ranking/facets.js';
import { emptyRanking, firstOf, mostCovered, type Ranking } from './ranking/ranking.js';
import type { SearchRequest } from './request.js';
import type { Hit, SearchResult } from './result.js';

/** Passages of the kind asked for are preferred while they cover this much of what others do. */
const ENOUGH_OF_KIND = 0.75;
/** A list of what must improve says in few words what others say in many. */
const ENOUGH_OF_LIST = 0.6;

/** What a search came to, all of it decided. */
export type Found = Omit<SearchResult, 'outOfScope'>;

/** Searches the ranked index for a request: ranks, prefers what is meant, and judges. */
export function searched(request: SearchRequest, index: RankedIndex): Found {
  const { urns, visitIds, preferredVisitIds, kind } = request;
  const isInTime: FacetFilter = ({ visit }) => visitIds === null || visitIds.has(visit.id);
  const isOfKind: FacetFilter = (facets) => isInTime(facets) && mayBeOfKind(facets.passage, kind);
  const isMarked: FacetFilter = (facets) =>
    isInTime(facets) && isMarkedOfKind(facets.passage, kind);
  const found = index.search(request, urns, [
    ...(visitIds ? [isInTime] : []),
    ...(isAnyKind(kind) ? [] : [isOfKind]),
    ...(kind.tone ? [isMarked] : []),
  ]);
  const isPreferred =
    preferredVisitIds && index.filterOf(({ visit }) => preferredVisitIds.has(visit.id));
  const judged = (list: Ranking) => {
    const ranking = isPreferred ? preferring(list, isPreferred) : list;
    return { ranking, ...judgeAnswerability(request, ranking, index.passage) };
  };
  const [every = emptyRanking()] = found;
  const { ranking, verdict, shown } = judged(
    mostOfKind(
      found.slice(visitIds ? 1 : 0),
      kind.recommendations ? ENOUGH_OF_LIST : ENOUGH_OF_KIND,
    ),
  );
  const hits = hitsOf(firstOf(ranking, shown), index.passage);
  return {
    verdict,
    hits: kind.tone ? hits.map((hit) => narrowedLater(hit, request)) : hits,
    elsewhere: verdict === 'found' ? 0 : judged(every).shown,
  };
}

function hitsOf({ ids, scores, coverages }: Ranking, passageOf: PassageOf): Hit[] {
  const hits: Hit[] = [];
  for (let i = 0; i < ids.length; i++) {
    const passage = passageOf(ids[i] ?? 0);
    hits.push({ passage, whole: passage, score: scores[i] ?? 0, coverage: coverages[i] ?? 0 });
  }
  return hits;
}

/** A hit whose passage is narrowed to the tone asked for when it is looked at, as few are. */
function narrowedLater({ whole, score, coverage }: Hit, { kind, terms }: SearchRequest): Hit {
  let shown: RecordedPassage | null = null;
  return {
    whole,
    score,
    coverage,
    get passage() {
      shown ??= inTone(whole, kind.tone, terms);
      return shown;
    },
  };
}

/** Of lists each within the one before, the last that covers enough of what the first does. */
function mostOfKind(lists: Ranking[], share: number): Ranking {
  const [first = emptyRanking(), ...others] = lists;
  if (others.length === 0) return first;
  const enough = share * mostCovered(first);
  return lists.findLast((list) => mostCovered(list) >= enough) ?? first;
}

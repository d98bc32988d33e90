import { isAnyKind, isMarkedOfKind, mayBeOfKind } from '../domain/point-kind.js';
import type { InspectionRecord } from '../domain/record.js';
import { createThemeMatcher, type ThemeMatcher } from '../domain/theme-matcher.js';
import { highestCoverage, judgeAnswerability } from './answerability.js';
import { inTone } from './in-tone.js';
import type { IndexCache } from './index/cache.js';
import { createRankedIndex, type Vocabulary } from './ranked-index.js';
import type { FacetFilter } from './ranking/facets.js';
import type { SearchRequest } from './request.js';
import type { Hit, SearchResult } from './result.js';

/** The search in a record's passages. */
export type Search = {
  /** The words of the passages, for whoever reads questions. */
  vocabulary: Vocabulary;
  /** The ranked passages for a request, and whether they answer it. */
  find(request: SearchRequest): SearchResult;
};

export type SearchOptions = {
  /** Words that say nothing of what a passage is about. */
  stopWords: ReadonlySet<string>;
  /** Where the index is held between starts; without it, the index is built anew. */
  cache?: IndexCache | null;
  /** Reads the record's themes; made from it where there is none yet. */
  themes?: ThemeMatcher;
};

/** Passages of the kind asked for are preferred while they cover this much of what others do. */
const ENOUGH_OF_KIND = 0.75;

/**
 * Builds the search in a record, in time proportional to its text, unless the cache holds its
 * index.
 */
export function createSearch(
  record: Pick<InspectionRecord, 'passages' | 'themes' | 'problems'>,
  { stopWords, cache = null, themes = createThemeMatcher(record.themes) }: SearchOptions,
): Search {
  const index = createRankedIndex(record.passages, themes, {
    stopWords,
    cache: cache && { file: cache, valid: record.problems.length === 0 },
  });
  return {
    vocabulary: index.vocabulary,
    find(request) {
      const { urns, visitIds, kind } = request;
      const isInTime: FacetFilter = ({ visit }) => visitIds === null || visitIds.has(visit.id);
      const isOfKind: FacetFilter = (facets) =>
        isInTime(facets) && mayBeOfKind(facets.passage, kind);
      const isMarked: FacetFilter = (facets) =>
        isInTime(facets) && isMarkedOfKind(facets.passage, kind);
      const found = index.search(request, urns, [
        ...(visitIds ? [isInTime] : []),
        ...(isAnyKind(kind) ? [] : [isOfKind]),
        ...(kind.tone ? [isMarked] : []),
      ]);
      const [every = []] = found;
      const narrower = found.slice(visitIds ? 1 : 0);
      const { verdict, hits } = judgeAnswerability(request, mostOfKind(narrower));
      return {
        verdict,
        hits: hits.map((hit) => ({
          ...hit,
          passage: inTone(hit.passage, kind.tone, request.terms),
        })),
        elsewhere: verdict === 'found' ? 0 : judgeAnswerability(request, every).hits.length,
        outOfScope: request.outOfScope[0] ?? null,
      };
    },
  };
}

/** Of lists each within the one before, the last that covers enough of what the first does. */
function mostOfKind(lists: Hit[][]): Hit[] {
  const [first = []] = lists;
  const enough = ENOUGH_OF_KIND * highestCoverage(first);
  return lists.findLast((hits) => highestCoverage(hits) >= enough) ?? first;
}

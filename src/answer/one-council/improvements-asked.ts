import {
  createHolding,
  type Search,
  type SearchRequest,
  type SearchResult,
} from '../../search/index.js';

/** What was looked for, and what that came to. */
type Searched = { request: SearchRequest; result: SearchResult };

/**
 * Searches for what is asked. What must improve is told by the list of the visits that are
 * preferred; where that has nothing on it, by what they criticise, and not by an older list.
 */
export function searchedOrCriticised(request: SearchRequest, search: Search): Searched {
  const { preferredVisitIds: preferred, kind, terms } = request;
  const result = search.find(request);
  if (!kind.recommendations || !preferred) return { request, result };
  const holds = createHolding(terms);
  const isListed = result.hits.some(
    ({ whole: { passage, visit } }) =>
      passage.kind === 'recommendation' &&
      preferred.has(visit.id) &&
      holds(passage.quote, passage.themes),
  );
  if (isListed) return { request, result };
  const ofCriticism: SearchRequest = {
    ...request,
    kind: { ...kind, tone: 'criticism', recommendations: false },
  };
  return { request: ofCriticism, result: search.find(ofCriticism) };
}

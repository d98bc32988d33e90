import { createHolding, type Search, type SearchRequest } from '../../search/index.js';

/**
 * What must improve is told by the list of the visits that are preferred; where that has nothing on
 * what is asked, by what they criticise, and not by an older list.
 */
export function orCriticism(request: SearchRequest, search: Search): SearchRequest {
  const { preferredVisitIds: preferred, kind } = request;
  if (!kind.recommendations || !preferred) return request;
  const holds = createHolding(request.terms);
  const isListed = search
    .find(request)
    .hits.some(
      ({ whole: { passage, visit } }) =>
        passage.kind === 'recommendation' &&
        preferred.has(visit.id) &&
        holds(passage.quote, passage.themes),
    );
  if (isListed) return request;
  return { ...request, kind: { ...kind, tone: 'criticism', recommendations: false } };
}

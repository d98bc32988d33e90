import type { AnswerContext } from './context.js';
import type { Searched } from './run-result.js';

/** A context that answers the same, and the searches that are made by it, in order. */
export function recordingSearches(context: AnswerContext): {
  recording: AnswerContext;
  searches: Searched[];
} {
  const searches: Searched[] = [];
  const find: AnswerContext['search']['find'] = (request) => {
    const result = context.search.find(request);
    searches.push({ request, result });
    return result;
  };
  return { recording: { ...context, search: { ...context.search, find } }, searches };
}

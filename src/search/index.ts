/**
 * The search in a record's passages: a request in, ranked passages and whether they answer out. It
 * reads no question; other rooms come in through this door only.
 */
export { highestCoverage } from './answerability.js';
export { type GroupedResult, groupByCouncil, isOneTheme } from './grouping.js';
export { CACHE_FORMAT, cacheNote, type IndexCache, openIndexCache } from './index/cache.js';
export { usesPhrase } from './literal-phrase.js';
export type { Vocabulary } from './ranked-index.js';
export type { LiteralPhrase, OutOfScopeTopic, SearchRequest, SearchTerm } from './request.js';
export type { CouncilHits, Hit, SearchResult, Verdict } from './result.js';
export { createSearch, type Search, type SearchOptions } from './search.js';
export { snippet } from './snippet.js';

import type { Question } from '../question/index.js';
import type { SearchRequest, SearchResult } from '../search/index.js';
import type { Answer } from './answer.js';

/** A search that an answer was made from. */
export type Searched = { request: SearchRequest; result: SearchResult };

/**
 * How a question was answered, for whoever wants to know why: how it was read (`null` where it was
 * not read at all), the intent that took it or what else became of it, the searches made, and the
 * answer.
 */
export type Run = {
  question: Question | null;
  intent: string;
  searches: Searched[];
  answer: Answer;
};

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

/** What becomes of a question that an intent of one council takes, and that names none. */
export const ofWhichCouncil = (intent: string): string => `${intent}${OF_WHICH}`;

/** Whether that became of it. */
export const asksWhichCouncil = ({ intent }: Run): boolean => intent.endsWith(OF_WHICH);

const OF_WHICH = ' of which council';

import { type Answer, hasFactsOnly } from '../answer/index.js';
import type { Services } from './services.js';

/** Whether an answer has facts of reports whose text can be fetched from here. */
export const mayBeFetched = (
  answer: Answer,
  { fetching, answers }: Pick<Services, 'fetching' | 'answers'>,
): boolean => fetching !== null && hasFactsOnly(answer, answers());

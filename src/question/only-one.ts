import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import type { Question } from './question.js';
import { says, spansOf } from './residue.js';

const OnlyOne = z.enum(['only', 'first']);
export type OnlyOne = z.infer<typeof OnlyOne>;

const finder = finderOf(readVocabulary('only-ones', OnlyOne));

/**
 * Whether a question on the grade of one council asks if it is the only one of many that has it
 * ("the only outstanding council in the east midlands"), or the first that had; `null` for neither.
 */
export function onlyOneAsked(question: Question): OnlyOne | null {
  const councils = new Set(spansOf(question, 'council').map(({ value }) => value));
  if (councils.size !== 1 || !says(question, 'grade') || says(question, 'why')) return null;
  const found = finder.find(question.tokens.map(({ word }) => word));
  const isOfOwn = (from: number) =>
    found.some((other) => other.value === null && other.from <= from && from < other.to);
  return found.find(({ value, from }) => value !== null && !isOfOwn(from))?.value ?? null;
}

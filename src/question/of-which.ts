import type { Question } from './question.js';
import { spansOf } from './residue.js';

/** What makes of councils that are named those among whom some are looked for. */
const WHICH = new Set(['which', 'any', 'either', 'none', 'neither', 'who', 'whether']);

/**
 * Whether a question that names several councils asks which of them something is true of ("which of
 * leeds and kent are good", "are any of them"), and not whether it is true of all.
 */
export const isOfWhich = (question: Question): boolean => {
  const [first] = spansOf(question, 'council');
  return (
    spansOf(question, 'councils').some(({ value }) => value === 'many') ||
    question.tokens.some(({ word, at }) => WHICH.has(word) && at < (first?.from ?? 0))
  );
};

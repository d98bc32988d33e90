import type { Question } from './question.js';
import { spansOf } from './residue.js';

/** One visit of each: "last inspected", "latest inspection"; "latest inspections" are many. */
const ONE_OF_EACH = /^(?:inspected|visited|inspection|visit|report|graded|rated|judged)$/;

/**
 * Whether the newest visit of each of many councils is meant, and not the newest of all ("which
 * councils were last inspected in 2021").
 */
export const asksOfNewestOfEach = (question: Question): boolean =>
  question.spans.some(
    ({ kind, value }) =>
      kind === 'council_type' ||
      (kind === 'councils' && value === 'many') ||
      (kind === 'quantity' && value === 'count'),
  ) &&
  spansOf(question, 'order').some(
    ({ value, to }) =>
      value === 'newest' &&
      question.tokens.slice(to, to + 3).some(({ word }) => ONE_OF_EACH.test(word)),
  );

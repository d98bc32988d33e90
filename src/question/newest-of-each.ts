import type { Question } from './question.js';
import { spansOf } from './residue.js';

/** One visit of each: "last inspected", "latest inspection"; "latest inspections" are many. */
const ONE_OF_EACH =
  /^(?:inspected|visited|inspection|visit|report|graded|rated|judged|seen|rating|grade|judge?ment|result|outcome|verdict|one)$/;
/** So many words after the one for the newest may name what is the newest. */
const NEAR = 3;

/**
 * Whether the newest visit of each of many councils is meant, and not the newest of all ("which
 * councils were last inspected in 2021", "whose latest rating dates from 2019").
 */
export const asksOfNewestOfEach = (question: Question): boolean =>
  isOfMany(question) &&
  spansOf(question, 'order').some(
    ({ value, from, to }) =>
      value === 'newest' &&
      question.tokens.slice(from, to + NEAR).some(({ word }) => ONE_OF_EACH.test(word)),
  );

/** "Whose last inspection was in 2021" asks for councils without the word. */
const isOfMany = (question: Question): boolean =>
  question.tokens[0]?.word === 'whose' ||
  question.spans.some(
    ({ kind, value }) =>
      kind === 'council_type' ||
      (kind === 'councils' && value === 'many') ||
      (kind === 'quantity' && value === 'count'),
  );

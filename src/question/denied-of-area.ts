import type { Question } from './question.js';
import { spansOf } from './residue.js';

/**
 * "Good but not for care leavers": good overall, and not so in that area. The way a question is
 * routed and what is asked of the grades both rest on it.
 */
export function isDeniedOfArea(question: Question): boolean {
  const [grade, ...others] = spansOf(question, 'grade');
  return (
    grade !== undefined &&
    others.length === 0 &&
    spansOf(question, 'negation').some(
      ({ value, from }) =>
        (value === 'not' || value === 'without') &&
        from > grade.from &&
        spansOf(question, 'area').some((area) => area.from > from),
    )
  );
}

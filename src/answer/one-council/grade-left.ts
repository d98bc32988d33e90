import type { RecordedJudgement } from '../../domain/record.js';
import { newestFirst } from '../../domain/visit.js';
import { says, spansOf } from '../../question/index.js';
import type { AskedOfOne } from '../asked.js';
import { gradesAsked } from '../grades/asked.js';
import { type About, aboutOf, visitsMeant } from './about.js';

/**
 * When a council got out of a grade: the last judgement that gave it (`last`), and the first after
 * that with another (`first`; `null` where none came since).
 */
export type GradeLeftFacts = {
  about: About;
  last: RecordedJudgement;
  first: RecordedJudgement | null;
};

/**
 * Looks for when a grade was left, overall or in the one area named; `null` where that is not
 * asked, or the grade was never given.
 */
export function gradeLeft(asked: AskedOfOne): GradeLeftFacts | null {
  const { question, context } = asked;
  const isLeft = spansOf(question, 'movement').some(
    ({ value }) => value === 'left' || value === 'once',
  );
  if (!isLeft || !says(question, 'when')) return null;
  const { grades, areas } = gradesAsked(question);
  const wanted = areas ?? ['overall'];
  const judged = visitsMeant(asked)
    .toSorted(newestFirst)
    .flatMap((visit) => context.judgementsOf(visit))
    .filter(({ judgement: { area } }) => wanted.some((each) => each === area));
  const at = judged.findIndex(({ judgement }) => grades.some((each) => each === judgement.grade));
  const last = judged[at];
  return last ? { about: aboutOf(asked), last, first: judged[at - 1] ?? null } : null;
}

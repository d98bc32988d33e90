import type { RecordedJudgement } from '../../domain/record.js';
import { lastDayOf } from '../../domain/visit.js';
import { gradeGroupsOf, spansOf } from '../../question/index.js';
import type { AskedOfOne } from '../asked.js';
import { gradesAsked } from '../grades/asked.js';
import { gradeOf, inspectionsHeld } from '../grades/council-grades.js';
import { daysBetween } from '../operations/rows.js';
import { type About, aboutOf } from './about.js';

/**
 * How long it took from one grade to another: the first inspection in a row that gave the one, the
 * next that gave the other, those `between` with a third, oldest first, and the days from the last
 * day of the first to that of the second.
 */
export type GradeReachedFacts = {
  about: About;
  from: RecordedJudgement;
  to: RecordedJudgement;
  between: RecordedJudgement[];
  days: number;
};

/**
 * The newest time when the grade that a question names second came after the one that it names
 * first; `null` where that is not asked, or never was.
 */
export function gradeReached(asked: AskedOfOne): GradeReachedFacts | null {
  const { question, authority, context } = asked;
  const [before, after, ...others] = gradeGroupsOf(question);
  const isAsked = spansOf(question, 'when').some(({ value }) => value === 'how_long');
  if (!isAsked || !before || !after || others.length > 0) return null;
  const { areas } = gradesAsked(question);
  const judged = inspectionsHeld(authority, context)
    .flatMap((visit) => gradeOf(areas ?? ['overall'], visit, context) ?? [])
    .toReversed();
  const last = judged.findLastIndex(
    ({ grade }, at) =>
      after.grades.includes(grade) &&
      judged.slice(0, at).some((earlier) => before.grades.includes(earlier.grade)),
  );
  if (last < 0) return null;
  const reached = firstInARow(judged, last, after.grades);
  const left = judged.slice(0, reached).findLastIndex((each) => before.grades.includes(each.grade));
  const first = judged[firstInARow(judged, left, before.grades)]?.recorded;
  const to = judged[reached]?.recorded;
  if (!first || !to) return null;
  return {
    about: aboutOf(asked),
    from: first,
    to,
    between: judged.slice(left + 1, reached).map(({ recorded }) => recorded),
    days: daysBetween(lastDayOf(first.visit), lastDayOf(to.visit)),
  };
}

/** The first of those in a row up to a place that have one of some grades. */
function firstInARow<G>(judged: { grade: G }[], at: number, grades: G[]): number {
  let first = at;
  for (let before = judged[first - 1]; before && grades.includes(before.grade); ) {
    first -= 1;
    before = judged[first - 1];
  }
  return first;
}

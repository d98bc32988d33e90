import type { LocalAuthority } from '../domain/authority.js';
import { formatMonth } from '../domain/dates.js';
import type { Grade } from '../domain/judgement.js';
import { lastDayOf } from '../domain/visit.js';
import { OPEN_END, type Question, type Span, spansOf } from '../question/index.js';
import type { AnswerContext } from './context.js';
import { asFiller, withSpans } from './councils-named.js';
import { gradeOf, inspectionsHeld } from './grades/council-grades.js';
import { aboutPrevious } from './previous-inspection.js';

/**
 * A question about one council with the times that its inspections tell ("the one before", "since
 * it was inadequate") as times; `null` where no earlier inspection is known.
 */
export function aboutTimesMeant(
  question: Question,
  authority: LocalAuthority,
  context: AnswerContext,
): Question | null {
  const previous = aboutPrevious(question, authority, context);
  return previous && aboutSinceGraded(previous, authority, context);
}

/**
 * A question of what came since a council had a grade ("since it was inadequate"), or since it was
 * inspected, as one about the time after the newest inspection that gave it. Where no inspection
 * held gave it, the grade itself is what is asked.
 */
function aboutSinceGraded(
  question: Question,
  authority: LocalAuthority,
  context: AnswerContext,
): Question {
  const [since] = spansOf(question, 'since_grade');
  if (!since) return question;
  const day = lastDayGraded(since.value, authority, context);
  return withSpans(question, (span): Span => {
    if (span.kind !== 'since_grade') return span;
    if (day === null)
      return since.value === 'any'
        ? asFiller(since)
        : { ...since, kind: 'grade', value: since.value };
    const label = `since the inspection of ${formatMonth(day.slice(0, MONTH))}`;
    const from = monthAfter(day);
    const value = { from, to: OPEN_END, label, namedUntil: from, ofVisits: true } as const;
    return { ...since, kind: 'period', value };
  });
}

/** The last day of the newest inspection held that gave a grade overall. */
function lastDayGraded(
  grade: Grade | 'any',
  authority: LocalAuthority,
  context: AnswerContext,
): string | null {
  const visit = inspectionsHeld(authority, context).find(
    (each) => grade === 'any' || gradeOf(['overall'], each, context)?.grade === grade,
  );
  return visit ? lastDayOf(visit) : null;
}

const MONTH = 'yyyy-mm'.length;

function monthAfter(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, MONTH);
}

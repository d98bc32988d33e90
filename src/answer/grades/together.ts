import type { LocalAuthority } from '../../domain/authority.js';
import { isBoardReview } from '../../domain/frameworks.js';
import { type Grade, isGrade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import { firstOf, isMeant, type Period } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import type { AnswerContext } from '../context.js';
import { type Condition, gradesAsked } from './asked.js';
import { councilJudgements, gradeOf, inspectionsHeld } from './council-grades.js';

/** A council whose one newest full inspection meets what was asked, with the judgements that do. */
export type TogetherRow = {
  authority: LocalAuthority;
  visit: Visit;
  judgements: RecordedJudgement[];
};

/**
 * The councils whose newest full inspection (of a time, where one is asked for) gave several grades
 * at once: those of `conditions`, or one grade in every (or any) of its areas, or not so where that
 * is `denied`. `considered` councils have such an inspection held.
 */
export type TogetherFacts = {
  conditions: Condition[];
  every: { grades: Grade[]; quantifier: 'every' | 'some'; denied: boolean } | null;
  period: Period | null;
  rows: TogetherRow[];
  considered: number;
};

export function gradesTogether({ question, scope, context }: AskedOfAll): TogetherFacts {
  const { conditions, grades, negated, filter, period } = gradesAsked(question);
  const quantifier = firstOf(question, 'every_area');
  const every = quantifier && { grades, quantifier, denied: negated };
  const newest = scope.authorities.flatMap((authority) => {
    const visit = inspectionsHeld(authority, context).find((each) => isMeant(each, filter));
    return visit ? [{ authority, visit }] : [];
  });
  return {
    conditions: every ? [] : conditions,
    every,
    period,
    considered: newest.length,
    rows: newest.flatMap(({ authority, visit }) => {
      const judgements = every
        ? inAreas(every, visit, context)
        : meeting(conditions, visit, context);
      return judgements.length > 0 ? [{ authority, visit, judgements }] : [];
    }),
  };
}

/** The judgements that meet all conditions; none where one is not met. */
function meeting(
  conditions: Condition[],
  visit: Visit,
  context: AnswerContext,
): RecordedJudgement[] {
  const met = conditions.flatMap(({ grades, areas, denied }) => {
    const given = gradeOf(areas, visit, context);
    return given && grades.includes(given.grade) !== denied ? [given.recorded] : [];
  });
  return met.length === conditions.length ? met : [];
}

function inAreas(
  { grades, quantifier, denied }: NonNullable<TogetherFacts['every']>,
  visit: Visit,
  context: AnswerContext,
): RecordedJudgement[] {
  if (isBoardReview(visit.kind)) return [];
  const graded = councilJudgements(visit, context).filter(({ judgement }) =>
    isGrade(judgement.grade),
  );
  const so = graded.filter(({ judgement: { grade } }) => isGrade(grade) && grades.includes(grade));
  const isSo = so.length > 0 && (quantifier === 'some' || so.length === graded.length);
  if (denied) return isSo ? [] : graded;
  return isSo ? so : [];
}

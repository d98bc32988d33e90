import type { LocalAuthority } from '../../domain/authority.js';
import type { Grade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { firstOf, isMeant, type Period, type Question, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import type { AnswerContext } from '../context.js';
import { gradesAsked } from './asked.js';
import { gradeOf, inspectionsHeld } from './council-grades.js';

/** A grade of a full inspection. */
export type Graded = { recorded: RecordedJudgement; grade: Grade };

/** A council with the same grade at several full inspections, oldest first. */
export type RepeatedRow = { authority: LocalAuthority; graded: Graded[] };

export type RepeatedFacts = {
  grades: Grade[];
  areas: ReturnType<typeof gradesAsked>['areas'];
  least: number | 'always' | 'not always';
  period: Period | null;
  rows: RepeatedRow[];
  considered: number;
};

/** The councils that were given a grade at several full inspections, or at all of them. */
export function gradesRepeated({ question, scope, context }: AskedOfAll): RepeatedFacts {
  const { grades, areas, period } = gradesAsked(question);
  const least = leastOf(question);
  const all = scope.authorities.map((authority) => ({
    authority,
    graded: gradedOf(authority, question, context),
  }));
  const considered = all.filter(({ graded }) => graded.length > 0);
  const rows = considered.flatMap(({ authority, graded }) => {
    const so = graded.filter(({ grade }) => grades.includes(grade));
    const isAlways = so.length === graded.length;
    const isListed =
      least === 'always' ? isAlways : least === 'not always' ? !isAlways : so.length >= least;
    return isListed ? [{ authority, graded: least === 'not always' ? graded : so }] : [];
  });
  return { grades, areas, least, period, rows, considered: considered.length };
}

function leastOf(question: Question): RepeatedFacts['least'] {
  const said = spansOf(question, 'movement').map(({ value }) => value);
  if (said.includes('not_always')) return 'not always';
  if (said.includes('always')) return 'always';
  return firstOf(question, 'times') ?? 2;
}

/**
 * A council's grades in the areas asked about, oldest first; within the time asked about if
 * `timed`.
 */
export function gradedOf(
  authority: LocalAuthority,
  question: Question,
  context: AnswerContext,
  timed = true,
): Graded[] {
  const { areas, filter } = gradesAsked(question);
  return inspectionsHeld(authority, context)
    .filter((visit) => !timed || isMeant(visit, filter))
    .flatMap((visit) => gradeOf(areas ?? ['overall'], visit, context) ?? [])
    .reverse();
}

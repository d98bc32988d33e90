import type { LocalAuthority } from '../../domain/authority.js';
import type { Grade } from '../../domain/judgement.js';
import { newestFirst } from '../../domain/visit.js';
import { isOver, type Period, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import type { AnswerContext } from '../context.js';
import type { Scope } from '../scope.js';
import { type GradesAsked, gradesAsked } from './asked.js';
import { gradeOf, inspectionsHeld } from './council-grades.js';
import type { Graded } from './history.js';

/** A council with the grade that it held at a time: its newest one by then. */
export type StandingRow = { authority: LocalAuthority } & Graded;

/** Who held which grade on a day, or at the end of a month (`null`: as the record has it now). */
export type Standing = { at: Period | null; rows: StandingRow[]; considered: number };

/**
 * The councils that held a grade at the end of a time, or another one where it is denied, and at
 * another time where two are compared.
 */
export type StandingFacts = {
  asked: GradesAsked;
  grades: Grade[];
  then: Standing;
  now: Standing | null;
};

export function gradesStanding({ question, scope, context }: AskedOfAll): StandingFacts {
  const asked = gradesAsked(question);
  const [first, second] = spansOf(question, 'period').map(({ value }) => value);
  const compares =
    second !== undefined ||
    spansOf(question, 'comparison').length > 0 ||
    spansOf(question, 'order').some(({ value }) => value === 'newest' || value === 'most');
  const then = standingAt(first ?? null, asked, scope, context);
  const now = compares ? standingAt(second ?? null, asked, scope, context) : null;
  return { asked, grades: asked.grades, then, now };
}

function standingAt(
  at: Period | null,
  { areas, grades, negated }: GradesAsked,
  { authorities }: Scope,
  context: AnswerContext,
): Standing {
  const held = authorities.flatMap((authority): StandingRow[] => {
    const graded = inspectionsHeld(authority, context)
      .filter((visit) => at === null || isOver(visit, at))
      .flatMap((visit) => gradeOf(areas ?? ['overall'], visit, context) ?? [])[0];
    return graded ? [{ authority, ...graded }] : [];
  });
  return {
    at,
    considered: held.length,
    rows: held
      .filter(({ grade }) => grades.length === 0 || grades.includes(grade) !== negated)
      .sort((a, b) => newestFirst(a.recorded.visit, b.recorded.visit)),
  };
}

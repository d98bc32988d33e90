import type { LocalAuthority } from '../../domain/authority.js';
import type { Area, Grade } from '../../domain/judgement.js';
import { firstOf, gradeGroupsOf, says } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { mostOf } from '../operations/runs.js';
import { gradesAsked } from './asked.js';
import { type Graded, gradedOf } from './history.js';
import { isBegunIn, movementAsked } from './movement.js';
import { type Direction, isStep, type MovementAsked, stepsOf } from './steps.js';

/** A council with the full inspections that count, oldest first. */
export type TallyRow = { authority: LocalAuthority; graded: Graded[]; count: number };

/**
 * Who was given some grades at the most (or fewest) full inspections, or whose grade went some way
 * most often: all that are equal, and how many come next.
 */
export type TallyFacts = {
  which: 'most' | 'fewest';
  grades: Grade[];
  /** Which way the grade went, where steps are counted. */
  direction: Direction | null;
  areas: Area[] | null;
  rows: TallyRow[];
  /** The next count, and how many have it. */
  next: { count: number; councils: number } | null;
  considered: number;
};

export function gradesTallied(asked: AskedOfAll): TallyFacts {
  const { question, scope } = asked;
  const which = firstOf(question, 'tally') ?? 'most';
  const grades = gradeGroupsOf(question).flatMap((group) => group.grades);
  const movement =
    says(question, 'movement') && grades.length === 0 ? movementAsked(question) : null;
  const all = scope.authorities
    .map((authority) => rowOf(authority, { grades, movement }, asked))
    .filter((row) => row.graded.length > 0);
  const counted = all.map(({ authority, counts }) => ({
    authority,
    graded: counts,
    count: counts.length,
  }));
  const rows = mostOf(counted, which);
  const others = counted.filter((row) => !rows.includes(row));
  const following = mostOf(others, which);
  const [next] = following;
  return {
    which,
    grades,
    direction: movement?.direction ?? null,
    areas: gradesAsked(question).areas,
    rows,
    next: next ? { count: next.count, councils: following.length } : null,
    considered: all.length,
  };
}

function rowOf(
  authority: LocalAuthority,
  { grades, movement }: { grades: Grade[]; movement: MovementAsked | null },
  { question, context }: AskedOfAll,
): { authority: LocalAuthority; graded: Graded[]; counts: Graded[] } {
  const graded = gradedOf(authority, question, context);
  if (!movement)
    return { authority, graded, counts: graded.filter(({ grade }) => grades.includes(grade)) };
  const { filter } = gradesAsked(question);
  const counts = stepsOf(authority, question, context)
    .filter((step) => isStep(step, movement) && isBegunIn(step, filter))
    .map(({ after }) => after);
  return { authority, graded, counts };
}

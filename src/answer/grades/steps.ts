import type { LocalAuthority } from '../../domain/authority.js';
import { Grade } from '../../domain/judgement.js';
import type { Question } from '../../question/index.js';
import type { AnswerContext } from '../context.js';
import { type Graded, gradedOf } from './history.js';

/** A step from one full inspection to the next. */
export type Step = { authority: LocalAuthority; before: Graded; after: Graded };

/** Which way a grade went: "same" is the grade before, once more; "not up" that or a lower one. */
export type Direction = 'up' | 'down' | 'same' | 'not up' | 'not down' | 'any';

/**
 * Which steps a question asks for: out of some grades, to some, one way; `returned`: to one that an
 * inspection before the step had given too.
 */
export type MovementAsked = {
  from: Grade[];
  to: Grade[];
  direction: Direction;
  returned?: boolean;
};

/** The steps between a council's consecutive full inspections, oldest first. */
export function stepsOf(
  authority: LocalAuthority,
  question: Question,
  context: AnswerContext,
): Step[] {
  const graded = gradedOf(authority, question, context, false);
  return graded.slice(1).flatMap((after, i) => {
    const before = graded[i];
    return before ? [{ authority, before, after }] : [];
  });
}

/** Whether two grades are so many rungs apart, where that is asked for; one is exactly one. */
export function isSoFar(before: Grade, after: Grade, apart: number | null): boolean {
  if (apart === null) return true;
  const rungs = Math.abs(rungOf(before) - rungOf(after));
  return apart === 1 ? rungs === 1 : rungs >= apart;
}

/** "Adequate" was the third of four before its name was changed. */
const rungOf = (grade: Grade): number =>
  ['outstanding', 'good', 'requires improvement to be good', 'inadequate'].indexOf(
    grade === 'adequate' ? 'requires improvement to be good' : grade,
  );

/** How many rungs lie between the two grades of a step. */
export const rungsOf = ({ before, after }: Step): number =>
  Math.abs(rungOf(before.grade) - rungOf(after.grade));

const rankOf = (grade: Grade): number => Grade.options.indexOf(grade);

/** Whether a step is one of those asked for. */
export function isStep({ before, after }: Step, { from, to, direction }: MovementAsked): boolean {
  const rise = rankOf(before.grade) - rankOf(after.grade);
  if ((from.length > 0 && !from.includes(before.grade)) || !isAmong(after.grade, to)) return false;
  return GOES[direction](rise);
}

/** Whether a grade that rose by so many rungs went so. */
const GOES: Record<Direction, (rise: number) => boolean> = {
  up: (rise) => rise > 0,
  down: (rise) => rise < 0,
  same: (rise) => rise === 0,
  'not up': (rise) => rise <= 0,
  'not down': (rise) => rise >= 0,
  any: (rise) => rise !== 0,
};

const isAmong = (grade: Grade, grades: Grade[]): boolean =>
  grades.length === 0 || grades.includes(grade);

import type { LocalAuthority } from '../../domain/authority.js';
import { Grade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { firstOf, isMeant, type Question, says, spansOf } from '../../question/index.js';
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
  least: number | 'always';
  rows: RepeatedRow[];
  considered: number;
};

/** The councils that were given a grade at several full inspections, or at all of them. */
export function gradesRepeated({ question, scope, context }: AskedOfAll): RepeatedFacts {
  const { grades, areas } = gradesAsked(question);
  const least = leastOf(question);
  const all = scope.authorities.map((authority) => ({
    authority,
    graded: gradedOf(authority, question, context),
  }));
  const considered = all.filter(({ graded }) => graded.length > 0);
  const rows = considered.flatMap(({ authority, graded }) => {
    const so = graded.filter(({ grade }) => grades.includes(grade));
    const isListed = least === 'always' ? so.length === graded.length : so.length >= least;
    return isListed ? [{ authority, graded: so }] : [];
  });
  return { grades, areas, least, rows, considered: considered.length };
}

function leastOf(question: Question): number | 'always' {
  const said = spansOf(question, 'movement').map(({ value }) => value);
  if (said.includes('always')) return 'always';
  return firstOf(question, 'times') ?? 2;
}

/** A step from one full inspection to the next. */
export type Step = { authority: LocalAuthority; before: Graded; after: Graded };

/**
 * The steps between consecutive full inspections that a question asks for: from and to a grade, out
 * of one, up or down. `latestOnly`: only the step to each council's newest inspection counts.
 */
export type MovementFacts = {
  from: Grade | null;
  to: Grade | null;
  direction: 'up' | 'down' | 'any';
  areas: ReturnType<typeof gradesAsked>['areas'];
  latestOnly: boolean;
  /** By how many grades at least; one means exactly one. */
  apart: number | null;
  steps: Step[];
  considered: number;
};

export function gradeMovement({ question, scope, context }: AskedOfAll): MovementFacts {
  const movement = movementAsked(question);
  const stepsOf = scope.authorities.map((authority) =>
    stepsBetween(authority, gradedOf(authority, question, context, false)),
  );
  // Who is improving, as against who improved, is asked of each council's newest step.
  const latestOnly =
    spansOf(question, 'order').some(({ value }) => value === 'newest') ||
    (says(question, 'trend') && !says(question, 'movement'));
  const { filter, areas } = gradesAsked(question);
  const apart = firstOf(question, 'grades_apart');
  const steps = stepsOf
    .flatMap((own) => (latestOnly ? own.slice(-1) : own))
    .filter(({ after }) => isMeant(after.recorded.visit, filter))
    .filter((step) => isAsked(step, movement))
    .filter(({ before, after }) => isSoFar(before.grade, after.grade, apart));
  return {
    ...movement,
    areas,
    latestOnly,
    apart,
    steps,
    considered: stepsOf.filter((own) => own.length > 0).length,
  };
}

/** The rungs between two grades; "adequate" was the third of four before its name was changed. */
function isSoFar(before: Grade, after: Grade, apart: number | null): boolean {
  if (apart === null) return true;
  const rungOf = (grade: Grade) =>
    ['outstanding', 'good', 'requires improvement to be good', 'inadequate'].indexOf(
      grade === 'adequate' ? 'requires improvement to be good' : grade,
    );
  const rungs = Math.abs(rungOf(before) - rungOf(after));
  return apart === 1 ? rungs === 1 : rungs >= apart;
}

const rankOf = (grade: Grade): number => Grade.options.indexOf(grade);

function isAsked(
  { before, after }: Step,
  { from, to, direction }: Pick<MovementFacts, 'from' | 'to' | 'direction'>,
): boolean {
  const rise = rankOf(before.grade) - rankOf(after.grade);
  if (rise === 0 || (from && before.grade !== from) || (to && after.grade !== to)) return false;
  return direction === 'any' || (direction === 'up' ? rise > 0 : rise < 0);
}

/**
 * From and to which grade, and which way. One grade after "lost" or "out of" is the one before; one
 * after "dropped to" or "became" the one after.
 */
function movementAsked(question: Question): Pick<MovementFacts, 'from' | 'to' | 'direction'> {
  const movements = spansOf(question, 'movement').map(({ value }) => value);
  const [first, second] = spansOf(question, 'grade').map(({ value }) => value);
  const moved = movements.find((value) =>
    ['declined', 'improved', 'changed', 'left', 'lost', 'reached'].includes(value),
  );
  if (first && second) return { from: first, to: second, direction: 'any' };
  const trend = firstOf(question, 'trend');
  const isDown = moved === 'declined' || moved === 'lost' || (!moved && trend === 'worse');
  const isUp = moved === 'improved' || (!moved && trend === 'better');
  const direction = isDown ? 'down' : isUp ? 'up' : 'any';
  const isBefore = moved === 'left' || moved === 'lost' || firstOf(question, 'from_to') === 'from';
  return {
    from: isBefore ? (first ?? null) : null,
    to: isBefore ? null : (first ?? null),
    direction,
  };
}

function stepsBetween(authority: LocalAuthority, graded: Graded[]): Step[] {
  return graded.slice(1).flatMap((after, i) => {
    const before = graded[i];
    return before ? [{ authority, before, after }] : [];
  });
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

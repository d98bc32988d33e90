import type { LocalAuthority } from '../../domain/authority.js';
import type { Area } from '../../domain/judgement.js';
import { isNamedSo, isUngraded, type NamedKind } from '../../domain/named-kinds.js';
import { lastDayOf } from '../../domain/visit.js';
import {
  firstOf,
  gradeGroupsOf,
  isMeant,
  type Period,
  type Question,
  says,
  spansOf,
  type VisitFilter,
} from '../../question/index.js';
import { rowsKnown, type VisitRow } from '../across/visit-rows.js';
import type { AskedOfAll } from '../asked.js';
import { gradesAsked } from './asked.js';
import type { Graded } from './history.js';
import { isSoFar, isStep, type MovementAsked, rungsOf, type Step, stepsOf } from './steps.js';

/**
 * The steps between consecutive full inspections that a question asks for. `latestOnly`: only the
 * step to each council's newest inspection counts; `earlier` are the councils with such a step
 * before that one only.
 */
export type MovementFacts = MovementAsked & {
  areas: Area[] | null;
  latestOnly: boolean;
  /** When the second of the two inspections was. */
  period: Period | null;
  /** By how many grades at least; one means exactly one. */
  apart: number | null;
  /** Whether those that went furthest are asked for, which was by `apart` grades. */
  furthest: boolean;
  steps: Step[];
  earlier: LocalAuthority[];
  /** The councils with two full inspections or more that say how the grade went. */
  compared: LocalAuthority[];
  /** The kind of visit that is to lie between the two inspections, with how many are known. */
  visitsBetween: { kind: NamedKind; known: number } | null;
};

export function gradeMovement(
  asked: AskedOfAll,
  furthest = spansOf(asked.question, 'order').some(({ value }) => value === 'most'),
): MovementFacts {
  const { question, scope, context } = asked;
  const movement = movementAsked(question);
  const { filter, areas } = gradesAsked(question);
  const kind = filter.kind && isUngraded(filter.kind) ? filter.kind : null;
  const between = kind
    ? rowsKnown(asked, 'visits').filter(({ visit }) => isNamedSo(visit.kind, kind))
    : null;
  const least = firstOf(question, 'grades_apart');
  const all = scope.authorities.map((authority) => stepsOf(authority, question, context));
  const isSo = (step: Step, i: number, own: Step[]) =>
    isBegunIn(step, kind ? { ...filter, kind: null } : filter) &&
    isStep(step, movement) &&
    (!between || between.some((row) => liesBetween(row, step))) &&
    (!movement.returned || own.slice(0, i).some(({ before }) => isSameGrade(before, step))) &&
    isSoFar(step.before.grade, step.after.grade, least);
  const latestOnly = isOfLatest(question, movement);
  const counted = (own: Step[]) => {
    const so = own.filter(isSo);
    return latestOnly ? so.filter((step) => step === own.at(-1)) : so;
  };
  const steps = all.flatMap(counted);
  const far = Math.max(0, ...steps.map(rungsOf));
  return {
    ...movement,
    areas,
    latestOnly,
    period: filter.period,
    apart: furthest && far > 0 ? far : least,
    furthest,
    steps: furthest ? steps.filter((step) => rungsOf(step) === far) : steps,
    earlier: all.flatMap((own) =>
      latestOnly && counted(own).length === 0 && own.some(isSo)
        ? own.slice(0, 1).map(({ authority }) => authority)
        : [],
    ),
    compared: all.flatMap((own) => own.slice(0, 1).map(({ authority }) => authority)),
    visitsBetween: kind && between && { kind, known: between.length },
  };
}

/** Whether a visit lies between the two inspections of a step. */
const liesBetween = ({ authority, visit }: VisitRow, { before, after, ...step }: Step): boolean =>
  authority.urn === step.authority.urn &&
  lastDayOf(before.recorded.visit) < lastDayOf(visit) &&
  lastDayOf(visit) < lastDayOf(after.recorded.visit);

const isSameGrade = (earlier: Graded, { after }: Step): boolean => earlier.grade === after.grade;

/** Whether the later inspection of a step began in the time asked about: so each is of one year. */
export const isBegunIn = ({ after }: Step, filter: VisitFilter): boolean => {
  const { visit } = after.recorded;
  return isMeant({ ...visit, end: visit.start ?? visit.end }, filter);
};

/**
 * Whether each council's newest step alone counts: where the newest or the one before it is said,
 * and where nothing but the way is ("who has gone downhill"), for people mean the newest visit
 * unless they name grades, a time or how far.
 */
function isOfLatest(question: Question, { from, to, direction }: MovementAsked): boolean {
  const orders = spansOf(question, 'order').map(({ value }) => value);
  if (orders.includes('newest') || orders.includes('previous')) return true;
  const movements = spansOf(question, 'movement').map(({ value }) => value);
  if (movements.some((value) => value === 'fallen' || value === 'ever')) return false;
  if (says(question, 'period', 'grades_apart', 'times', 'streak', 'tally')) return false;
  return direction === 'same' || (from.length === 0 && to.length === 0);
}

/**
 * From and to which grades, and which way. One grade after "lost" or "out of" is the one before;
 * one after "dropped to" or "became" the one after; of two, the first was unless a word says other.
 */
export function movementAsked(question: Question): MovementAsked {
  const movements = spansOf(question, 'movement');
  // "Gone two grades up": the way counts, and not that they went.
  const ways = movements.filter(({ value }) => MOVED.has(value));
  const moved = (ways.find(({ value }) => value !== 'changed') ?? ways[0])?.value;
  const [first, second] = gradeGroupsOf(question);
  if (moved === 'unchanged') {
    const grades = first?.grades ?? [];
    return { from: grades, to: grades, direction: 'same' };
  }
  const returned = moved === 'returned';
  if (first && second) {
    const isReversed = first.role === 'to' || (second.role === 'from' && first.role === null);
    const [was, came] = isReversed ? [second, first] : [first, second];
    return { from: was.grades, to: came.grades, direction: 'any', returned };
  }
  if (moved === 'not_improved' || moved === 'not_declined') {
    const from = first?.grades ?? [];
    return { from, to: [], direction: moved === 'not_improved' ? 'not up' : 'not down' };
  }
  const trend = firstOf(question, 'trend');
  const isDown =
    moved === 'declined' || moved === 'fallen' || moved === 'lost' || (!moved && trend === 'worse');
  const isUp = moved === 'improved' || (!moved && trend === 'better');
  const direction = isDown ? 'down' : isUp ? 'up' : 'any';
  const grades = first?.grades ?? [];
  // No council rises to the lowest grade, or falls to the highest: it had that one.
  const cannotCome =
    (isUp && grades.every((grade) => grade === 'inadequate')) ||
    (isDown && grades.every((grade) => grade === 'outstanding'));
  const isBefore = moved === 'left' || moved === 'lost' || first?.role === 'from' || cannotCome;
  return { from: isBefore ? grades : [], to: isBefore ? [] : grades, direction, returned };
}

const MOVED: ReadonlySet<string> = new Set([
  'declined',
  'fallen',
  'improved',
  'unchanged',
  'not_improved',
  'not_declined',
  'changed',
  'left',
  'lost',
  'reached',
  'returned',
]);

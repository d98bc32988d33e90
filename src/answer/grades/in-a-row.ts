import type { LocalAuthority } from '../../domain/authority.js';
import type { Area, Grade } from '../../domain/judgement.js';
import { firstOf, gradeGroupsOf, type Question, says, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { longestRun, newestRun } from '../operations/runs.js';
import { gradesAsked } from './asked.js';
import { type Graded, gradedOf } from './history.js';
import { movementAsked } from './movement.js';
import { type Direction, isStep, stepsOf } from './steps.js';

/** A council with the inspections of a run, oldest first. */
export type RunRow = { authority: LocalAuthority; graded: Graded[] };

/**
 * The councils with one of `grades` (one and the same, where none is named) at so many full
 * inspections in a row, or whose grade went one way so many times in a row. `latest`: the newest
 * ones.
 */
export type InARowFacts = {
  grades: Grade[];
  direction: Exclude<Direction, 'any'> | null;
  areas: Area[] | null;
  count: number;
  latest: boolean;
  rows: RunRow[];
  /** Councils with so many inspections that have a grade. */
  considered: number;
};

export function gradesInARow({ question, scope, context }: AskedOfAll): InARowFacts {
  const { count, latest: areLatest } = firstOf(question, 'streak') ?? { count: 2, latest: false };
  const grades = gradeGroupsOf(question).flatMap((group) => group.grades);
  const movement = movementAsked(question);
  const way = says(question, 'movement') && grades.length === 0 ? movement.direction : 'any';
  const direction = way === 'any' ? null : way;
  const latest = areLatest || spansOf(question, 'order').some(({ value }) => value === 'newest');
  const least = direction === 'up' || direction === 'down' ? count + 1 : count;
  const run = latest ? newestRun : longestRun;
  let considered = 0;
  const rows = scope.authorities.flatMap((authority): RunRow[] => {
    const graded = gradedOf(authority, question, context, false);
    if (graded.length >= least) considered++;
    const own =
      direction === 'up' || direction === 'down'
        ? runOfSteps(authority, question, { run, context, direction })
        : grades.length > 0
          ? run(graded, ({ grade }) => grades.includes(grade))
          : sameOf(graded, latest);
    return own.length >= least ? [{ authority, graded: own }] : [];
  });
  return { grades, direction, areas: gradesAsked(question).areas, count, latest, rows, considered };
}

type How = {
  run: typeof longestRun;
  context: AskedOfAll['context'];
  direction: 'up' | 'down';
};

/** The inspections of the steps that went one way in a row. */
function runOfSteps(
  authority: LocalAuthority,
  question: Question,
  { run, context, direction }: How,
): Graded[] {
  const steps = run(stepsOf(authority, question, context), (step) =>
    isStep(step, { from: [], to: [], direction }),
  );
  const [first] = steps;
  return first ? [first.before, ...steps.map(({ after }) => after)] : [];
}

/** The longest run of any one grade, or the newest. */
function sameOf(graded: Graded[], latest: boolean): Graded[] {
  const runs = [...new Set(graded.map(({ grade }) => grade))].map((grade) =>
    (latest ? newestRun : longestRun)(graded, (each) => each.grade === grade),
  );
  return runs.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

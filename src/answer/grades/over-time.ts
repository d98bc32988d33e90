import { type Area, Grade } from '../../domain/judgement.js';
import { firstOf, isOver, type Period } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { countsOf, inspectionRows, newestOfEach } from '../operations/rows.js';
import { type GradesAsked, gradesAsked } from './asked.js';

/** How many of the councils graded by the end of a year, or now (`null`), had each grade. */
export type StateOfGrades = { year: number | null; total: number; counts: number[] };

/**
 * The newest grades that councils had at the end of each year, oldest first and now last: in
 * `areas`, from the first full inspection or from the time that the question names.
 */
export type GradesOverTimeFacts = {
  asked: GradesAsked;
  areas: Area[];
  grades: Grade[];
  states: StateOfGrades[];
};

export function gradesOverTime({ question, scope, context }: AskedOfAll): GradesOverTimeFacts {
  const asked = gradesAsked(question);
  const areas = asked.areas ?? ['overall'];
  const rows = inspectionRows(scope.authorities, areas, context);
  const grades = Grade.options.filter((grade) => rows.some((row) => row.grade === grade));
  const years = rows.map(({ visit }) => yearOf(visit.period));
  const named = firstOf(question, 'period');
  const first = Math.max(Math.min(...years), named ? yearOf(named.from) : 0);
  const last = Math.min(Math.max(...years), named ? yearOf(named.to) : Number.POSITIVE_INFINITY);
  const stateAt = (year: number | null): StateOfGrades => {
    const own = newestOfEach(
      rows.filter(({ visit }) => year === null || isOver(visit, endOf(year))),
    );
    return { year, total: own.length, counts: countsOf(own, grades) };
  };
  const each = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  return { asked, areas, grades, states: rows.length > 0 ? [...each, null].map(stateAt) : [] };
}

const yearOf = (date: string): number => Number(date.slice(0, 'yyyy'.length));

const endOf = (year: number): Period => ({
  from: `${year}-12`,
  to: `${year}-12`,
  label: `at the end of ${year}`,
});

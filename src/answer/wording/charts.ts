import { areaPhrase } from '../../domain/areas.js';
import { capitalised } from '../../domain/citation.js';
import { Grade } from '../../domain/judgement.js';
import { says } from '../../question/index.js';
import type { Chart } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import { isNewest } from '../grades/asked.js';
import type { GroupFacts } from '../grades/by-group.js';
import { councilsOf } from '../grades/council-grades.js';
import type { GradeListFacts } from '../grades/list.js';
import type { GradesOverTimeFacts } from '../grades/over-time.js';
import type { TabulatedFacts } from '../grades/tabulated.js';
import type { Scope } from '../scope.js';
import { shortGrade } from './grade-grid.js';

const gradeName = (grade: Grade): string => capitalised(shortGrade(grade));

/** Characters that the title of a chart may have. */
const TITLE = 50;

/**
 * What is counted, in which area and of which councils, as far as there is room; the caption of the
 * table has all of it.
 */
const titleOf = (what: string, forArea: string, where = ''): string =>
  [`${what}${forArea}${where}`, `${what}${forArea}`].find(({ length }) => length <= TITLE) ??
  `${what} in what was asked about`;

/** A chart of fewer bars than two says less than the headline. */
const worthDrawing = (chart: Chart): Chart | null =>
  chart.categories.length * chart.series.length > 1 ? chart : null;

/** ", London": of which councils, where not of all. */
const whereSaid = ({ places, type }: Pick<Scope, 'places' | 'type'>): string =>
  [type, ...places].flatMap((each) => (each ? [`, ${each}`] : [])).join('');

/** How many councils have which newest grade, where a number is asked for or no grade is named. */
export function gradeCountsChart(
  { asked, all, wanted }: GradeListFacts,
  { question, scope }: AskedOfAll,
): Chart | null {
  const isCount = says(question, 'quantity') || wanted.length === 0;
  if (!isCount || !isNewest(asked)) return null;
  const counts = Grade.options
    .map((grade) => ({
      name: gradeName(grade),
      count: councilsOf(all.filter((row) => row.grade === grade)).length,
    }))
    .filter(({ count }) => count > 0);
  return worthDrawing({
    title: titleOf('Newest grades', ` ${areaPhrase(asked.areas)}`, whereSaid(scope)),
    categories: counts.map(({ name }) => name),
    series: [{ name: 'Councils', values: counts.map(({ count }) => count) }],
  });
}

/** How many have each grade in each region, type of council, area or year. */
export function tabulatedChart(
  { by, areas, grades, rows }: TabulatedFacts,
  { scope }: AskedOfAll,
): Chart | null {
  const forArea = by === 'area' ? '' : ` ${areaPhrase(areas)}`;
  const what = by === 'year' ? 'Grades given' : 'Newest grades';
  return worthDrawing({
    title: titleOf(what, forArea, whereSaid(scope)),
    categories: rows.map(({ name }) => name),
    series: grades.map((grade, i) => ({
      name: gradeName(grade),
      values: rows.map(({ counts }) => counts[i] ?? 0),
    })),
  });
}

/** How many councils had each grade as their newest at the end of each year. */
export function statesChart(
  { areas, grades, states }: GradesOverTimeFacts,
  { scope }: AskedOfAll,
): Chart | null {
  return worthDrawing({
    title: titleOf('Newest grades', ` ${areaPhrase(areas)}`, whereSaid(scope)),
    categories: states.map(({ year }) => (year === null ? 'now' : String(year))),
    series: grades.map((grade, i) => ({
      name: gradeName(grade),
      values: states.map(({ counts }) => counts[i] ?? 0),
    })),
  });
}

/** How many councils of each group have a grade; shares are not drawn. */
export function groupChart({ asked, by, measure, rows }: GroupFacts): Chart | null {
  const [grade, ...others] = asked.grades;
  if (measure === 'share' || !grade || others.length > 0) return null;
  const forArea = by === 'area' ? '' : ` ${areaPhrase(asked.areas)}`;
  return worthDrawing({
    title: titleOf(`Councils graded ${shortGrade(grade)}`, forArea),
    categories: rows.map(({ group }) => group),
    series: [{ name: gradeName(grade), values: rows.map(({ names }) => names.length) }],
  });
}

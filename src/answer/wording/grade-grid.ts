import type { LocalAuthority } from '../../domain/authority.js';
import { capitalised } from '../../domain/citation.js';
import { formatMonth } from '../../domain/dates.js';
import { FRAMEWORKS, frameworkOf, isGraded, schemaOf } from '../../domain/frameworks.js';
import { areaName, isGrade, type JudgementGrade } from '../../domain/judgement.js';
import { type Visit, visitDates, visitName, yearOf } from '../../domain/visit.js';
import type { GradeGrid, GridCell, GridVisit } from '../answer.js';
import type { AreaAtVisit, GradeHistory } from '../one-council/grade-history.js';
import { counted } from './phrases.js';

/** The words of a cell whose grade no document held tells. */
const NOT_HELD = 'not held';

/** A council's judgements as the words of a grid; null where the record has none. */
export function wordGradeGrid(
  { name }: LocalAuthority,
  { visits, rows }: GradeHistory,
): GradeGrid | null {
  const [first, last] = [visits[0], visits.at(-1)];
  if (rows.length === 0 || !first || !last) return null;
  const [from, to] = [yearOf(first), yearOf(last)];
  const years = from === to ? from : `${from} to ${to}`;
  const shown = {
    visits: visits.map((visit, i) => gridVisit(visit, rows, i)),
    rows: rows.map(({ area, cells }) => ({ area: areaName(area), cells: cells.map(gridCell) })),
  };
  return {
    title: `${name}: Ofsted’s visits and grades, ${years}`,
    summary: `Grid of Ofsted’s grades of ${name}: ${counted(visits.length, 'visit', 'visits')}, newest first, by area. Each grade is of its own visit.`,
    ...shown,
    legend: legendOf(shown),
  };
}

type Rows = GradeHistory['rows'];

function gridVisit(visit: Visit, rows: Rows, column: number): GridVisit {
  const cells = rows.flatMap(({ area, cells: own }) => {
    const cell = own[column];
    return cell ? [{ area: areaName(area), cell }] : [];
  });
  const without = withoutGrades(cells.map(({ cell }) => cell));
  const kind = capitalised(visitName(visit));
  const framework = isGraded(visit.kind) ? frameworkLabel(visit) : null;
  const title = `${visitDates(visit)}, ${visitName(visit)}${framework ? ` (${framework})` : ''}`;
  return {
    dates: visitDates(visit),
    kind,
    framework,
    without,
    said: `${title}: ${without ?? gradesSaid(cells)}.`,
  };
}

/** What stands in the place of the cells of a visit that has no grades. */
function withoutGrades(cells: AreaAtVisit[]): string | null {
  const is = (kind: AreaAtVisit['is']) => cells.every((cell) => cell.is === kind);
  if (is('ungraded visit')) return 'gives no grade';
  return is('no document') ? 'no document held' : null;
}

/** "inadequate: Overall effectiveness, Help and protection; good: Care leavers" */
function gradesSaid(cells: { area: string; cell: AreaAtVisit }[]): string {
  const areasBy = new Map<string, string[]>();
  for (const { area, cell } of cells) {
    const said = cell.is === 'graded' ? cell.grades.join(' or ') : gridCell(cell).text;
    if (said) areasBy.set(said, [...(areasBy.get(said) ?? []), area]);
  }
  return [...areasBy].map(([said, areas]) => `${said}: ${areas.join(', ')}`).join('; ');
}

function gridCell(cell: AreaAtVisit): GridCell {
  if (cell.is !== 'graded') return { text: cell.is === 'not held' ? NOT_HELD : '', grade: null };
  const [grade, ...others] = cell.grades;
  const text = cell.grades.map(gradeWord).join(' or ');
  return { text, grade: grade && isGrade(grade) && others.length === 0 ? grade : null };
}

const gradeWord = (grade: JudgementGrade): string => (isGrade(grade) ? capitalised(grade) : grade);

/** A grade, or what tells of grades, without the words that add nothing to it. */
export const shortGrade = (said: string): string => said.replace(' to be good', '');

/**
 * The framework of a visit with its time, where its kind has several: "ILACS from 2023", "single
 * inspection framework".
 */
function frameworkLabel(visit: Visit): string {
  const row = frameworkOf(visit);
  const hasSeveral = FRAMEWORKS.filter(({ kind }) => kind === row.kind).length > 1;
  return hasSeveral && row.from ? `${row.kind} from ${formatMonth(row.from)}` : schemaOf(row);
}

type Shown = Pick<GradeGrid, 'visits' | 'rows'>;

/** What a missing area and “not held” mean. */
function legendOf({ visits, rows }: Shown): string[] {
  const graded = visits.flatMap(({ framework, without }, i) =>
    without === null ? [{ framework, texts: rows.map(({ cells }) => cells[i]?.text ?? '') }] : [],
  );
  const texts = graded.flatMap((visit) => visit.texts);
  const given = graded.filter((visit) => visit.texts.some((text) => text && text !== NOT_HELD));
  const frameworks = new Set(given.map(({ framework }) => framework));
  return [
    ...(texts.includes('') ? ['An area that is not named was not graded then.'] : []),
    ...(texts.includes(NOT_HELD)
      ? ['“not held”: the framework grades the area, and no document held tells how.']
      : []),
    ...(frameworks.size > 1 ? ['Grades of different frameworks are not one series.'] : []),
  ];
}

/** The newest so many visits of a grid, which says where the others are. */
export function newestVisits(grid: GradeGrid, count: number): GradeGrid {
  const all = grid.visits.length;
  if (count >= all) return grid;
  const visits = grid.visits.slice(all - count);
  const rows = grid.rows
    .map(({ area, cells }) => ({ area, cells: cells.slice(all - count) }))
    .filter(({ cells }) => cells.some(({ text }) => text !== ''));
  const shown = count === 1 ? 'The newest' : `The newest ${count}`;
  return {
    ...grid,
    visits,
    rows,
    legend: legendOf({ visits, rows }),
    note: `${shown} of ${all} visits; all are in the table.`,
  };
}

import type { LocalAuthority } from '../../domain/authority.js';
import { capitalised } from '../../domain/citation.js';
import { formatMonth } from '../../domain/dates.js';
import { FRAMEWORKS, frameworkOf, isGraded, schemaOf } from '../../domain/frameworks.js';
import { areaName, isGrade, type JudgementGrade } from '../../domain/judgement.js';
import { type Visit, visitDates, visitName, yearOf } from '../../domain/visit.js';
import type { GradeGrid, GridCell, GridVisit } from '../answer.js';
import type { AreaAtVisit, GradeHistory } from '../one-council/grade-history.js';
import { counted } from './phrases.js';

/** A council's judgements as the words of a grid; null where the record has none. */
export function wordGradeGrid(
  { name }: LocalAuthority,
  { visits, rows }: GradeHistory,
): GradeGrid | null {
  const [first, last] = [visits[0], visits.at(-1)];
  if (rows.length === 0 || !first || !last) return null;
  const [from, to] = [yearOf(first), yearOf(last)];
  const years = from === to ? from : `${from} to ${to}`;
  return {
    title: `${name}: Ofsted’s visits and grades, ${years}`,
    summary: `Grid of Ofsted’s grades of ${name}: ${counted(visits.length, 'visit', 'visits')}, newest first, by area. Each grade is of its own visit.`,
    visits: visits.map((visit, i) => gridVisit(visit, rows, i)),
    rows: rows.map(({ area, cells }) => ({ area: areaName(area), cells: cells.map(gridCell) })),
    legend: legendOf(visits, rows),
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
  if (cell.is !== 'graded') return { text: cell.is === 'not held' ? 'not held' : '', grade: null };
  const [grade, ...others] = cell.grades;
  const text = cell.grades.map(gradeWord).join(' or ');
  return { text, grade: grade && isGrade(grade) && others.length === 0 ? grade : null };
}

/** "Requires improvement": the legend has the whole of it. */
const gradeWord = (grade: JudgementGrade): string =>
  isGrade(grade) ? capitalised(shortGrade(grade)) : grade;

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

/** What a missing area and short words mean. */
function legendOf(visits: Visit[], rows: Rows): string[] {
  const cells = rows.flatMap(({ cells: own }) => own);
  const has = (is: AreaAtVisit['is']) => cells.some((cell) => cell.is === is);
  const given = cells.flatMap((cell) => (cell.is === 'graded' ? cell.grades : []));
  const frameworks = new Set(
    visits
      .filter((_, i) => rows.some(({ cells: own }) => own[i]?.is === 'graded'))
      .map(frameworkLabel),
  );
  return [
    ...(given.includes('requires improvement to be good')
      ? ['“Requires improvement” is short for “requires improvement to be good”.']
      : []),
    ...(has('not of this visit')
      ? [
          'An area that is not named was not graded at that visit: frameworks differ in what they grade.',
        ]
      : []),
    ...(has('not held')
      ? ['“not held”: the framework grades the area, and no document held tells how.']
      : []),
    ...(frameworks.size > 1 ? ['Grades of different frameworks are not one series.'] : []),
  ];
}

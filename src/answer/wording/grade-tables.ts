import { areaPhrase } from '../../domain/areas.js';
import { capitalised, citeJudgement } from '../../domain/citation.js';
import { formatMonth } from '../../domain/dates.js';
import { lastDayOf } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import type { HeldLongestFacts, HeldRow } from '../grades/held-longest.js';
import type { TabulatedFacts, TabulatedRow } from '../grades/tabulated.js';
import { atRank } from '../operations/runs.js';
import { tabulatedChart } from './charts.js';
import { gradeAnswer, inspectionOf, quotedGrades } from './grade-history.js';
import { documentOfJudgement } from './grade-list.js';
import { listed } from './phrases.js';
import { afterSaid, rankSaid } from './ranks.js';

const BY = {
  region: { by: 'by region', row: 'Region' },
  council_type: { by: 'by type of council', row: 'Type of council' },
  area: { by: 'by area', row: 'Area' },
  year: { by: 'by year', row: 'Year' },
  named: { by: 'side by side', row: 'Councils of' },
} as const;

/** "Newest grades overall by region: 33 outstanding, 67 good … of 153 councils". */
export function wordTabulated(facts: TabulatedFacts, asked: AskedOfAll): Answer {
  const { by, grades, rows, areas } = facts;
  const { row: head, by: grouping } = BY[by];
  const forArea = by === 'area' ? '' : ` ${areaPhrase(areas)}`;
  const isYear = by === 'year';
  const wanted = facts.asked.grades;
  const some = wanted.length > 0 && wanted.length < grades.length;
  const answer = gradeAnswer(
    asked,
    [],
    headlineOf(facts),
    [
      isYear
        ? 'How this was counted: all full inspections held that gave a grade, in the year of their last day.'
        : `How this was counted: each council once, by its newest full inspection held that graded the area.`,
    ],
    {
      caption: `${isYear ? 'Grades given' : 'Newest grades'}${forArea}, ${grouping}`,
      columns: [
        head,
        isYear ? 'Full inspections' : 'Councils',
        ...grades.map(capitalised),
        ...(some ? [`Share ${quotedGrades(wanted)}`] : []),
      ],
      rows: rows.map((each) => [
        each.name,
        String(each.total),
        ...each.counts.map(String),
        ...(some ? [percent(countOf(each, facts), each.total)] : []),
      ]),
    },
  );
  if (rows.length === 0) return { ...answer, status: 'nothing_found', reason: 'report_silent' };
  const chart = tabulatedChart(facts, asked);
  return chart ? { ...answer, chart } : answer;
}

const countOf = ({ counts }: TabulatedRow, { grades, asked }: TabulatedFacts): number =>
  counts.reduce((sum, count, i) => {
    const grade = grades[i];
    return grade && asked.grades.includes(grade) ? sum + count : sum;
  }, 0);

const percent = (part: number, whole: number): string =>
  whole === 0 ? '' : `${Math.round((100 * part) / whole)} %`;

function headlineOf(facts: TabulatedFacts): string {
  const { by, rows, areas, grades, asked } = facts;
  const forArea = by === 'area' ? '' : ` ${areaPhrase(areas)}`;
  const { by: grouping } = BY[by];
  if (asked.grades.length > 0) {
    const way = facts.fewest ? -1 : 1;
    // The record has the first and the last year in part alone.
    const whole = (facts.fewest || facts.byShare) && by === 'year' ? rows.slice(1, -1) : rows;
    const sizeOf = (row: TabulatedRow) =>
      facts.byShare ? countOf(row, facts) / Math.max(1, row.total) : countOf(row, facts);
    const ordered = [...whole].sort((a, b) => (sizeOf(b) - sizeOf(a)) * way);
    const [best] = ordered;
    const equal = ordered.filter((row) => best && sizeOf(row) === sizeOf(best));
    const each = equal.map(
      (row) =>
        `${row.name} (${countOf(row, facts)} of ${row.total}, ${percent(countOf(row, facts), row.total)})`,
    );
    const extreme = facts.byShare ? 'highest share' : facts.fewest ? 'fewest' : 'most';
    const most = best ? `${extreme} in ${listed(each)}` : 'none';
    return `Graded ${quotedGrades(asked.grades)}${forArea} ${grouping}: ${most}.`;
  }
  if (by === 'area') {
    return `Newest grades in each of ${rows.length} areas, by how many councils have which; areas differ between frameworks.`;
  }
  if (by === 'named')
    return `Newest grades${forArea}: ${rows.map((row) => eachSaid(row, facts)).join('; ')}.`;
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const counts = grades.map(
    (grade, i) =>
      `${rows.reduce((sum, row) => sum + (row.counts[i] ?? 0), 0)} ${grade.replace(' to be good', '')}`,
  );
  return by === 'year'
    ? `Grades given${forArea} at ${total} full inspections, by year: ${counts.join(', ')}.`
    : `Newest grades${forArea} of ${total} councils, ${grouping}: ${counts.join(', ')}.`;
}

/** "London 14 outstanding, 15 good, 2 requires improvement, 2 inadequate" */
const eachSaid = ({ name, counts }: TabulatedRow, { grades }: TabulatedFacts): string =>
  `${name} ${grades
    .flatMap((grade, i) => (counts[i] ? `${counts[i]} ${grade.replace(' to be good', '')}` : []))
    .join(', ')}`;

/** "Camden has held “outstanding” overall longest: since November 2017 (2,900 days)". */
export function wordHeldLongest(
  { asked: grades, rows, rank }: HeldLongestFacts,
  asked: AskedOfAll,
): Answer {
  const what = `${quotedGrades(grades.grades)} ${areaPhrase(grades.areas)}`;
  const { above, at } = atRank(rows, rank, (a, b) => a.days === b.days);
  const [first] = at;
  const nameOf = ({ newest }: HeldRow) => newest.authority.name;
  const answer = gradeAnswer(
    asked,
    rows.map(({ newest: { authority } }) => ({ authority })),
    first
      ? `${at.map(nameOf).join(' and ')} ${at.length > 1 ? 'have' : 'has'} held ${what} ${rankSaid(rank)}longest: since ${formatMonth(lastDayOf(first.first.visit).slice(0, 7))}, ${first.days} days${afterSaid(above.map(nameOf))}.`
      : `No council’s newest grade held is ${what}.`,
    [
      'How this was counted: days from the last day of the first of the inspections in a row that gave it, up to today, by the full inspections held; between them the grade stood.',
    ],
    {
      caption: `Councils whose newest grade is ${what}, who has held it longest first`,
      columns: ['Council', 'Since', 'Days', 'Newest inspection', 'Document'],
      rows: rows.map(({ first: from, newest, days }) => [
        newest.authority.name,
        inspectionOf(from.visit),
        String(days),
        inspectionOf(newest.visit),
        documentOfJudgement(newest.recorded),
      ]),
    },
  );
  return { ...answer, citations: rows.map(({ newest }) => citeJudgement(newest.recorded)) };
}

import { areaPhrase } from '../../domain/areas.js';
import { citeJudgement } from '../../domain/citation.js';
import { formatMonth } from '../../domain/dates.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import type { Graded } from '../grades/history.js';
import type { InARowFacts } from '../grades/in-a-row.js';
import type { TallyFacts } from '../grades/tally.js';
import { gradeAnswer, inspectionOf, namesOf, quotedGrades } from './grade-history.js';
import { WAYS } from './grade-movement.js';
import { headlineWith } from './phrases.js';
import { outOf } from './scope.js';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];
const numberOf = (count: number): string => NUMBERS[count] ?? String(count);

const FULL =
  'Full inspections alone are counted, by the reports in this record; re-inspections are full inspections.';

/** "6 of 153 councils … were graded “good” overall at three full inspections in a row". */
export function wordInARow(facts: InARowFacts, asked: AskedOfAll): Answer {
  const { rows, grades, direction, areas, count, latest, considered } = facts;
  const which = latest
    ? `at ${rows.length > 1 ? 'their' : 'its'} ${numberOf(count)} newest full inspections`
    : `at ${numberOf(count)} full inspections in a row or more`;
  const what = direction
    ? `with a grade ${areaPhrase(areas)} that ${WAYS[direction]} ${numberOf(count)} times in a row`
    : `graded ${grades.length > 0 ? quotedGrades(grades) : 'the same'} ${areaPhrase(areas)} ${which}`;
  const were = rows.length > 1 ? 'were' : 'was';
  const answer = gradeAnswer(
    asked,
    rows,
    headlineWith(
      `${outOf(rows.length, asked.scope)} ${direction ? (rows.length > 1 ? 'are those' : 'is one') : were} ${what}`,
      namesOf(rows),
    ),
    [
      `Counted: inspections that follow each other, with none between.${latest ? '' : ' The run need not reach the newest.'} ${FULL}`,
      `${considered} of these councils have so many with a grade ${areaPhrase(areas)} in this record.`,
    ],
    {
      caption: `Councils ${what}`,
      columns: ['Council', 'In a row', 'Inspections'],
      rows: rows.map(({ authority, graded }) => [
        authority.name,
        String(direction === 'up' || direction === 'down' ? graded.length - 1 : graded.length),
        datedGrades(graded, grades.length !== 1),
      ]),
    },
  );
  return { ...answer, citations: citationsOf(rows) };
}

/** "Graded “inadequate” overall the most often: 11 councils, at 2 full inspections each". */
export function wordTallied(facts: TallyFacts, asked: AskedOfAll): Answer {
  const { which, grades, direction, areas, rows, next, considered } = facts;
  const [first] = rows;
  const often = which === 'most' ? 'the most often' : 'the least often';
  const what = direction
    ? `Grade ${areaPhrase(areas)} that ${WAYS[direction]} ${often}`
    : `Graded ${quotedGrades(grades)} ${areaPhrase(areas)} ${often}`;
  const times = (count: number) =>
    direction ? `${count} ${count === 1 ? 'time' : 'times'}` : `at ${count} full inspections`;
  const answer = gradeAnswer(
    asked,
    rows,
    first
      ? headlineWith(
          `${what}: ${rows.length === 1 ? 'one council' : `${rows.length} councils`}, ${times(first.count)}${rows.length > 1 ? ' each' : ''}`,
          namesOf(rows),
        )
      : `No council in this record: ${what.toLowerCase()}.`,
    [
      ...(next ? [`Next: ${next.councils} with ${next.count}.`] : []),
      FULL,
      `${considered} of these councils have a grade ${areaPhrase(areas)} in this record.`,
    ],
    {
      caption: what,
      columns: ['Council', 'How often', 'Inspections'],
      rows: rows.map(({ authority, graded, count }) => [
        authority.name,
        String(count),
        datedGrades(graded, grades.length !== 1),
      ]),
    },
  );
  return { ...answer, citations: citationsOf(rows) };
}

const datedGrades = (graded: Graded[], withGrades: boolean): string =>
  graded
    .map(({ recorded, grade }) =>
      withGrades
        ? `${grade} (${formatMonth(recorded.visit.period)})`
        : inspectionOf(recorded.visit),
    )
    .join('; ');

const citationsOf = (rows: { graded: Graded[] }[]) =>
  rows.flatMap(({ graded }) => graded.map(({ recorded }) => citeJudgement(recorded)));

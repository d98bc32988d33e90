import { areaPhrase } from '../../domain/areas.js';
import { formatMonth } from '../../domain/dates.js';
import { visitBrief, visitDates } from '../../domain/visit.js';
import type { CoverageFacts, InspectorsFacts, IntervalFacts, VisitRow } from '../across/visited.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import { quotedGrades } from './grade-history.js';
import { headlineWith } from './phrases.js';
import { allOf } from './scope.js';
import { visitsAnswerOf, visitsSaid } from './visited.js';

const DAYS_A_YEAR = 365.25;

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

/** "On average 4.1 years lie between two full inspections of a council" */
export function wordIntervals(facts: IntervalFacts, asked: AskedOfAll) {
  const { days, median, councils, rows, grades, areas } = facts;
  const years = (days / DAYS_A_YEAR).toFixed(1);
  const middle = Math.round((12 * median) / DAYS_A_YEAR);
  const months = Math.round((12 * days) / DAYS_A_YEAR);
  const graded =
    grades.length > 0 ? `graded ${quotedGrades(grades)} ${areaPhrase(areas ?? ['overall'])}` : null;
  const between = graded
    ? `a full inspection ${graded} and the council’s next`
    : 'two full inspections of a council';
  return visitsAnswerOf(
    asked,
    rows.length > 0
      ? `On average ${years} years (${months} months; the median is ${middle}) lie between ${between}: ${counted(rows.length, 'interval')} of ${counted(councils, 'council')} in this record.`
      : `This record holds no ${graded ? `full inspection ${graded} with one after it` : 'two full inspections of one council'}.`,
    [
      `How this was counted: ${counted(rows.length, 'such interval')} of ${counted(councils, 'council')}, from the last day of one full inspection to the last day of the next, by the reports in this record. The mean is ${Math.round(days)} days and the median ${Math.round(median)}.`,
      ...(graded ? ['Whoever has not been inspected again is not counted yet.'] : []),
    ],
    rows.length > 0
      ? {
          caption: `Intervals between consecutive full inspections${graded ? `, the first ${graded}` : ''}, longest first`,
          columns: ['Council', 'From', 'To', 'Days'],
          rows: rows.map((each) => [
            each.authority.name,
            visitDates(each.before),
            visitDates(each.after),
            String(each.days),
          ]),
        }
      : null,
    [],
  );
}

/** "Neil Penswick led the most: 15 full inspections in this record". */
export function wordInspectors(facts: InspectorsFacts, asked: AskedOfAll): Answer {
  const { rows } = facts;
  const [first] = rows;
  const equal = rows.filter(({ visits }) => visits.length === first?.visits.length);
  const what = visitsSaid({ ...facts, lead: null });
  const leaders =
    equal.length > 2 ? `${equal.length} inspectors` : equal.map(({ name }) => name).join(' and ');
  const headline = first
    ? `${leaders} led the most ${what} in this record${asked.scope.places.length > 0 ? ` (${asked.scope.places.join(' and ')})` : ''}: ${first.visits.length}${equal.length > 1 ? ' each' : ''}.`
    : `This record names no lead inspector of ${what}.`;
  return visitsAnswerOf(
    asked,
    headline,
    ['Names are as the reports print them; one person may be printed in two ways.'],
    rows.length > 0
      ? {
          caption: `Lead inspectors of ${what}`,
          columns: ['Lead inspector', 'How many', 'First and last'],
          rows: rows.map(({ name, visits }) => [name, String(visits.length), spanOf(visits)]),
        }
      : null,
    [],
  );
}

function spanOf(visits: VisitRow[]): string {
  const [newest, oldest] = [visits[0], visits.at(-1)];
  if (!newest || !oldest) return '';
  const said = ({ authority, visit }: VisitRow) =>
    `${authority.name}, ${formatMonth(visit.period)}`;
  return newest === oldest ? said(newest) : `${said(oldest)} to ${said(newest)}`;
}

/** "This record covers 153 councils: names". */
export function wordCoverage({ rows }: CoverageFacts, asked: AskedOfAll): Answer {
  const { scope } = asked;
  const places = scope.places.length > 0 ? `${scope.places.join(' and ')} ` : '';
  const which =
    rows.length === 1 ? allOf(scope) : `${rows.length} ${places}${scope.type ?? 'councils'}`;
  return visitsAnswerOf(
    asked,
    headlineWith(
      `This record covers ${which}`,
      rows.length > 1 ? rows.map(({ authority }) => authority.name) : [],
    ),
    [],
    {
      caption: 'Councils in this record',
      columns: ['Council', 'Visits with a document held', 'The newest of them'],
      rows: rows.map(({ authority, visits }) => [
        authority.name,
        String(visits.length),
        visits[0] ? visitBrief(visits[0]) : 'none',
      ]),
    },
    rows,
  );
}

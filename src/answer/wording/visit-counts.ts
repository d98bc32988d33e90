import { formatMonth } from '../../domain/dates.js';
import { visitBrief } from '../../domain/visit.js';
import type { VisitRow } from '../across/visit-rows.js';
import type { CoverageFacts, InspectorsFacts } from '../across/visited.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import { headlineWith } from './phrases.js';
import { allOf } from './scope.js';
import { visitsAnswerOf, visitsSaid } from './visited.js';

/** "Neil Penswick led the most: 15 full inspections in this record". */
export function wordInspectors(facts: InspectorsFacts, asked: AskedOfAll): Answer {
  const { rows } = facts;
  const [first] = rows;
  const equal = rows.filter(({ visits }) => visits.length === first?.visits.length);
  const what = visitsSaid({ ...facts, lead: null });
  const leaders =
    equal.length > 2 ? `${equal.length} inspectors` : equal.map(({ name }) => name).join(' and ');
  const { number } = facts;
  const many = number && `${number.least}${number.most === null ? ' or more' : ''}`;
  const headline = number
    ? `${rows.length} lead inspectors led ${number.of === 'councils' ? `${what} of ${many} councils` : number.of === 'same' ? `${many} ${what} of the same council` : `${many} ${what}`} in this record${first && number.of !== 'same' ? `; the most: ${first.name} (${number.of === 'councils' ? first.councils : first.visits.length})` : ''}.`
    : first
      ? `${leaders} led the most ${what} in this record${asked.scope.places.length > 0 ? ` (${asked.scope.places.join(' and ')})` : ''}: ${first.visits.length}${equal.length > 1 ? ' each' : ''}.`
      : `This record names no lead inspector of ${what}.`;
  return visitsAnswerOf(
    asked,
    headline,
    ['Names are as the reports print them; one person may be printed in two ways.'],
    rows.length > 0
      ? {
          caption: `Lead inspectors of ${what}`,
          columns: ['Lead inspector', 'How many', 'Councils', 'First and last'],
          rows: rows.map(({ name, visits, councils }) => [
            name,
            String(visits.length),
            String(councils),
            spanOf(visits),
          ]),
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

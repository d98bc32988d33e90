import { visitBrief } from '../../domain/visit.js';
import type {
  VisitsCountedFacts,
  VisitsTalliedFacts,
  VisitTally,
} from '../across/visits-tallied.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import { headlineWith } from './phrases.js';
import { outOf } from './scope.js';
import { visitsAnswerOf, visitsSaid } from './visited.js';

/** "Most full inspections in this record: 9 councils, 4 each". */
export function wordVisitsTallied(facts: VisitsTalliedFacts, asked: AskedOfAll): Answer {
  const { rows, which, next } = facts;
  const [first] = rows;
  const what = visitsSaid({ ...facts, lead: null, grades: [], areas: null });
  const councils = rows.length === 1 ? 'one council' : `${rows.length} councils`;
  return visitsAnswerOf(
    asked,
    first
      ? headlineWith(
          `${which === 'most' ? 'Most' : 'Fewest'} ${what} in this record: ${councils}, ${first.count}${rows.length > 1 ? ' each' : ''}`,
          rows.map(({ authority }) => authority.name),
        )
      : `This record holds no ${what}.`,
    [
      ...(next ? [`Next: ${next.councils} with ${next.count}.`] : []),
      'Counted by what this record holds or statistics list; who has none is not listed.',
    ],
    rows.length > 0
      ? {
          caption: `Councils with the ${which} ${what}`,
          ...tallied(rows),
        }
      : null,
    rows,
  );
}

const tallied = (rows: VisitTally[]) => ({
  columns: ['Council', 'How many', 'Visits'],
  rows: rows.map(({ authority, visits, count }) => [
    authority.name,
    String(count),
    visits.map(({ visit }) => visitBrief(visit)).join('; '),
  ]),
});

/** "25 of 153 councils in this record had exactly 2 full inspections", and how many had others. */
export function wordVisitsCounted(facts: VisitsCountedFacts, asked: AskedOfAll): Answer {
  const { rows, least, most, spread } = facts;
  const what = visitsSaid({ ...facts, lead: null, grades: [], areas: null });
  const number = most === 0 ? 'no' : most === null ? `${least} or more` : `exactly ${least}`;
  return visitsAnswerOf(
    asked,
    headlineWith(
      `${outOf(rows.length, asked.scope)} had ${number} ${most === 1 ? what.replace('inspections', 'inspection').replace('visits', 'visit') : what}`,
      rows.map(({ authority }) => authority.name),
    ),
    [
      `How many councils had how many: ${spread.map(({ count, councils }) => `${count}: ${councils}`).join('; ')}.`,
      'Counted by what this record holds or statistics list; a council may have had others.',
    ],
    rows.length > 0 ? { caption: `Councils with ${number} ${what}`, ...tallied(rows) } : null,
    rows,
  );
}

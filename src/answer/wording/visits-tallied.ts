import { visitBrief } from '../../domain/visit.js';
import type { VisitsTalliedFacts } from '../across/visits-tallied.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import { headlineWith } from './phrases.js';
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
          columns: ['Council', 'How many', 'Visits'],
          rows: rows.map(({ authority, visits, count }) => [
            authority.name,
            String(count),
            visits.map(({ visit }) => visitBrief(visit)).join('; '),
          ]),
        }
      : null,
    rows,
  );
}

import type { VisitsBesideFacts, VisitsPart } from '../across/visits-beside.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import { headlineWith, listed } from './phrases.js';
import { countedOf } from './scope.js';
import { visitsAnswerOf, visitsSaid, visitTable } from './visited.js';

/** "5 full inspections in 2013 and 38 full inspections in 2014; none of … had both". */
export function wordVisitsBeside(facts: VisitsBesideFacts, asked: AskedOfAll): Answer {
  const { parts, inAll, rows, ofBoth } = facts;
  const partSaid = (part: VisitsPart) => visitsSaid({ ...facts, ...part });
  const counts = listed(parts.map((part) => `${part.rows.length} ${partSaid(part)}`));
  const together = parts.length === 2 ? 'both' : 'one of each';
  const both = `${countedOf(inAll.length, asked.scope)} had ${together}`;
  return visitsAnswerOf(
    asked,
    ofBoth
      ? headlineWith(
          `${counts}; ${both}`,
          inAll.map(({ name }) => name),
        )
      : `${counts}; ${both}.`,
    [
      'Each is counted by itself, and a council may have had several. This record may lack a report.',
      ...(parts.some(({ counted }) => counted === 'inspections')
        ? ['Full inspections are counted, by the days on which inspectors were there.']
        : []),
    ],
    visitTable(rows, `Visits: ${parts.map(partSaid).join('; ')}`, asked.context),
    rows,
  );
}

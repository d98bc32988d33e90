import { areaPhrase } from '../../domain/areas.js';
import { citeJudgement } from '../../domain/citation.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import type { OnceFacts } from '../grades/once-and-now.js';
import { gradeAnswer, gradedAt, quotedGrades } from './grade-history.js';
import { documentOfJudgement } from './grade-list.js';
import { headlineWith } from './phrases.js';
import { outOf } from './scope.js';

/** "8 of 153 councils were graded inadequate at an earlier full inspection and are good now". */
export function wordOnceAndNow(facts: OnceFacts, asked: AskedOfAll): Answer {
  const { once, now, denied, rows, considered } = facts;
  const area = areaPhrase(facts.areas ?? ['overall']);
  const then = `${denied ? 'not ' : ''}graded ${quotedGrades(once)} ${area} at ${denied ? 'any' : 'an'} earlier full inspection`;
  const newest =
    now.length > 0
      ? `${quotedGrades(now)} at the newest one held`
      : 'otherwise at the newest one held';
  const answer = gradeAnswer(
    asked,
    rows,
    headlineWith(
      `${outOf(rows.length, asked.scope)} ${rows.length > 1 ? 'were' : 'was'} ${then} and ${newest}`,
      rows.map(({ authority }) => authority.name),
    ),
    [
      'Any earlier full inspection in this record is held against the newest one; others may lie between, and frameworks may differ, so no trend is drawn.',
      denied
        ? `${considered} of these councils have a full inspection with a grade ${area} in this record.`
        : `${considered} of these councils have two full inspections or more with grades ${area} in this record.`,
    ],
    {
      caption: `Councils ${then} and ${newest}`,
      columns: ['Council', 'Earlier', 'Newest', 'Document'],
      rows: rows.map(({ authority, earlier, newest: last }) => [
        authority.name,
        earlier.map(gradedAt).join('; '),
        gradedAt(last),
        documentOfJudgement(last.recorded),
      ]),
    },
  );
  return {
    ...answer,
    citations: rows.flatMap(({ earlier, newest: last }) =>
      [last, ...earlier.toReversed()].map(({ recorded }) => citeJudgement(recorded)),
    ),
  };
}

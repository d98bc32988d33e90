import { areaPhrase } from '../../domain/areas.js';
import { citeJudgement } from '../../domain/citation.js';
import { visitDates } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import type { FirstCouncilFacts } from '../grades/first-council.js';
import { gradeAnswer, inspectionOf, quotedGrades } from './grade-history.js';
import { documentOfJudgement } from './grade-list.js';
import { listed } from './phrases.js';
import { allOf } from './scope.js';

/** "The first of the 153 councils … graded “outstanding” overall: Westminster (inspected …)". */
export function wordFirstCouncil(facts: FirstCouncilFacts, asked: AskedOfAll): Answer {
  const { rows, at, which, came, period } = facts;
  const framework = facts.asked.filter.framework ? ` under ${facts.asked.filter.framework}` : '';
  const when = period ? ` ${period.label}` : '';
  const what = `graded ${quotedGrades(facts.asked.grades)} ${areaPhrase(facts.asked.areas)}${framework}${when}`;
  const newly = came ? 'newly ' : '';
  const [head] = at;
  const names = listed(at.map(({ authority }) => authority.name));
  const answer = gradeAnswer(
    asked,
    rows,
    head
      ? `The ${which} of ${allOf(asked.scope)} ${newly}${what}: ${names} (inspected ${visitDates(head.visit)}).`
      : `None of ${allOf(asked.scope)} was ${newly}${what}.`,
    [
      `By the last day of each full inspection in this record${came ? '; one that found the same grade as the one before is not counted' : ''}. Earlier or newer inspections may not be held.`,
    ],
    {
      caption: `Councils ${newly}${what}, the ${which} one first`,
      columns: ['Council', 'Grade', 'Inspection', 'Document'],
      rows: rows.map(({ authority, visit, grade, recorded }) => [
        authority.name,
        grade,
        inspectionOf(visit),
        documentOfJudgement(recorded),
      ]),
    },
  );
  const status = head ? {} : ({ status: 'nothing_found', reason: 'report_silent' } as const);
  return { ...answer, ...status, citations: rows.map(({ recorded }) => citeJudgement(recorded)) };
}

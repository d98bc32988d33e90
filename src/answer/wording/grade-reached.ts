import { areaPhrase } from '../../domain/areas.js';
import { citeJudgement } from '../../domain/citation.js';
import { visitDates } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { GradeReachedFacts } from '../one-council/grade-reached.js';
import { judgedTable } from './judged-table.js';
import { councilLabel, emptyAnswer, furtherChoices } from './phrases.js';

/** "Croydon overall: 946 days from inadequate (20 June–13 July 2017) to good (…)". */
export function wordGradeReached(facts: GradeReachedFacts): Answer {
  const { about, from, to, between, days } = facts;
  const { authority, question } = about;
  const said = ({ judgement, visit }: typeof from) => `${judgement.grade} (${visitDates(visit)})`;
  const judged = [to, ...between.toReversed(), from];
  return {
    ...emptyAnswer('grades', question),
    authority,
    headline: `${councilLabel(about)} ${areaPhrase([to.judgement.area])}: ${days} days from ${said(from)} to ${said(to)}.`,
    notes: [
      'Days are counted from the last day of one inspection to that of the other: the record knows nothing of the time between.',
      ...(between.length > 0 ? [`Between them: ${between.map(said).join('; ')}.`] : []),
    ],
    table: judgedTable(`Grades of ${authority.name} from one to the other, newest first`, judged),
    choices: furtherChoices(authority, 'grades'),
    citations: judged.map(citeJudgement),
  };
}

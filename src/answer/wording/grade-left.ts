import { citeJudgement } from '../../domain/citation.js';
import { freshnessLine } from '../../domain/freshness.js';
import { areaName } from '../../domain/judgement.js';
import { visitDates } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { GradeLeftFacts } from '../one-council/grade-left.js';
import { councilLabel, emptyAnswer, furtherChoices, judgedWhere } from './phrases.js';
import { visitOf } from './visit-of.js';

/** When a council was first graded otherwise after a grade, with both inspections. */
export function wordGradeLeft({ about, last, first }: GradeLeftFacts): Answer {
  const { authority, reach, question } = about;
  const council = councilLabel(about);
  const area = areaName(last.judgement.area).toLowerCase();
  const of = last.judgement.area === 'overall' ? '' : `, ${area}`;
  const headline = first
    ? `${council}${of}: no longer ${last.judgement.grade} since the ${visitOf(first.visit)}, first graded ${first.judgement.grade}.`
    : `${council}${of}: ${last.judgement.grade} at the newest inspection that graded it, ${visitDates(last.visit)}.`;
  const judged = [first, last].flatMap((each) => each ?? []);
  return {
    ...emptyAnswer('grades', question),
    authority,
    headline,
    table: {
      caption: `Grades given to ${authority.name} before and after, newest first`,
      columns: ['Area', 'Grade', 'Visit', 'Document'],
      rows: judged.map((each) => [
        areaName(each.judgement.area),
        each.judgement.grade,
        visitDates(each.visit),
        judgedWhere(each),
      ]),
    },
    closing: [freshnessLine(reach)],
    choices: furtherChoices(authority, 'grades'),
    citations: judged.map(citeJudgement),
  };
}

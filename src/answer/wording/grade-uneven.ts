import { areaPhrase } from '../../domain/areas.js';
import { citeJudgement } from '../../domain/citation.js';
import { areaName } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import type { UnevenFacts } from '../grades/uneven.js';
import { gradeAnswer, inspectionOf, quotedGrades } from './grade-history.js';
import { documentOfJudgement } from './grade-list.js';
import { gradeSaid, headlineWith } from './phrases.js';
import { outOf } from './scope.js';

/** "11 of 153 councils were graded lower for help and protection than overall (“good” overall)". */
export function wordUneven(facts: UnevenFacts, asked: AskedOfAll): Answer {
  const { uneven, grades, gradesOfArea, period, rows, considered } = facts;
  const [own, other] = [areaPhrase(uneven.areas), areaPhrase(uneven.than)];
  const that =
    grades.length > 0 ? `, with ${quotedGrades(grades)} ${gradesOfArea ? own : other},` : '';
  const what = `graded ${uneven.relation} ${own} than ${other}`;
  const when = period ? ` ${period.label}` : ' held of each';
  const answer = gradeAnswer(
    asked,
    rows,
    headlineWith(
      `${outOf(rows.length, asked.scope)} ${rows.length > 1 ? 'were' : 'was'} ${what}${that} at the newest full inspection${when}`,
      rows.map(({ authority }) => authority.name),
    ),
    [
      'Both grades are of one inspection: the newest full inspection of each council in this record, whatever its framework.',
      `${considered} of these councils have both grades of it in this record.`,
    ],
    {
      caption: `Councils ${what}${that} at one inspection`,
      columns: ['Council', 'Inspection', 'Graded so', 'Beside', 'Document'],
      rows: rows.map(({ authority, visit, judgement, than }) => [
        authority.name,
        inspectionOf(visit),
        areaGraded(judgement),
        areaGraded(than),
        documentOfJudgement(judgement),
      ]),
    },
  );
  return {
    ...answer,
    citations: rows.flatMap(({ judgement, than }) => [judgement, than].map(citeJudgement)),
  };
}

const areaGraded = ({ judgement }: RecordedJudgement): string =>
  `${areaName(judgement.area)}: ${gradeSaid(judgement)}`;

import { areaPhrase } from '../../domain/areas.js';
import { capitalised, citeJudgement } from '../../domain/citation.js';
import { Grade } from '../../domain/judgement.js';
import type { Answer } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import type { Standing, StandingFacts, StandingRow } from '../grades/standing.js';
import { gradeAnswer, inspectionOf, quotedGrades } from './grade-history.js';
import { documentOfJudgement } from './grade-list.js';
import { atThen, headlineWith } from './phrases.js';

/** "At the end of December 2018 … 19 councils’ newest grade was inadequate; now … 19". */
export function wordStanding(facts: StandingFacts, asked: AskedOfAll): Answer {
  const { then, now, grades, asked: gradesAsked } = facts;
  const forArea = areaPhrase(gradesAsked.areas);
  const counted = ({ rows, considered }: Standing) =>
    `${rows.length} of ${considered} councils graded by then`;
  const at = ({ at }: Standing) => (at ? atThen(at) : 'now, by this record,');
  const not = gradesAsked.negated ? 'not ' : '';
  const what = grades.length > 0 ? `${not}${quotedGrades(grades)} ${forArea}` : `any ${forArea}`;
  const headline =
    grades.length === 0 && !now
      ? `${capitalised(at(then))}, newest grade ${forArea} of ${then.considered} councils graded by then: ${countsSaid(then)}.`
      : now
        ? `Newest grade ${what}: ${at(now)} ${now.rows.length} of ${now.considered} councils; ${at(then)} ${counted(then)}.`
        : headlineWith(
            `${capitalised(at(then))}, the newest grade of ${counted(then)} in this record was ${what}`,
            then.rows.map(({ authority }) => authority.name),
          );
  const rows = now ? merged(then, now) : then.rows.map((row) => ({ ...row, when: at(then) }));
  const isMixed = new Set(rows.map(({ grade }) => grade)).size > 1;
  const answer = gradeAnswer(
    asked,
    rows,
    headline,
    [
      'A council counts with the newest grade that it had by then, so each stands with the date of that inspection.',
    ],
    {
      caption: `Councils whose newest grade was ${what}`,
      columns: [
        'Council',
        ...(isMixed ? ['Grade'] : []),
        ...(now ? ['When'] : []),
        'Inspection',
        'Document',
      ],
      rows: rows.map(({ authority, recorded, grade, when }) => [
        authority.name,
        ...(isMixed ? [grade] : []),
        ...(now ? [when] : []),
        inspectionOf(recorded.visit),
        documentOfJudgement(recorded),
      ]),
    },
  );
  return { ...answer, citations: rows.map(({ recorded }) => citeJudgement(recorded)) };
}

/** "12 outstanding, 50 good" */
const countsSaid = ({ rows }: Standing): string =>
  Grade.options
    .map((grade) => ({ grade, count: rows.filter((row) => row.grade === grade).length }))
    .filter(({ count }) => count > 0)
    .map(({ grade, count }) => `${count} ${grade}`)
    .join(', ');

function merged(then: Standing, now: Standing): (StandingRow & { when: string })[] {
  const label = ({ at }: Standing) => (at ? atThen(at) : 'now');
  const both = (row: StandingRow, other: Standing) =>
    other.rows.some(({ authority }) => authority.urn === row.authority.urn);
  return [
    ...now.rows.map((row) => ({ ...row, when: both(row, then) ? 'both times' : label(now) })),
    ...then.rows.filter((row) => !both(row, now)).map((row) => ({ ...row, when: label(then) })),
  ];
}

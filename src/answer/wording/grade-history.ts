import { areaPhrase } from '../../domain/areas.js';
import { citeJudgement } from '../../domain/citation.js';
import { areaName, type Grade } from '../../domain/judgement.js';
import { type Visit, visitDates } from '../../domain/visit.js';
import type { Answer, Table } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import type { Graded, RepeatedFacts } from '../grades/history.js';
import type { TogetherFacts, TogetherRow } from '../grades/together.js';
import { documentOfJudgement, inspectionName } from './grade-list.js';
import { emptyAnswer, gradeSaid, headlineWith } from './phrases.js';
import { latestChoices, outOf } from './scope.js';

export const quotedGrades = (grades: readonly Grade[]): string =>
  grades.map((grade) => `“${grade}”`).join(' or ');

export const namesOf = (rows: { authority: { name: string } }[]): string[] => [
  ...new Set(rows.map(({ authority }) => authority.name)),
];

export const countOf = (rows: { authority: { urn: string } }[]): number =>
  new Set(rows.map(({ authority }) => authority.urn)).size;

/** What every answer on grades through time has in common; the first note is read first. */
export function gradeAnswer(
  { question, scope }: AskedOfAll,
  rows: { authority: { urn: string; name: string } }[],
  headline: string,
  notes: string[],
  table: Omit<Table, 'rows'> & { rows: string[][] },
): Answer {
  const [first, ...others] = notes;
  const authorities = scope.authorities.filter(({ urn }) =>
    rows.some(({ authority }) => authority.urn === urn),
  );
  return {
    ...emptyAnswer('grades', question.text),
    headline,
    notes: first ? [first] : [],
    closing: others,
    table: table.rows.length > 0 ? table : null,
    choices: latestChoices(authorities),
  };
}

export const inspectionOf = (visit: Visit): string =>
  `${inspectionName(visit)}, ${visitDates(visit)}`;

/** "10 of 153 councils … were outstanding in every area at their one newest full inspection". */
export function wordTogether(facts: TogetherFacts, asked: AskedOfAll): Answer {
  const { rows, every, period, considered } = facts;
  const what = togetherSaid(facts);
  const inspection = period ? 'full inspection of each' : 'full inspection held of each';
  const when = period ? ` ${period.label}` : '';
  const answer = gradeAnswer(
    asked,
    rows,
    headlineWith(
      `${outOf(rows.length, asked.scope)} ${rows.length > 1 ? 'were' : 'was'} ${what} at the newest ${inspection}${when}`,
      namesOf(rows),
    ),
    [
      'All of it is of one inspection: the newest full inspection of each council in this record, whatever its framework.',
      ...(every ? ['The safeguarding board’s grade is not the council’s and is left aside.'] : []),
      `${considered} of these councils have a full inspection with grades${when} in this record.`,
    ],
    {
      caption: `Councils ${what}, at one inspection${when}`,
      columns: ['Council', 'Inspection', 'Areas', 'Document'],
      rows: rows.map(({ authority, visit, judgements }: TogetherRow) => [
        authority.name,
        inspectionOf(visit),
        judgements
          .map(({ judgement }) => `${areaName(judgement.area)}: ${gradeSaid(judgement)}`)
          .join('; '),
        judgements[0] ? documentOfJudgement(judgements[0]) : '',
      ]),
    },
  );
  return { ...answer, citations: rows.flatMap(({ judgements }) => judgements.map(citeJudgement)) };
}

/** "graded “good” overall and not “good” for care leavers" */
function togetherSaid({ every, conditions }: TogetherFacts): string {
  if (every)
    return `${every.denied ? 'not ' : ''}graded ${quotedGrades(every.grades)} in ${every.quantifier === 'every' ? 'every area' : 'any area'}`;
  const parts = conditions.map(
    ({ grades, areas, denied }) =>
      `${denied ? 'not ' : ''}${quotedGrades(grades)} ${areaPhrase(areas)}`,
  );
  return `graded ${parts.join(' and ')}`;
}

/** "10 of 153 councils … were graded inadequate at two full inspections or more". */
export function wordRepeated(facts: RepeatedFacts, asked: AskedOfAll): Answer {
  const { rows, grades, areas, least, considered, period } = facts;
  const inTime = period ? ` ${period.label}` : '';
  const often =
    typeof least === 'number'
      ? `at ${least} or more full inspections${inTime}`
      : `at every full inspection held${inTime}`;
  const not = least === 'not always' ? 'not ' : '';
  const answer = gradeAnswer(
    asked,
    rows,
    headlineWith(
      `${outOf(rows.length, asked.scope)} ${rows.length > 1 ? 'were' : 'was'} ${not}graded ${quotedGrades(grades)} ${areaPhrase(areas)} ${often}`,
      namesOf(rows),
    ),
    [
      'Full inspections alone are counted, by the reports in this record; re-inspections are full inspections.',
      `${considered} of these councils have a grade ${areaPhrase(areas)} in this record.`,
    ],
    {
      caption: `Councils graded ${quotedGrades(grades)} ${areaPhrase(areas)} ${often}`,
      columns: ['Council', 'How often', 'Inspections'],
      rows: rows.map(({ authority, graded }) => [
        authority.name,
        String(graded.length),
        graded.map(({ recorded, grade }) => datedGrade(recorded.visit, grade, grades)).join('; '),
      ]),
    },
  );
  return {
    ...answer,
    citations: rows.flatMap(({ graded }) => graded.map(({ recorded }) => citeJudgement(recorded))),
  };
}

/** The days, with the grade where several were asked for. */
const datedGrade = (visit: Visit, grade: Grade, grades: readonly Grade[]): string =>
  grades.length > 1 ? `${grade}, ${visitDates(visit)}` : visitDates(visit);

export const gradedAt = ({ recorded, grade }: Graded): string =>
  `${grade} (${inspectionOf(recorded.visit)})`;

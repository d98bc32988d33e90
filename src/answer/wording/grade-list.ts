import { areaPhrase } from '../../domain/areas.js';
import { capitalised, citeJudgement } from '../../domain/citation.js';
import { formatMonth } from '../../domain/dates.js';
import { frameworkName } from '../../domain/frameworks.js';
import { areaName, Grade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { type Visit, visitBrief, visitDates } from '../../domain/visit.js';
import type { Answer, Choice, Table } from '../answer.js';
import type { AskedOfAll } from '../asked.js';
import { isNewest, isOverall } from '../grades/asked.js';
import { type CouncilGrades, councilsOf, type GradeRow } from '../grades/council-grades.js';
import type { GradeListFacts } from '../grades/list.js';
import type { Scope } from '../scope.js';
import { gradeCountsChart } from './charts.js';
import { gradeListNotes, notCounted } from './grade-list-notes.js';
import { emptyAnswer, gradeSaid, headlineWith, judgedWhere } from './phrases.js';
import { allOf, latestChoices, outOf } from './scope.js';

/** Which councils have a grade, out of all, each with its inspection and document. */
export function wordGradeList(facts: GradeListFacts, asked: AskedOfAll): Answer {
  const { all, rows, wanted, partial, notGraded, listed } = facts;
  const { scope, context, question } = asked;
  const found = all.length + partial.length > 0;
  const when = whenOf(facts);
  const isListed = listed === 'not graded so';
  const chart = gradeCountsChart(facts, asked);
  return {
    ...emptyAnswer('grades', question.text),
    ...(chart && { chart }),
    status: found ? 'found' : 'nothing_found',
    reason: found ? null : 'report_silent',
    headline: headlineOf(facts, scope, when),
    notes: [...partialLine(partial, scope), ...gradeListNotes(facts, asked).notes],
    table: isListed ? notGradedTable(notGraded) : gradeTable(rows, facts, when),
    closing: [
      ...gradeListNotes(facts, asked).closing,
      ...(isListed && rows.length > 0 ? [`Graded so: ${names(councilsOf(rows))}.`] : []),
      ...notCounted(facts, context),
    ],
    choices: isListed
      ? latestChoices(notGraded.map(({ authority }) => authority))
      : wanted.length > 0
        ? latestChoices(councilsOf(rows).map(({ authority }) => authority))
        : gradeChoices(facts, scope),
    citations: [...(isListed ? [] : rows.map(({ recorded }) => recorded)), ...partial].map(
      citeJudgement,
    ),
  };
}

const EVER = 'at one or more of the inspections that it holds';

function whenOf({ asked }: GradeListFacts): string {
  const { framework, kind } = asked.filter;
  const under = kind === 're-inspection' ? 're-inspections' : `${framework} inspections`;
  const at = framework || kind === 're-inspection' ? `at ${under}` : null;
  const since = asked.stillNewest ? 'and not since' : null;
  if (asked.period) return [at, asked.period.label, since].filter(Boolean).join(' ');
  if (at) return `${at} in this record`;
  if (!isNewest(asked)) return EVER;
  const graded = isOverall(asked) ? '' : ' that graded it';
  return `at the newest inspection held of each${graded}`;
}

const quoted = (grades: Grade[]): string => grades.map((grade) => `“${grade}”`).join(' or ');

const names = (councils: CouncilGrades[]): string =>
  councils.map(({ authority }) => authority.name).join('; ');

/** "7 of 28 councils in this record were graded “inadequate” overall, …: names". */
function headlineOf(facts: GradeListFacts, scope: Scope, when: string): string {
  const { asked, rows, wanted, listed, share, councils } = facts;
  if (wanted.length === 0) return overview(facts, scope, when);
  if (listed === 'not graded so') return withoutGrade(facts, scope, when);
  const graded = councilsOf(rows);
  const count = graded.length;
  const forArea = areaPhrase(asked.areas);
  const first = graded.flatMap((council) => {
    const visit = rows.find((row) => row.council === council)?.recorded.visit;
    return visit ? [`${council.authority.name} (${formatMonth(visit.period)})`] : [];
  });
  // A share of what was given at a time is one of those inspected then.
  const inspected = councils.filter(({ inspections }) => inspections.length > 0).length;
  const isOfTime = asked.period !== null && inspected < councils.length;
  const part =
    share && inspected > 0
      ? ` (${percent(count, isOfTime ? inspected : councils.length)}${isOfTime ? ` of the ${inspected} inspected then` : ''})`
      : '';
  const were = count > 1 ? 'were' : 'was';
  const not = asked.negated ? `graded, but not ${quoted(wanted)},` : `graded ${quoted(wanted)}`;
  // A council may have been graded so more than once in that time.
  const given = new Set(rows.map(({ recorded }) => recorded.visit)).size;
  if (share && facts.ofInspections && listed === 'graded so' && !asked.negated) {
    const total = new Set(facts.all.map(({ recorded }) => recorded.visit)).size;
    const of = `${asked.filter.framework ?? 'full'} inspections ${asked.period?.label ?? 'in this record'}`;
    return `${given} of ${total} ${of}${total > 0 ? ` (${percent(given, total)})` : ''} gave ${quoted(wanted)} ${forArea}, to ${count} ${count === 1 ? 'council' : 'councils'}.`;
  }
  const inAll = given > count ? `, at ${given} inspections in all` : '';
  return headlineWith(
    `${outOf(count, scope)}${part} ${were} ${not} ${forArea} ${when}${inAll}`,
    first,
  );
}

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;

/** Who was not graded so in this record; what it may lack it does not show. */
function withoutGrade({ asked, wanted, notGraded }: GradeListFacts, scope: Scope, when: string) {
  const forArea = areaPhrase(asked.areas);
  const were = notGraded.length > 1 ? 'were' : 'was';
  // Of one inspection it says at which; of all, that none of them did.
  const never =
    asked.period === null && when === EVER
      ? `${were} never graded ${quoted(wanted)} ${forArea} at the inspections that it holds`
      : `${were} graded ${forArea}, and not ${quoted(wanted)}, ${when}`;
  return headlineWith(
    `${outOf(notGraded.length, scope)} ${never}`,
    notGraded.map(({ authority }) => authority.name),
  );
}

/** How many councils have which grade. */
function overview({ asked, all, rows }: GradeListFacts, scope: Scope, when: string): string {
  const forArea = areaPhrase(asked.areas);
  const count = councilsOf(rows).length;
  const counts = Grade.options
    .map((grade) => ({ grade, count: councilsOf(all.filter((r) => r.grade === grade)).length }))
    .filter((each) => each.count > 0)
    .map((each) => `${each.count} ${each.grade}`);
  const without = scope.authorities.length - count;
  const given = counts.length > 0 ? `: ${counts.join(', ')}` : '';
  return isNewest(asked)
    ? `${capitalised(allOf(scope))}, newest grade ${forArea}${given}${without > 0 ? `; ${without} without one` : ''}.`
    : `${outOf(count, scope)} ${count > 1 ? 'were' : 'was'} graded ${forArea} ${when}${given}.`;
}

/**
 * Names who was graded so at an inspection of part of the services: not counted, nor passed over.
 */
const partialLine = (partial: RecordedJudgement[], { authorities }: Scope): string[] =>
  partial.length > 0
    ? [
        `Graded so at an inspection of part of the services only, and not counted: ${partial
          .map(
            ({ urn, visit }) =>
              `${authorities.find((a) => a.urn === urn)?.name} (${visitBrief(visit)})`,
          )
          .join('; ')}.`,
      ]
    : [];

/** "ILACS inspection", "SIF re-inspection": the framework of an inspection. */
export const inspectionName = ({ kind }: Visit): string =>
  frameworkName(kind) === kind ? `${kind} inspection` : kind;

/** "Ofsted report, 24 March 2023, page 1" */
export const documentOfJudgement = judgedWhere;

/** What is the same in every row stands in the caption. */
function gradeTable(rows: GradeRow[], { asked }: GradeListFacts, when: string): Table | null {
  if (rows.length === 0) return null;
  const [grade, ...otherGrades] = new Set(rows.map((row) => gradeSaid(row.recorded.judgement)));
  const [area, ...otherAreas] = new Set(rows.map((r) => areaName(r.recorded.judgement.area)));
  const columns = [
    { name: 'Council', cell: ({ council }: GradeRow) => council.authority.name },
    ...(otherGrades.length > 0
      ? [{ name: 'Grade', cell: ({ recorded }: GradeRow) => gradeSaid(recorded.judgement) }]
      : []),
    {
      name: 'Inspection',
      cell: ({ recorded: { visit } }: GradeRow) => `${inspectionName(visit)}, ${visitDates(visit)}`,
    },
    ...(otherAreas.length > 0
      ? [{ name: 'Area', cell: ({ recorded }: GradeRow) => areaName(recorded.judgement.area) }]
      : []),
    { name: 'Document', cell: ({ recorded }: GradeRow) => documentOfJudgement(recorded) },
  ];
  return {
    caption: [
      otherAreas.length > 0 ? `Grades ${areaPhrase(asked.areas)}` : area,
      ...(otherGrades.length > 0 ? [] : [grade]),
      isNewest(asked) ? 'at the newest inspection held of each council' : when,
    ].join(', '),
    columns: columns.map(({ name }) => name),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

function notGradedTable(notGraded: CouncilGrades[]): Table | null {
  if (notGraded.length === 0) return null;
  return {
    caption: 'Councils with grades in this record, none of them that one',
    columns: ['Council', 'Newest grade', 'Inspections that count'],
    rows: notGraded.map(({ authority, graded, inspections }) => [
      authority.name,
      graded[0]
        ? `${gradeSaid(graded[0].recorded.judgement)}, ${visitDates(graded[0].recorded.visit)}`
        : '',
      String(inspections.length),
    ]),
  };
}

/** On to one of the grades given. */
const gradeChoices = ({ all, asked }: GradeListFacts, scope: Scope): Choice[] =>
  Grade.options
    .filter((grade) => all.some((row) => row.grade === grade))
    .map((grade) => ({
      label: capitalised(grade),
      question: [
        `Which ${scope.type ?? 'councils'}`,
        ...(scope.places.length > 0 ? [`in ${scope.places.join(' and ')}`] : []),
        `were graded ${grade} ${areaPhrase(asked.areas)}`,
        ...(asked.period ? [asked.period.label] : []),
      ]
        .join(' ')
        .concat('?'),
    }));

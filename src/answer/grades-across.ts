import { areaPhrase } from '../domain/areas.js';
import { citeJudgement } from '../domain/citation.js';
import { areaName, Grade } from '../domain/judgement.js';
import type { RecordedJudgement } from '../domain/record.js';
import { sourceDate } from '../domain/source.js';
import { newestFirst, visitBrief, visitDates } from '../domain/visit.js';
import { isMeant } from '../question/legacy/period.js';
import type { Query } from '../question/legacy/query.js';
import type { Answer, Choice, Table } from './answer.js';
import type { AnswerContext } from './context.js';
import {
  type CouncilGrades,
  councilGrades,
  councilsOf,
  isNewest,
  isOverall,
  partialGrades,
  type Row,
} from './council-grades.js';
import type { CouncilsQuestion } from './grade-question.js';
import { gradesHeadline, sparedOf } from './grades-headline.js';
import { gradesNotes, inspectionName, notCounted } from './grades-notes.js';
import { emptyAnswer, gradeSaid } from './said.js';
import { newestVisit, type Scope } from './scope.js';

const MOST_CHOICES = 10;

/**
 * The councils with a grade, from the judgements alone: each council's newest full inspection (or those of the time asked about), with
 * its framework and dates, out of all councils of the scope; councils without such a grade are named with the reason.
 */
export function gradesAcross(
  asked: CouncilsQuestion,
  query: Query,
  scope: Scope,
  context: AnswerContext,
): Answer {
  const newest = isNewest(asked, query);
  const councils = scope.authorities.map((a) => councilGrades(a, asked, query, context));
  const all = councils.flatMap((council) =>
    council.graded.map((graded): Row => ({ council, ...graded })),
  );
  const wanted = wantedGrades(asked, all, newest);
  const rows = all
    .filter(({ grade }) => wanted.length === 0 || wanted.includes(grade))
    .sort((a, b) => byGrade(a, b, asked) || newestFirst(a.recorded.visit, b.recorded.visit));
  const forArea = areaPhrase(asked.areas);
  const when = newest
    ? `by the newest inspection of each${isOverall(asked) ? '' : ' that graded it'} (${newestVisit(scope, context)})`
    : query.visits.period
      ? periodOf(rows, query)
      : 'at one or more of the inspections that it holds';
  const partial =
    newest || !isOverall(asked) || asked.negated
      ? []
      : scope.authorities.flatMap((a) => partialGrades(a, wanted, query, context));
  return {
    ...emptyAnswer('grades', query.text),
    status: all.length + partial.length > 0 ? 'found' : 'nothing_found',
    reason: all.length + partial.length > 0 ? null : 'report_silent',
    headline: [
      gradesHeadline({ asked, all, rows, wanted, scope, forArea, when, newest }),
      ...partialLine(partial, scope),
    ].join(' '),
    notes: gradesNotes({ asked, query, councils, scope, context }),
    table:
      rows.length > 0
        ? tableOf(rows, asked, newest ? 'at the newest inspection held of each council' : when)
        : null,
    closing: [
      ...(asked.negated && wanted.length > 0 ? sparedLine(sparedOf(all, rows)) : []),
      ...notCounted({ asked, query, councils, wanted, context }),
    ],
    choices: wanted.length > 0 ? ofCouncils(rows) : ofGrades(all, forArea, query),
    citations: [...rows.map(({ recorded }) => recorded), ...partial].map(citeJudgement),
  };
}

/** "in 2023"; where an inspection counts by when its report came out, that is said. */
const periodOf = (rows: Row[], { visits }: Query): string =>
  rows.every(({ recorded }) => isMeant(recorded.visit, visits))
    ? (visits.period?.label ?? '')
    : `at inspections made or reported ${visits.period?.label}`;

/** Names who was graded so at an inspection of part of the services: it is not counted, nor passed over. */
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

const sparedLine = (spared: CouncilGrades[]): string[] =>
  spared.length > 0
    ? [
        `With grades in this record, none of them that one: ${spared.map(({ authority }) => authority.name).join('; ')}.`,
      ]
    : [];

const worth = ({ grade }: Row): number => Grade.options.indexOf(grade);

/** The grades to list; none means all. A question after who has not such a grade, at the newest inspections, sees them all. */
function wantedGrades(
  { grades, extreme, negated }: CouncilsQuestion,
  all: Row[],
  newest: boolean,
): Grade[] {
  if (negated && newest) return [];
  if (grades.length > 0 || !extreme) return grades;
  const best = [...all].sort((a, b) => worth(a) - worth(b));
  const row = extreme === 'best' ? best[0] : best.at(-1);
  return row ? [row.grade] : [];
}

const byGrade = (a: Row, b: Row, { extreme }: CouncilsQuestion): number =>
  (worth(a) - worth(b)) * (extreme === 'worst' ? -1 : 1);

/** What is the same in every row stands in the caption. */
function tableOf(rows: Row[], asked: CouncilsQuestion, when: string): Table {
  const grades = new Set(rows.map(({ recorded }) => gradeSaid(recorded.judgement)));
  const areas = new Set(rows.map(({ recorded }) => areaName(recorded.judgement.area)));
  const [grade, ...otherGrades] = grades;
  const [area, ...otherAreas] = areas;
  const all = [
    { name: 'Council', cell: ({ council }: Row) => council.authority.name },
    ...(otherGrades.length > 0
      ? [{ name: 'Grade', cell: ({ recorded }: Row) => gradeSaid(recorded.judgement) }]
      : []),
    {
      name: 'Inspection',
      cell: ({ recorded: { visit } }: Row) => `${inspectionName(visit)}, ${visitDates(visit)}`,
    },
    ...(otherAreas.length > 0
      ? [{ name: 'Area', cell: ({ recorded }: Row) => areaName(recorded.judgement.area) }]
      : []),
    {
      name: 'Document',
      cell: ({ recorded: { judgement, source } }: Row) =>
        `${source.publisher} ${source.kind}, ${sourceDate(source)}${judgement.page === null ? '' : `, page ${judgement.page}`}`,
    },
  ];
  return {
    caption: [
      otherAreas.length > 0 ? `Grades ${areaPhrase(asked.areas)}` : area,
      ...(otherGrades.length > 0 ? [] : [grade]),
      when,
    ].join(', '),
    columns: all.map(({ name }) => name),
    rows: rows.map((row) => all.map(({ cell }) => cell(row))),
  };
}

/** On to one of the councils listed. */
const ofCouncils = (rows: Row[]): Choice[] =>
  councilsOf(rows)
    .slice(0, MOST_CHOICES)
    .map(({ authority: { name } }) => ({ label: name, question: `${name} latest` }));

/** On to one of the grades given. */
const ofGrades = (all: Row[], forArea: string, { visits }: Query): Choice[] =>
  Grade.options
    .filter((grade) => all.some((row) => row.grade === grade))
    .map((grade) => ({
      label: grade.charAt(0).toUpperCase() + grade.slice(1),
      question: `Which councils were graded ${grade} ${forArea}${visits.period ? ` ${visits.period.label}` : ''}?`,
    }));

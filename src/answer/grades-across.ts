import { capitalised, citeJudgement } from '../domain/citation.js';
import { type Area, areaName, Grade } from '../domain/judgement.js';
import type { RecordedJudgement } from '../domain/record.js';
import { sourceDate } from '../domain/source.js';
import { newestFirst, visitDates } from '../domain/visit.js';
import type { Query } from '../search/query.js';
import type { Answer, Choice } from './answer.js';
import type { AnswerContext } from './context.js';
import { type CouncilGrades, councilGrades, isNewest, isOverall } from './council-grades.js';
import type { CouncilsQuestion } from './grade-question.js';
import { frameworkOf, gradesNotes, notCounted } from './grades-notes.js';
import { emptyAnswer, gradeSaid } from './said.js';
import { allOf, namesWithMonths, newestVisitLine, outOf, type Scope } from './scope.js';

const COUNCILS_IN_HEADLINE = 8;
const MOST_CHOICES = 10;

/** What an area is called in a sentence; areas that frameworks name differently share a name. */
const FOR_AREA: Record<Area, string> = {
  overall: 'overall',
  impact_of_leaders: 'for leadership',
  leadership: 'for leadership',
  help_and_protection: 'for help and protection',
  in_care: 'for children in care',
  in_care_and_care_leavers: 'for children in care and care leavers',
  looked_after: 'for children in care',
  adoption: 'for adoption',
  care_leavers: 'for care leavers',
  lscb: 'for the safeguarding board',
  capacity_to_improve: 'for capacity to improve',
  outcomes: 'for outcomes',
  quality_of_provision: 'for quality of provision',
};

/** A grade of one council. */
type Row = { council: CouncilGrades; recorded: RecordedJudgement };

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
    council.graded.map((recorded): Row => ({ council, recorded })),
  );
  const wanted = wantedGrades(asked, all, newest);
  const rows = all
    .filter(({ recorded }) => wanted.length === 0 || wanted.includes(gradeOf(recorded)))
    .sort((a, b) => byGrade(a, b, asked) || newestFirst(a.recorded.visit, b.recorded.visit));
  const forArea = areaPhrase(asked);
  const when = newest
    ? isOverall(asked)
      ? 'at the newest inspection of each that it holds'
      : 'at the newest inspection of each that it holds and that graded this'
    : query.visits.period
      ? query.visits.period.label
      : 'at any inspection that it holds';
  return {
    ...emptyAnswer('grades', query.text),
    status: all.length > 0 ? 'found' : 'nothing_found',
    reason: all.length > 0 ? null : 'report_silent',
    headline: [
      headline({ asked, all, rows, wanted, scope, forArea, when, newest }),
      newestVisitLine(scope, context),
    ].join(' '),
    notes: gradesNotes({ asked, query, councils, scope, context }),
    table:
      rows.length > 0
        ? {
            caption: `${wanted.length > 0 ? `Graded ${listed(wanted)}` : 'Grades given'} ${forArea} ${newest ? 'at the newest inspection held of each council' : when}`,
            columns: [
              'Council',
              'Grade',
              ...(isOverall(asked) ? [] : ['Area']),
              'Inspection',
              'Document',
            ],
            rows: rows.map((row) => cells(row, asked)),
          }
        : null,
    closing: notCounted({ asked, query, councils, wanted, context }),
    choices: wanted.length > 0 ? ofCouncils(rows) : ofGrades(all, forArea, query),
    citations: rows.map(({ recorded }) => citeJudgement(recorded)),
  };
}

const gradeOf = ({ judgement }: RecordedJudgement): Grade =>
  Grade.options.find((grade) => grade === judgement.grade) ?? 'inadequate';
const worth = ({ recorded }: Row): number => Grade.options.indexOf(gradeOf(recorded));

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
  return row ? [gradeOf(row.recorded)] : [];
}

const byGrade = (a: Row, b: Row, { extreme }: CouncilsQuestion): number =>
  (worth(a) - worth(b)) * (extreme === 'worst' ? -1 : 1);

function areaPhrase({ areas }: CouncilsQuestion): string {
  const [first = 'overall', ...rest] = areas ?? [];
  const phrases = new Set(
    [first, ...rest].filter((a) => a !== 'in_care_and_care_leavers').map((a) => FOR_AREA[a]),
  );
  return [...phrases].join(' and ');
}

const listed = (grades: Grade[]): string => grades.map((grade) => `“${grade}”`).join(' or ');

const distinct = (rows: Row[]): CouncilGrades[] => [...new Set(rows.map(({ council }) => council))];

type Said = {
  asked: CouncilsQuestion;
  all: Row[];
  rows: Row[];
  wanted: Grade[];
  scope: Scope;
  forArea: string;
  when: string;
  newest: boolean;
};

function headline(said: Said): string {
  const { asked, rows, wanted, scope, forArea, when } = said;
  const count = distinct(rows).length;
  const were = count > 1 ? 'were' : 'was';
  if (wanted.length === 0) return overview(said, count);
  const first = distinct(rows).flatMap((council) => {
    const visit = rows.find((row) => row.council === council)?.recorded.visit;
    return visit ? [{ authority: council.authority, visit }] : [];
  });
  const names = count > 0 ? `: ${namesWithMonths(first, COUNCILS_IN_HEADLINE)}` : '';
  const lead =
    asked.extreme && asked.grades.length === 0
      ? `The ${asked.extreme === 'best' ? 'highest' : 'lowest'} grade given ${forArea} is ${listed(wanted)}. `
      : '';
  return `${lead}${outOf(count, scope)} ${were} graded ${listed(wanted)} ${forArea} ${when}${names}${together(rows, asked)}.`;
}

/** How many councils have which grade. */
function overview({ all, scope, forArea, when, newest }: Said, count: number): string {
  const counts = Grade.options
    .map((grade) => ({
      grade,
      count: distinct(all.filter((row) => gradeOf(row.recorded) === grade)).length,
    }))
    .filter((each) => each.count > 0)
    .map((each) => `${each.count} ${each.grade}`);
  const without = scope.authorities.length - count;
  const given = counts.length > 0 ? `: ${counts.join(', ')}` : '';
  return newest
    ? `${capitalised(allOf(scope))}, graded ${forArea} ${when}${given}${without > 0 ? `; ${without} without such a grade` : ''}.`
    : `${outOf(count, scope)} ${count > 1 ? 'were' : 'was'} graded ${forArea} ${when}${given}.`;
}

/** Care leavers and children in care were one area until 2022: a count of both kinds says so. */
function together(rows: Row[], { areas }: CouncilsQuestion): string {
  const joint = rows.filter((row) => row.recorded.judgement.area === 'in_care_and_care_leavers');
  return areas && joint.length > 0
    ? `; ${joint.length === rows.length ? 'all' : joint.length} of these grades for children in care and care leavers together`
    : '';
}

function cells({ council, recorded }: Row, asked: CouncilsQuestion): string[] {
  const { judgement, visit, source } = recorded;
  return [
    council.authority.name,
    gradeSaid(judgement),
    ...(isOverall(asked) ? [] : [areaName(judgement.area)]),
    `${frameworkOf(visit)}, ${visitDates(visit)}`,
    `${source.publisher} ${source.kind}, ${sourceDate(source)}${judgement.page === null ? '' : `, page ${judgement.page}`}`,
  ];
}

/** On to one of the councils listed. */
const ofCouncils = (rows: Row[]): Choice[] =>
  distinct(rows)
    .slice(0, MOST_CHOICES)
    .map(({ authority: { name } }) => ({ label: name, question: `${name} latest` }));

/** On to one of the grades given. */
const ofGrades = (all: Row[], forArea: string, { visits }: Query): Choice[] =>
  Grade.options
    .filter((grade) => all.some(({ recorded }) => gradeOf(recorded) === grade))
    .map((grade) => ({
      label: grade.charAt(0).toUpperCase() + grade.slice(1),
      question: `Which councils were graded ${grade} ${forArea}${visits.period ? ` ${visits.period.label}` : ''}?`,
    }));

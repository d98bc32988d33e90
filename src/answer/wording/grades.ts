import { areaPhrase } from '../../domain/areas.js';
import { citeJudgement } from '../../domain/citation.js';
import { formatMonth } from '../../domain/dates.js';
import { areaName, type Grade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { visitDates, visitName, yearOf } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { GradesFacts } from '../one-council/grades.js';
import { areaOf, headOf, isOverall, yearsOf } from './grade-head.js';
import { throughoutLine, throughoutNotes } from './grade-throughout.js';
import { inspectedWhen } from './latest.js';
import {
  councilLabel,
  counted,
  emptyAnswer,
  furtherChoices,
  gradeSaid,
  judgedWhere,
  missingLine,
  whenSaid,
} from './phrases.js';

/** The grades that were given, with visit, dates and document, and whether one asked about was. */
export function wordGrades(facts: GradesFacts): Answer {
  const { about, inAreas, visited, grades, isPlain } = facts;
  const matching = isPlain ? facts.matching : [];
  const { authority, period, question } = about;
  const when = whenSaid(period);
  const shown = matching.length > 0 && !facts.throughout ? matching : inAreas;
  const answer: Answer = {
    ...emptyAnswer('grades', question),
    authority,
    closing: facts.mentioned.map(
      (visit) => `Known from a later report only: ${missingLine(visit)}`,
    ),
    choices: furtherChoices(authority, 'grades'),
  };
  if (facts.before) return standingAnswer(facts.before, facts, answer);
  if (inAreas.length === 0)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'report_silent',
      headline: `${councilLabel(about)}: this record holds no such grade${when}.`,
      notes: [ungradedNote(visited)],
    };
  return {
    ...answer,
    headline: `${councilLabel(about)}${isPlain ? `: ${grades.length > 0 ? headed(facts, when) : gradedLine(facts)}` : `, ${eachGradeLine(facts)}`}`,
    notes: notesOf(facts),
    table: {
      caption: `Grades given to ${authority.name}${when}, newest first`,
      columns: ['Area', 'Grade', 'Visit', 'Document'],
      rows: shown.map((recorded) => [
        areaName(recorded.judgement.area),
        gradeSaid(recorded.judgement),
        `${visitName(recorded.visit)}, ${visitDates(recorded.visit)}`,
        judgedWhere(recorded),
      ]),
    },
    citations: shown.map(citeJudgement),
  };
}

/** None was given then: the grade that stood, and since when. */
function standingAnswer(before: RecordedJudgement, { about }: GradesFacts, answer: Answer): Answer {
  const { judgement, visit } = before;
  const when = whenSaid(about.period);
  return {
    ...answer,
    headline: `${councilLabel(about)}: no grade was given${when}; the newest before is ${judgement.grade} ${areaPhrase([judgement.area])} (${inspectedWhen(visit)}).`,
    table: {
      caption: `The newest grade of ${about.authority.name} before that`,
      columns: ['Area', 'Grade', 'Visit', 'Document'],
      rows: [
        [
          areaName(judgement.area),
          gradeSaid(judgement),
          `${visitName(visit)}, ${visitDates(visit)}`,
          judgedWhere(before),
        ],
      ],
    },
    citations: [citeJudgement(before)],
  };
}

function notesOf(facts: GradesFacts): string[] {
  if (facts.grades.length === 0 || !facts.isPlain) return [];
  return facts.throughout ? throughoutNotes(facts) : verdictNotes(facts);
}

const headed = (facts: GradesFacts, when: string): string =>
  facts.throughout ? throughoutLine(facts, when) : verdictLine(facts, when);

/**
 * "overall: outstanding (February 2022), good (2015)": where yes or no would leave something out,
 * what was given at each inspection.
 */
function eachGradeLine({ inAreas }: GradesFacts): string {
  const shown = headOf(inAreas);
  const said = shown
    .slice(0, MOST_GRADES)
    .map(({ judgement, visit }) => `${judgement.grade} (${formatMonth(visit.period)})`);
  const left = shown.length - said.length;
  return `grades${areaOf(shown)}, newest first: ${said.join(', ')}${left > 0 ? ` and ${left} more` : ''}.`;
}

const MOST_GRADES = 4;

/** "requires improvement to be good overall in 2019 (inspected 13–24 May 2019)." */
function gradedLine({ inAreas }: GradesFacts): string {
  const shown = headOf(inAreas);
  const [newest, ...older] = shown;
  if (!newest) return '';
  const area = areaOf(shown);
  const whose = area || ` ${areaPhrase([newest.judgement.area])}`;
  const grade = `${newest.judgement.grade}${whose} (${inspectedWhen(newest.visit)})`;
  const left = older.length > 0 ? `; ${counted(older.length, 'grade', 'grades')} before it` : '';
  return `${grade}${area || older.length === 0 ? left : `; ${older.length} more in the table`}.`;
}

/** "yes, inadequate overall in 2014, at 1 of 3 inspections; then good (November 2017)." */
function verdictLine(facts: GradesFacts, when: string): string {
  const { inAreas, matching, grades, negated, newestOverall } = facts;
  // What was asked the other way round is answered by the grade alone.
  const [yes, no] = negated ? ['', ''] : ['yes, ', 'no, '];
  const grade = grades.join(' or ');
  const asked = headOf(inAreas);
  const hits = headOf(matching).filter((each) => asked.includes(each));
  const area = areaOf(asked);
  const [newest] = asked;
  const [hit] = hits;
  if (!newest) return '';
  if (!hit) {
    const held = asked.length === 1 ? 'the one inspection' : `any of ${asked.length} inspections`;
    const where = area ? `${area} at ${held} held` : ' in any area held';
    // Of a time that was asked about, the newest is not the newest of all.
    const was = when === '' ? 'newest' : asked.length === 1 ? 'it was' : 'the last then was';
    return `${no}not ${grade}${where}${when}; ${was}: ${newest.judgement.grade} (${inspectedWhen(newest.visit)}).`;
  }
  if (newestOverall && !matching.includes(newestOverall))
    return `now ${newestOverall.judgement.grade} overall (${inspectedWhen(newestOverall.visit)}); ${grade} in ${yearsOf(hits)}.`;
  if (newestOverall) {
    const before = hits.length > 1 ? `, and in ${yearsOf(hits.slice(1))}` : '';
    return `${yes}${newestOverall.judgement.grade} overall (${inspectedWhen(newestOverall.visit)})${before}.`;
  }
  const after = area ? asked[asked.indexOf(hit) - 1] : undefined;
  const then = after ? `; then ${after.judgement.grade} (${formatMonth(after.visit.period)})` : '';
  if (hits.length > 1)
    return `${yes}${grade}${area || ' in some areas'} in ${yearsOf(hits)}${outOf(hits, asked)}${then}.`;
  const where = area || ` in ${areaName(hit.judgement.area).toLowerCase()}`;
  return `${yes}${gradeAsked(hit, grades)}${where} (${inspectedWhen(hit.visit)})${outOf(hits, asked)}${then}.`;
}

/** Of several grades asked for, the one that was given. */
const gradeAsked = ({ judgement }: RecordedJudgement, grades: Grade[]): string =>
  grades.length > 1 ? judgement.grade : grades.join('');

const outOf = (hits: RecordedJudgement[], asked: RecordedJudgement[]): string =>
  asked.length > 1 && asked.every(isOverall)
    ? `, at ${hits.length} of ${asked.length} inspections`
    : '';

/** What the headline leaves out: the other overall grades, and the areas that were graded so. */
function verdictNotes({ areas, inAreas, matching, grades }: GradesFacts): string[] {
  const others = inAreas.filter(isOverall).filter((judged) => !matching.includes(judged));
  const parts = matching.filter((judged) => !isOverall(judged));
  const grade = grades.join(' or ');
  const named = parts.map(
    ({ judgement, visit }) => `${areaName(judgement.area).toLowerCase()} (${yearOf(visit)})`,
  );
  return [
    ...(others.length > 0 && matching.length > 0
      ? [
          `${others.length < inAreas.filter(isOverall).length ? 'Other overall grades' : 'Overall grades'}: ${others.map(({ judgement, visit }) => `${judgement.grade} (${visitDates(visit)})`).join('; ')}.`,
        ]
      : []),
    ...(areas || !inAreas.some(isOverall)
      ? []
      : [
          named.length > 0
            ? `Areas graded ${grade}: ${named.join('; ')}.`
            : `No area was graded ${grade}.`,
        ]),
  ];
}

const ungradedNote = (visited: boolean): string =>
  visited
    ? 'The visits it knows there gave no grade: focused and monitoring visits never do.'
    : 'It knows of no visit there.';

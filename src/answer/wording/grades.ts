import { areaPhrase } from '../../domain/areas.js';
import { citeJudgement } from '../../domain/citation.js';
import { formatMonth } from '../../domain/dates.js';
import { areaName } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { visitDates, yearOf } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { GradesFacts } from '../one-council/grades.js';
import { areaOf, headOf, isOverall } from './grade-head.js';
import { throughoutLine, throughoutNotes } from './grade-throughout.js';
import { verdictLine } from './grade-verdict.js';
import { judgedTable } from './judged-table.js';
import { inspectedWhen } from './latest.js';
import {
  atThen,
  councilLabel,
  counted,
  emptyAnswer,
  furtherChoices,
  missingLine,
  whenSaid,
} from './phrases.js';

/** The grades that were given, with visit, dates and document, and whether one asked about was. */
export function wordGrades(facts: GradesFacts): Answer {
  const { about, inAreas, visited, grades, isPlain } = facts;
  const matching = isPlain ? facts.matching : [];
  const { authority, period, question } = about;
  const when = whenSaid(period);
  const given = facts.times === null ? matching : headOf(matching);
  const shown = matching.length > 0 && !facts.throughout ? given : inAreas;
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
    table: judgedTable(`Grades given to ${authority.name}${when}, newest first`, shown),
    citations: shown.map(citeJudgement),
  };
}

/** "no, ": where a grade is asked to be true, and neither that time nor the one before gave it. */
const noSaid = ({ judgement }: RecordedJudgement, { grades, negated, isPlain }: GradesFacts) =>
  isPlain && !negated && grades.length > 0 && !grades.some((grade) => grade === judgement.grade)
    ? 'no, '
    : '';

/** "yes, ": where the state asked about is that. */
const yesSaid = ({ judgement }: RecordedJudgement, { grades, negated, isPlain }: GradesFacts) =>
  isPlain && !negated && grades.some((grade) => grade === judgement.grade) ? 'yes, ' : '';

/** None was given then: the grade that stood, and since when. */
function standingAnswer(before: RecordedJudgement, facts: GradesFacts, answer: Answer): Answer {
  const { about } = facts;
  const { judgement, visit } = before;
  const when = whenSaid(about.period);
  const area = areaPhrase([judgement.area]);
  const said = facts.ungraded
    ? `${judgement.grade} ${area} at the newest inspection held${when ? ` before then` : ''} (${inspectedWhen(visit)}); ${facts.ungraded}s give no grade`
    : facts.state
      ? `${yesSaid(before, facts)}${judgement.grade} ${area} ${atThen(facts.state)} (${inspectedWhen(visit)}), the newest grade by then`
      : `no grade was given${when}; the newest before is ${judgement.grade} ${area} (${inspectedWhen(visit)})`;
  return {
    ...answer,
    headline: `${councilLabel(about)}: ${noSaid(before, facts)}${said}.`,
    table: judgedTable(`The newest grade of ${about.authority.name} before that`, [before]),
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
function eachGradeLine({ inAreas, areas }: GradesFacts): string {
  const isBeside = areas?.some((area) => area !== 'overall');
  const shown = isBeside ? inAreas : headOf(inAreas);
  const area = areaOf(shown);
  const said = withinHeadline(
    shown.slice(0, MOST_GRADES).map(({ judgement, visit }) => {
      const whose = area ? '' : ` ${areaPhrase([judgement.area])}`;
      return `${judgement.grade}${whose} (${formatMonth(visit.period)})`;
    }),
  );
  const left = shown.length - said.length;
  return `grades${area}, newest first: ${said.join(', ')}${left > 0 ? ` and ${left} more` : ''}.`;
}

const MOST_GRADES = 4;
/** So many characters of a headline are for them: those that fit are said, and one at least. */
const FOR_GRADES = 125;

function withinHeadline(said: string[]): string[] {
  const fits = (count: number) => said.slice(0, count).join(', ').length <= FOR_GRADES;
  return said.filter((_, i) => i === 0 || fits(i + 1));
}

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

/** What the headline leaves out: the other overall grades, and the areas that were graded so. */
function verdictNotes({ areas, inAreas, matching, grades, standing }: GradesFacts): string[] {
  // The headline has the newest.
  const others = inAreas
    .filter(isOverall)
    .filter((judged) => !matching.includes(judged) && !standing?.judged.includes(judged));
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

import { citeJudgement } from '../../domain/citation.js';
import { freshnessLine } from '../../domain/freshness.js';
import { areaName } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { visitDates, visitName } from '../../domain/visit.js';
import type { Answer } from '../answer.js';
import type { GradesFacts } from '../one-council/grades.js';
import {
  councilLabel,
  emptyAnswer,
  furtherChoices,
  gradeSaid,
  judgedWhere,
  missingLine,
  whenSaid,
} from './phrases.js';

/** The grades that were given, with visit, dates and document, and whether one asked about was. */
export function wordGrades(facts: GradesFacts): Answer {
  const { about, inAreas, matching, visited } = facts;
  const { authority, reach, period, question } = about;
  const when = whenSaid(period);
  const shown = matching.length > 0 ? matching : inAreas;
  const answer: Answer = {
    ...emptyAnswer('grades', question),
    authority,
    notes: [freshnessLine(reach)],
    closing: facts.mentioned.map(
      (visit) => `Known from a later report only: ${missingLine(visit)}`,
    ),
    choices: furtherChoices(authority, 'grades'),
  };
  if (inAreas.length === 0)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'report_silent',
      headline: `${councilLabel(about)}: this record holds no such grade${when}. ${ungradedNote(visited)}`,
    };
  return {
    ...answer,
    headline: `${councilLabel(about)}: ${newestLine(facts)}${facts.grades.length > 0 ? verdictLine(facts, when) : gradedLine(facts, when)}`,
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

const newestLine = ({ newestOverall }: GradesFacts): string =>
  newestOverall
    ? `at the newest inspection in this record, ${visitDates(newestOverall.visit)}, overall ${newestOverall.judgement.grade}. In all: `
    : '';

const isOverall = ({ judgement }: RecordedJudgement): boolean => judgement.area === 'overall';

const said = (list: RecordedJudgement[]): string =>
  list.map(({ judgement, visit }) => `${judgement.grade}, ${visitDates(visit)}`).join('; ');

/** "graded overall in 2019: requires improvement to be good, 13–24 May 2019." */
function gradedLine({ inAreas }: GradesFacts, when: string): string {
  const overall = inAreas.filter(isOverall);
  const shown = overall.length > 0 ? overall : inAreas;
  const [first] = shown;
  const areas = new Set(shown.map(({ judgement }) => judgement.area));
  const label =
    overall.length > 0
      ? 'overall'
      : first && areas.size === 1
        ? areaName(first.judgement.area).toLowerCase()
        : 'in the areas asked about';
  return `graded ${label}${when}: ${said(shown)}.`;
}

/** Yes or no for the overall grade, how often, and the areas that were graded so. */
function verdictLine(facts: GradesFacts, when: string): string {
  const { areas, inAreas, matching, grades } = facts;
  const overall = inAreas.filter(isOverall);
  const hits = matching.filter(isOverall);
  const others = overall.filter((judged) => !matching.includes(judged));
  const parts = matching.filter((judged) => !isOverall(judged));
  const grade = grades.join(' or ');
  const times = overall.length > 1 ? `, at ${hits.length} of ${overall.length} inspections` : '';
  const otherGrades = others.length > 0 ? `. Other overall grades: ${said(others)}` : '';
  const yesOrNo =
    hits.length > 0
      ? `yes${times}: ${said(hits)}${otherGrades}`
      : `no grade of “${grade}”: ${said(overall)}`;
  const whole = overall.length === 0 ? '' : `overall${when}, ${yesOrNo}. `;
  if (parts.length === 0)
    return `${whole}No ${areas ? 'such area' : 'area'} was graded ${grade}${when}.`;
  const named = parts.map(
    ({ judgement, visit }) => `${areaName(judgement.area).toLowerCase()}, ${visitDates(visit)}`,
  );
  return `${whole}Areas graded ${grade}: ${named.join('; ')}.`;
}

const ungradedNote = (visited: boolean): string =>
  visited
    ? 'The visits it knows there gave no grade: focused and monitoring visits never do.'
    : 'It knows of no visit there.';

import type { LocalAuthority } from '../domain/authority.js';
import { citeJudgement } from '../domain/citation.js';
import { areaName, type Grade } from '../domain/judgement.js';
import type { RecordedJudgement } from '../domain/record.js';
import { sourceDate } from '../domain/source.js';
import { visitDates, visitName } from '../domain/visit.js';
import type { Query } from '../question/legacy/query.js';
import type { Answer } from './answer.js';
import { type AnswerContext, type Asked, judgementsOf } from './context.js';
import type { GradeQuestion } from './grade-question.js';
import {
  checkedLine,
  councilLabel,
  emptyAnswer,
  furtherChoices,
  gradeSaid,
  missingLine,
} from './said.js';

/** Answers from the judgements alone: which were given, with visit, dates, document and page. */
export function grades(asked: Asked, { grade, areas }: GradeQuestion): Answer {
  const { authority, query, context } = asked;
  const visits = context.questions.visitsMeant(query, authority.urn);
  const held = visits.flatMap((visit) => judgementsOf(context, visit));
  const inAreas = held.filter((j) => !areas || areas.includes(j.judgement.area));
  const matching = inAreas.filter((j) => !grade || j.judgement.grade === grade);
  const shown = matching.length > 0 ? matching : inAreas;
  const when = query.visits.period ? ` ${query.visits.period.label}` : '';
  const answer = {
    ...emptyAnswer('grades', query.text),
    authority,
    notes: [checkedLine(context, authority)],
    closing: knownWithoutDocument(authority, grade, context),
    choices: furtherChoices(authority, 'grades'),
  };
  const council = councilLabel(asked);
  if (held.length === 0 || inAreas.length === 0)
    return {
      ...answer,
      status: 'nothing_found',
      reason: 'report_silent',
      headline: `${council}: this record holds no such grade${when}. ${ungradedNote(visits.length > 0)}`,
    };
  return {
    ...answer,
    headline: `${council}: ${isNow(query) ? newestLine(inAreas) : ''}${verdictLine({ grade, areas }, inAreas, matching, when)}`,
    table: {
      caption: `Grades given to ${authority.name}${when}, newest first`,
      columns: ['Area', 'Grade', 'Visit', 'Document'],
      rows: shown.map(({ judgement, visit, source }) => [
        areaName(judgement.area),
        gradeSaid(judgement),
        `${visitName(visit)}, ${visitDates(visit)}`,
        `${source.publisher} ${source.kind}, ${sourceDate(source)}${judgement.page === null ? '' : `, page ${judgement.page}`}`,
      ]),
    },
    citations: shown.map(citeJudgement),
  };
}

/** "Is it", "still", "now": the record knows the newest inspection it holds, not the present. */
const isNow = ({ words, visits }: Query): boolean =>
  visits.period === null &&
  (/^(is|are)$/.test(words[0] ?? '') || words.some((w) => /^(still|now|currently)$/.test(w)));

function newestLine(inAreas: RecordedJudgement[]): string {
  const newest = inAreas.find((j) => j.judgement.area === 'overall');
  return newest
    ? `at the newest inspection in this record, ${visitDates(newest.visit)}, overall ${newest.judgement.grade}. In all: `
    : '';
}

function verdictLine(
  { grade, areas }: GradeQuestion,
  inAreas: RecordedJudgement[],
  matching: RecordedJudgement[],
  when: string,
): string {
  const overall = inAreas.filter((j) => j.judgement.area === 'overall');
  const said = (list: RecordedJudgement[]) =>
    list.map(({ judgement, visit }) => `${judgement.grade}, ${visitDates(visit)}`).join('; ');
  if (!grade) {
    const shown = overall.length > 0 ? overall : inAreas;
    const label =
      overall.length > 0
        ? 'overall'
        : shown.length === 1 && shown[0]
          ? areaName(shown[0].judgement.area).toLowerCase()
          : 'in the areas asked about';
    return `graded ${label}${when}: ${said(shown)}.`;
  }
  const overallHits = matching.filter((j) => j.judgement.area === 'overall');
  const overallHit = overallHits.length > 0;
  const others = overall.filter((j) => !matching.includes(j));
  const parts = matching.filter((j) => j.judgement.area !== 'overall');
  const named = parts
    .map(
      ({ judgement, visit }) => `${areaName(judgement.area).toLowerCase()}, ${visitDates(visit)}`,
    )
    .join('; ');
  const whole =
    overall.length === 0
      ? ''
      : `overall${when}, ${overallHit ? `yes: ${said(overallHits)}${others.length > 0 ? `. Other overall grades: ${said(others)}` : ''}` : `no grade of “${grade}”: ${said(overall)}`}. `;
  if (parts.length > 0) return `${whole}Areas graded ${grade}: ${named}.`;
  return `${whole}No ${areas ? 'such area' : 'area'} was graded ${grade}${when}.`;
}

const ungradedNote = (visited: boolean): string =>
  visited
    ? 'The visits it knows there gave no grade: focused and monitoring visits never do.'
    : 'It knows of no visit there.';

/** Grades that a later report mentions, of visits whose own document is not held. */
function knownWithoutDocument(
  authority: LocalAuthority,
  grade: Grade | null,
  context: AnswerContext,
): string[] {
  const mentions = new RegExp(`\\b(judged|graded|rated) ${grade ?? ''}`);
  return context.record.visits
    .filter(
      (visit) => visit.urn === authority.urn && visit.known && mentions.test(visit.known.says),
    )
    .map((visit) => `Known from a later report only: ${missingLine(visit)}`);
}

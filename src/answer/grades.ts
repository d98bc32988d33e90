import type { LocalAuthority } from '../domain/authority.js';
import { citeJudgement } from '../domain/citation.js';
import { type Area, areaName, type Grade } from '../domain/judgement.js';
import type { RecordedJudgement } from '../domain/record.js';
import { sourceDate } from '../domain/source.js';
import { visitDates, visitName } from '../domain/visit.js';
import type { Query } from '../search/query.js';
import type { Answer } from './answer.js';
import { type AnswerContext, type Asked, judgementsOf } from './context.js';
import {
  checkedLine,
  councilLabel,
  emptyAnswer,
  furtherChoices,
  gradeSaid,
  missingLine,
} from './said.js';

/** What a question about grades asks for; nulls where it does not say. */
export type GradeQuestion = { grade: Grade | null; areas: Area[] | null };

const AREA_WORDS: [RegExp, Area[]][] = [
  [/\bcare leavers?\b|\bleaving care\b/, ['care_leavers', 'in_care_and_care_leavers']],
  [
    /\b(children|kids) in care\b|\blooked after\b|\blac\b|\bin care\b|\bfoster kids\b/,
    ['in_care', 'looked_after', 'in_care_and_care_leavers'],
  ],
  [/\badoption\b/, ['adoption']],
  [/\bleaders?(hip)?\b|\bmanagement\b|\bgovernance\b/, ['impact_of_leaders', 'leadership']],
  [/\bhelp and protection\b|\bchild protection\b|\bneed of help\b/, ['help_and_protection']],
  [/\bsafeguarding (children )?board\b|\blscb\b/, ['lscb']],
  [/\boverall\b/, ['overall']],
];
const GRADE_WORDS: [RegExp, Grade][] = [
  [/\boutstanding\b/, 'outstanding'],
  [/\brequir\w* improvement\b|\bri\b|\bneeds? improvement\b/, 'requires improvement to be good'],
  [/\binadequate\b/, 'inadequate'],
  [/\badequate\b/, 'adequate'],
  [/\bgood\b/, 'good'],
];
const RATING =
  /\b(rat(ed?|ing|ings)|grad(ed?|es|ing|ings)|judge?ments?|judged|score[ds]?|verdicts?|ofsted result|pass(ed)?)\b/;
const ASKS_WHETHER = /^(is|was|were|are|has|have|did|does|when|how many times|ever|which|what)\b/;

/** Reads a question that the judgements answer ("ever rated good?", "what grade did care leavers get in 2019"); `null` where it is about something else. */
export function readGradeQuestion(query: Query): GradeQuestion | null {
  const text = query.words.join(' ');
  const grade = GRADE_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  const named = AREA_WORDS.flatMap(([pattern, list]) => (pattern.test(text) ? list : []));
  const areas = named.length > 0 ? named : null;
  const rating = RATING.test(text);
  if (!rating && !(grade && ASKS_WHETHER.test(text))) return null;
  const rest = leftover(text, query);
  return rest.length === 0 ? { grade, areas } : null;
}

/** The meaning words of a question that are neither a grade, an area nor the asking itself. */
function leftover(text: string, query: Query): string[] {
  const patterns = [...AREA_WORDS, ...GRADE_WORDS].map(([pattern]) => pattern);
  const bare = patterns.reduce(
    (left, pattern) => left.replace(new RegExp(pattern, 'g'), ' '),
    text,
  );
  const words = new Set(bare.replace(new RegExp(RATING, 'g'), ' ').split(/\s+/));
  const asking =
    /^(ever|times?|been|full|history|last|area|areas|overall|effectiveness|previous|before|first|inspection|result|results|change|changed|go|gone|never|always|child|children|kids|tamesides?|get|got|social|care|department)$/;
  return query.terms
    .map((term) => term.word)
    .filter((word) => words.has(word) && !asking.test(word));
}

/** Answers from the judgements alone: which were given, with visit, dates, document and page. */
export function grades(asked: Asked, { grade, areas }: GradeQuestion): Answer {
  const { authority, query, context } = asked;
  const visits = context.search.visitsMeant(query, authority.urn);
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

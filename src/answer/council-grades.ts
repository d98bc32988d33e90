import type { LocalAuthority } from '../domain/authority.js';
import { isFullInspection, isGraded, isPartInspection } from '../domain/frameworks.js';
import { type Grade, isGrade } from '../domain/judgement.js';
import type { RecordedJudgement } from '../domain/record.js';
import { newestFirst, type Visit } from '../domain/visit.js';
import type { Query } from '../question/legacy/query.js';
import { type AnswerContext, judgementsOf, visitsOf } from './context.js';
import type { CouncilsQuestion } from './grade-question.js';

/**
 * What counts of one council for a question about the grades of many: the `inspections` whose grades are asked for (the newest, or
 * all that the question means), newest first, the judgements of the areas asked about with a grade (`graded`) and those without
 * one (`ungraded`: "not judged"), full inspections known to be newer whose document the record lacks, and the newest one it has.
 */
export type CouncilGrades = {
  authority: LocalAuthority;
  inspections: Visit[];
  graded: { recorded: RecordedJudgement; grade: Grade }[];
  ungraded: RecordedJudgement[];
  newerUnread: Visit[];
  newestHeld: Visit | undefined;
};

/** A grade of one council. */
export type Row = { council: CouncilGrades; recorded: RecordedJudgement; grade: Grade };

/** The councils of some grades, each once, in order. */
export const councilsOf = (rows: Row[]): CouncilGrades[] => [
  ...new Set(rows.map(({ council }) => council)),
];

/** Whether a question is about the overall grade: it names no area, or that one. */
export const isOverall = ({ areas }: CouncilsQuestion): boolean =>
  areas === null || areas.every((area) => area === 'overall');

/** Whether each council's newest grades are asked for, not those of a time or of all time. */
export const isNewest = ({ ever }: CouncilsQuestion, { visits }: Query): boolean =>
  visits.period === null && !ever;

/**
 * The grades of one council that a question asks for. Of the newest inspections: overall, from the newest full inspection alone,
 * also where that one gave no overall grade (none does since April 2026); any other area, from the newest that graded it.
 */
export function councilGrades(
  authority: LocalAuthority,
  question: CouncilsQuestion,
  query: Query,
  context: AnswerContext,
): CouncilGrades {
  const areas = question.areas ?? ['overall'];
  const counts = ({ kind }: Visit) =>
    areas.includes('lscb') ? isGraded(kind) : isFullInspection(kind);
  const known = visitsOf(context, authority.urn).filter(counts).sort(newestFirst);
  const inAreas = (visit: Visit) =>
    judgementsOf(context, visit).filter(({ judgement }) => areas.includes(judgement.area));
  const held = known.filter((visit) => judgementsOf(context, visit).length > 0);
  const inspections = isNewest(question, query)
    ? held.filter((visit) => isOverall(question) || inAreas(visit).length > 0).slice(0, 1)
    : meantOf(held, authority, query, context);
  const judgements = inspections.flatMap(inAreas);
  const newest = held[0];
  return {
    authority,
    newestHeld: newest,
    inspections,
    graded: judgements.flatMap((recorded) => {
      const { grade } = recorded.judgement;
      return isGrade(grade) ? [{ recorded, grade }] : [];
    }),
    ungraded: judgements.filter(({ judgement }) => !isGrade(judgement.grade)),
    newerUnread: known.filter(
      (visit) => !held.includes(visit) && (!newest || newestFirst(visit, newest) < 0),
    ),
  };
}

/** What graded part of a council's services only, at the time asked about; like "overall" in words, not in reach. */
export function partialGrades(
  authority: LocalAuthority,
  grades: Grade[],
  query: Query,
  context: AnswerContext,
): RecordedJudgement[] {
  const partial = visitsOf(context, authority.urn).filter(({ kind }) => isPartInspection(kind));
  return meantOf(partial, authority, query, context)
    .flatMap((visit) => judgementsOf(context, visit))
    .filter(
      ({ judgement: { area, grade } }) =>
        area === 'overall' && isGrade(grade) && grades.includes(grade),
    );
}

function meantOf(
  held: Visit[],
  { urn }: LocalAuthority,
  query: Query,
  { questions }: AnswerContext,
): Visit[] {
  const meant = new Set(questions.visitsMeant(query, urn).map((visit) => visit.id));
  return held.filter((visit) => meant.has(visit.id));
}

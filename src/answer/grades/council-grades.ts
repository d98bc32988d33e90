import type { LocalAuthority } from '../../domain/authority.js';
import { isFullInspection, isGraded, isPartInspection } from '../../domain/frameworks.js';
import { type Area, type Grade, isGrade } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { newestFirst, type Visit } from '../../domain/visit.js';
import { isMeant } from '../../question/index.js';
import type { AnswerContext } from '../context.js';
import { type GradesAsked, isNewest, isOverall } from './asked.js';

/**
 * What counts of one council for a question about the grades of many: the `inspections` whose
 * grades are asked for (the newest, or all that the question means), newest first; the judgements
 * of the areas asked about with a grade (`graded`) and those without one (`ungraded`: "not
 * judged"); full inspections known to be newer whose document the record lacks; the newest one it
 * has.
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
export type GradeRow = { council: CouncilGrades; recorded: RecordedJudgement; grade: Grade };

/** The councils of some grades, each once, in order. */
export const councilsOf = (rows: GradeRow[]): CouncilGrades[] => [
  ...new Set(rows.map(({ council }) => council)),
];

/** Inspections of the whole of a council's children's services with grades held, newest first. */
export const inspectionsHeld = (
  { urn }: LocalAuthority,
  { visitsOf, judgementsOf }: AnswerContext,
): Visit[] =>
  visitsOf(urn)
    .filter((visit) => isFullInspection(visit.kind) && judgementsOf(visit).length > 0)
    .sort(newestFirst);

/** The judgements of a visit in some areas. */
export const judgementsIn = (
  areas: Area[],
  visit: Visit,
  { judgementsOf }: AnswerContext,
): RecordedJudgement[] =>
  judgementsOf(visit).filter(({ judgement }) => areas.includes(judgement.area));

/** The first grade that a visit gave in some areas. */
export function gradeOf(
  areas: Area[],
  visit: Visit,
  context: AnswerContext,
): { recorded: RecordedJudgement; grade: Grade } | null {
  for (const recorded of judgementsIn(areas, visit, context))
    if (isGrade(recorded.judgement.grade)) return { recorded, grade: recorded.judgement.grade };
  return null;
}

/** The council's own judgements at a visit: its Local Safeguarding Children Board is not it. */
export const councilJudgements = (
  visit: Visit,
  { judgementsOf }: Pick<AnswerContext, 'judgementsOf'>,
): RecordedJudgement[] => judgementsOf(visit).filter(({ judgement }) => judgement.area !== 'lscb');

/**
 * The grades of one council that a question asks for. Of the newest inspections: overall, from the
 * newest full inspection alone, also where that one gave no overall grade (none does since April
 * 2026); any other area, from the newest that graded it.
 */
export function councilGrades(
  authority: LocalAuthority,
  asked: GradesAsked,
  context: AnswerContext,
): CouncilGrades {
  const areas = asked.areas ?? ['overall'];
  const counts = ({ kind }: Visit) =>
    areas.includes('lscb') ? isGraded(kind) : isFullInspection(kind);
  const known = context.visitsOf(authority.urn).filter(counts).sort(newestFirst);
  const inAreas = (visit: Visit) => judgementsIn(areas, visit, context);
  const held = known.filter((visit) => context.judgementsOf(visit).length > 0);
  const newestGraded = held
    .filter((visit) => isOverall(asked) || inAreas(visit).length > 0)
    .slice(0, 1);
  const inspections = isNewest(asked)
    ? newestGraded
    : (asked.stillNewest ? newestGraded : held).filter((visit) => isMeant(visit, asked.filter));
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

/**
 * What graded part of a council's services only, at the time asked about: like "overall" in words.
 */
export const partialGrades = (
  { urn }: LocalAuthority,
  grades: Grade[],
  asked: GradesAsked,
  { visitsOf, judgementsOf }: AnswerContext,
): RecordedJudgement[] =>
  visitsOf(urn)
    .filter((visit) => isPartInspection(visit.kind) && isMeant(visit, asked.filter))
    .flatMap(judgementsOf)
    .filter(
      ({ judgement: { area, grade } }) =>
        area === 'overall' && isGrade(grade) && grades.includes(grade),
    );

import type { LocalAuthority, Urn } from '../../domain/authority.js';
import { formatDate } from '../../domain/dates.js';
import { isBoardReview, isFullInspection } from '../../domain/frameworks.js';
import { areaName } from '../../domain/judgement.js';
import type { RecordedJudgement } from '../../domain/record.js';
import { type Source, sourceDate } from '../../domain/source.js';
import { type Visit, visitDates, visitTitle } from '../../domain/visit.js';
import { type AnswerContext, judgementsOf, visitsOf } from '../context.js';

const DAY = 24 * 60 * 60 * 1_000;

/** Whole days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** The grades of a visit in one line, with their document. Null where the record holds none. */
export function gradesOf(visit: Visit, context: AnswerContext): string | null {
  const held = gradesHeld(visit, context);
  const [first] = held;
  if (!first) return null;
  const grades = held.map(({ judgement: { area, grade } }) => `${areaName(area)}: ${grade}`);
  return `${grades.join(' · ')} (${documentOf(first.source)})`;
}

/** A visit's judgements from one document: the one whose text is held, where several print them. */
function gradesHeld(visit: Visit, context: AnswerContext): RecordedJudgement[] {
  const all = judgementsOf(context, visit);
  const source = (all.find((j) => j.source.holds === 'passages') ?? all[0])?.source;
  return all.filter((j) => j.source === source);
}

const documentOf = (source: Source): string =>
  `${source.publisher} ${source.kind}, ${sourceDate(source)}`;

const newestGraded = ({ urn }: LocalAuthority, context: AnswerContext): Visit | undefined =>
  gradedVisits(urn, context)[0];

/** The visits of a council that graded it, newest first; a review of the safeguarding board grades the board. */
export const gradedVisits = (urn: Urn, context: AnswerContext): Visit[] =>
  visitsOf(context, urn).filter(
    (visit) => !isBoardReview(visit.kind) && judgementsOf(context, visit).length > 0,
  );

/** "overall good, 13–24 May 2024 (Ofsted report, published 12 July 2024)", of the newest visit with grades; null where none is held. */
export function overallNow(authority: LocalAuthority, context: AnswerContext): string | null {
  const visit = newestGraded(authority, context);
  const held = visit ? gradesHeld(visit, context) : [];
  const [first] = held;
  if (!visit || !first) return null;
  const overall = held.find((j) => j.judgement.area === 'overall');
  return `${overall ? `overall ${overall.judgement.grade}` : 'no overall grade was given'}, ${visitDates(visit)} (${documentOf(first.source)})`;
}

/** The newest grades held with their dates, and how long the last full inspection is past on the day `today` (ISO). */
export function standingFacts(
  authority: LocalAuthority,
  today: string,
  context: AnswerContext,
): { grades: string[]; days: string[] } {
  const graded = newestGraded(authority, context);
  const full = visitsOf(context, authority.urn).find((visit) => isFullInspection(visit.kind));
  return {
    grades: graded
      ? [`Newest grades in this record, ${visitTitle(graded)}: ${gradesOf(graded, context)}.`]
      : [],
    days: full ? daysSince(full, today) : [],
  };
}

function daysSince(full: Visit, today: string): string[] {
  if (full.end === null)
    return [`The last full inspection that this record knows of: ${visitTitle(full)}.`];
  const days = daysBetween(full.end, today);
  if (days < 0) return [];
  const count = days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`;
  return [
    `${formatDate(today)}: ${count} since the last full inspection in this record ended, ${formatDate(full.end)}.`,
  ];
}

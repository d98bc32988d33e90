import type { AnswerContext } from '../../answer/index.js';
import type { LocalAuthority, Urn } from '../../domain/authority.js';
import { isBoardReview, isFullInspection } from '../../domain/frameworks.js';
import { newestFirst, type Visit } from '../../domain/visit.js';
import type { StandingFacts, VisitGrades } from './digest-value.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Counts the whole days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/**
 * Gives the grades of a visit from one document: the one whose text is held, where several print
 * them. Null where the record holds none.
 */
export function gradesOf(visit: Visit, context: AnswerContext): VisitGrades | null {
  const all = context.judgementsOf(visit);
  const source = (all.find((j) => j.source.holds === 'passages') ?? all[0])?.source;
  if (!source) return null;
  const judgements = all.filter((j) => j.source === source).map(({ judgement }) => judgement);
  return { visit, source, judgements };
}

/**
 * Gives the visits of a council that graded it, newest first. A review of the safeguarding board
 * grades the board, so it is left out.
 */
export const gradedVisits = (urn: Urn, context: AnswerContext): Visit[] =>
  context
    .visitsOf(urn)
    .filter((visit) => !isBoardReview(visit.kind) && context.judgementsOf(visit).length > 0);

/** Gives the graded visit that came before another, or null. */
export const gradedBefore = (visit: Visit, context: AnswerContext): Visit | null =>
  gradedVisits(visit.urn, context).find((other) => newestFirst(visit, other) < 0) ?? null;

/** Gives the standing facts of a council on the day `today` (ISO). */
export function standingFacts(
  { urn }: LocalAuthority,
  today: string,
  context: AnswerContext,
): StandingFacts {
  const [graded] = gradedVisits(urn, context);
  const full = context.visitsOf(urn).find((visit) => isFullInspection(visit.kind));
  return {
    grades: graded ? gradesOf(graded, context) : null,
    lastFull: full ? pastOn(full, today) : null,
  };
}

/** How long a visit is past on a day; null where it is still to come. */
function pastOn(visit: Visit, today: string): StandingFacts['lastFull'] {
  if (visit.end === null) return { visit, days: null };
  const days = daysBetween(visit.end, today);
  return days < 0 ? null : { visit, days };
}

import type { LocalAuthority } from '../../domain/authority.js';
import { formatDate } from '../../domain/dates.js';
import { areaName } from '../../domain/judgement.js';
import { sourceDate } from '../../domain/source.js';
import { type Visit, visitTitle } from '../../domain/visit.js';
import { type AnswerContext, judgementsOf, visitsOf } from '../context.js';

const FULL = ['SIF', 'SIF re-inspection', 'ILACS'];
const DAY = 24 * 60 * 60 * 1_000;

/** Whole days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** The grades of a visit with their document, in one line; the document whose text is held leads. Null where the record holds none. */
export function gradesOf(visit: Visit, context: AnswerContext): string | null {
  const all = judgementsOf(context, visit);
  const source = (all.find((j) => j.source.holds === 'passages') ?? all[0])?.source;
  if (!source) return null;
  const grades = all
    .filter((j) => j.source === source)
    .map(({ judgement: { area, grade } }) => `${areaName(area)}: ${grade}`)
    .join(' · ');
  return `${grades} (${source.publisher} ${source.kind}, ${sourceDate(source)})`;
}

/** The newest grades held with their dates, and how long the last full inspection is past on the day `today` (ISO). */
export function standingFacts(
  authority: LocalAuthority,
  today: string,
  context: AnswerContext,
): { grades: string[]; days: string[] } {
  const visits = visitsOf(context, authority.urn);
  const graded = visits.find((visit) => judgementsOf(context, visit).length > 0);
  const full = visits.find((visit) => FULL.includes(visit.kind));
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

import type { RecordedPassage } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import type { Period } from '../../question/index.js';
import { type Hit, withoutRepeats } from '../../search/index.js';

/** What the visit nearest to a time says, where none of that time is held. */
export type OtherTime = { visit: Visit; shown: RecordedPassage[] };

const MOST_SHOWN = 3;

/** The visit of the hits that is nearest in time, with its passages, best first. */
export function nearestInTime(hits: Hit[], period: Period): OtherTime | null {
  const visits = [...new Set(hits.map(({ passage }) => passage.visit))];
  const [visit] = visits.toSorted((a, b) => monthsFrom(a, period) - monthsFrom(b, period));
  if (!visit) return null;
  const own = hits.flatMap(({ passage }) => (passage.visit.id === visit.id ? [passage] : []));
  return { visit, shown: withoutRepeats(own).slice(0, MOST_SHOWN) };
}

/** How many months lie between a visit and a period; none where it is in it. */
function monthsFrom({ period: when }: Visit, { from, to }: Period): number {
  const at = monthNumber(when);
  return Math.max(0, monthNumber(from) - at, at - monthNumber(to));
}

/** A year alone counts as its middle. */
const monthNumber = (day: string): number =>
  Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7) || '6');

import { type Visit, visitDates, visitName } from '../../domain/visit.js';

/**
 * "inspection of 9–20 May 2022", for use inside a sentence; "inspection from 20 September 2022",
 * where no more than its first day is known.
 */
export function visitOf(visit: Visit): string {
  const dates = visitDates(visit);
  return `${visitName(visit)} ${dates.startsWith('from ') ? dates : `of ${dates}`}`;
}

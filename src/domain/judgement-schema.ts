import { isGraded, type Visit } from './visit.js';

/** The first year in which ILACS grades children in care and care leavers apart. */
const APART_FROM = '2023';

/**
 * Which set of areas a visit was graded in, named for readers; null for visits that give no grade. Grades of two visits
 * stand side by side only where these are equal. Source: the judgement tables of Ofsted's reports, by the day the visit began.
 */
export function judgementSchema({ kind, start, period }: Visit): string | null {
  if (!isGraded(kind)) return null;
  switch (kind) {
    case 'ILACS':
      return (start ?? period) < APART_FROM ? 'ILACS to 2022' : 'ILACS from 2023';
    case 'SIF':
    case 'SIF re-inspection':
      return 'single inspection framework';
    default:
      return kind;
  }
}

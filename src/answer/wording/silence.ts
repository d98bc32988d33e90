import { formatMonth } from '../../domain/dates.js';
import { type Visit, visitName } from '../../domain/visit.js';
import type { About } from '../one-council/about.js';
import { visitOf } from './visit-of.js';

/**
 * "the inspection of 4–15 December 2023 is silent on it": only a report that is held can be said to
 * be silent. Of any other the record has a few quotations, and nothing of it among them.
 */
export const silenceSaid = (visit: Visit, about: About, silent: string): string =>
  about.isReportHeld(visit)
    ? `the ${visitOf(visit)} ${silent}`
    : `nothing on it is quoted from the newer ${visitName(visit)} (${formatMonth(visit.period)})`;

/** That a report was not read, and may well treat what is asked; nothing where it is held. */
export const notReadNote = (visit: Visit, about: About): string[] =>
  about.isReportHeld(visit)
    ? []
    : [
        `The report on the ${visitOf(visit)} is not in this record, only what other documents quote of it: it may well treat this.`,
      ];

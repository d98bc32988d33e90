import { type Visit, visitDates, visitName } from '../../domain/visit.js';

/** "inspection of 9–20 May 2022", for use inside a sentence. */
export const visitOf = (visit: Visit): string => `${visitName(visit)} of ${visitDates(visit)}`;

import { z } from 'zod';
import { Urn } from './authority.js';
import { formatDateRange, formatPeriod } from './dates.js';
import { isNumbered, KIND_IDS, kindName } from './frameworks.js';

/**
 * The kinds of inspection event, never to be mixed up; `frameworks.ts` says what each of them
 * yields.
 */
export const VisitKind = z.enum(KIND_IDS);
export type VisitKind = z.infer<typeof VisitKind>;

/** A span of days inspectors were there; both ends inclusive. */
export const Window = z
  .strictObject({ start: z.iso.date(), end: z.iso.date() })
  .refine((w) => w.start <= w.end, 'a window ends on or after the day it starts');

/**
 * One inspection event. `windows` are the days inspectors were there, in order (there can be two);
 * `start` and `end` are the first and last of those days and `null` where no document gives them.
 * `period` is what is known instead: a year, a month or the first day ("2017", "2022-06",
 * "2025-02-13"), always present, for ordering and for filters. `reported` is the day on which its
 * report came out, where only official statistics tell of the visit. `ordinal` numbers monitoring
 * visits.
 */
export const Visit = z
  .strictObject({
    id: z.string().regex(/^(?:\d{5,7}|E\d{8})-[a-z0-9-]+$/),
    urn: Urn,
    kind: VisitKind,
    ordinal: z.number().int().positive().nullable(),
    windows: z.array(Window),
    start: z.iso.date().nullable(),
    end: z.iso.date().nullable(),
    period: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
    leadInspector: z.string().nullable(),
    reported: z.iso.date().optional(),
    /** What a visit without grades looked at, as official statistics list it. */
    theme: z.string().min(1).optional(),
    /**
     * Set when no document of this visit is in the record: who mentions it, where, and what they
     * say of it.
     */
    known: z
      .strictObject({
        source: z.string(),
        page: z.number().int().positive().nullable(),
        says: z.string(),
      })
      .nullable(),
  })
  .superRefine((visit, context) => {
    const first = visit.windows[0]?.start ?? null;
    const last = visit.windows.at(-1)?.end ?? null;
    if (visit.start !== first || visit.end !== last)
      context.addIssue({ code: 'custom', message: 'start and end are those of the windows' });
    if (visit.start && !visit.start.startsWith(visit.period))
      context.addIssue({ code: 'custom', message: 'period is the start of the visit' });
  });
export type Visit = z.infer<typeof Visit>;

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** What a reader calls the visit: "inspection", "third monitoring visit", "focused visit". */
export const visitName = ({ kind, ordinal }: Visit): string =>
  ordinal !== null && isNumbered(kind)
    ? `${ordinalName(ordinal)} ${kindName(kind)}`
    : kindName(kind);

/** "third" */
export const ordinalName = (ordinal: number): string => ORDINALS[ordinal - 1] ?? `${ordinal}th`;

/**
 * The days of the visit as a reader needs them: "4–15 December 2023"; says so where they are not
 * given.
 */
export function visitDates(visit: Visit): string {
  if (visit.windows.length > 0)
    return visit.windows.map((w) => formatDateRange(w.start, w.end)).join(' and ');
  const isFirstDay = visit.period.length === 'yyyy-mm-dd'.length;
  return isFirstDay
    ? `from ${formatPeriod(visit.period)}`
    : `${formatPeriod(visit.period)}, visit dates not given`;
}

/**
 * The visit in a list of visits: "focused visit, June 2022". Where days are not known it does not
 * dwell on that.
 */
export const visitBrief = (visit: Visit): string =>
  `${visitName(visit)}, ${visit.windows.length > 0 ? visitDates(visit) : formatPeriod(visit.period)}`;

/** "third monitoring visit, 2017, visit dates not given" */
export const visitTitle = (visit: Visit): string => `${visitName(visit)}, ${visitDates(visit)}`;

/** The last day of a visit ("2019-05-24"), or its month or year where no more is known. */
export const lastDayOf = ({ end, period }: Pick<Visit, 'end' | 'period'>): string => end ?? period;

/** Orders visits newest first; a visit known only by year sorts by that year's start. */
export function newestFirst(a: Visit, b: Visit): number {
  const [one, other] = [lastDayOf(a), lastDayOf(b)];
  if (one !== other) return one > other ? -1 : 1;
  return (b.ordinal ?? 0) - (a.ordinal ?? 0);
}

/** The year in which a visit began, "2019". */
export const yearOf = ({ period }: Visit): string => period.slice(0, 4);

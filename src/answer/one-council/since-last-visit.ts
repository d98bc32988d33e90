import type { Visit } from '../../domain/visit.js';
import { spansOf } from '../../question/index.js';
import type { AskedOfOne } from '../asked.js';
import { type About, aboutOf, visitsMeant } from './about.js';
import { type Graded, gradedOf } from './latest.js';

/** A span of time in whole years, months and days, and as `totalDays`. */
export type Elapsed = { years: number; months: number; days: number; totalDays: number };

/**
 * A visit and how long ago its last day was (its first one where the record has no other:
 * `isFromFirstDay`). Where the record gives its month or its year alone, the time since the end of
 * that, which is known `to` months or years only; `null` where that is still to come.
 */
export type Ago = {
  visit: Visit;
  elapsed: Elapsed | null;
  to: 'days' | 'months' | 'years';
  isFromFirstDay: boolean;
};

/**
 * The newest visit of any kind that is meant, and the newest that gave grades; `isOfInspections`:
 * visits of other kinds were not asked about.
 */
export type SinceLastVisitFacts = {
  about: About;
  today: string;
  newest: Ago | null;
  newestGraded: (Ago & Graded) | null;
  isOfInspections: boolean;
};

export function sinceLastVisit(asked: AskedOfOne): SinceLastVisitFacts {
  const today = asked.context.today();
  const visits = visitsMeant(asked);
  const [newest] = visits;
  const [graded] = gradedOf(visits, asked);
  return {
    about: aboutOf(asked),
    today,
    newest: newest ? ago(newest, today) : null,
    isOfInspections: spansOf(asked.question, 'visit').every(({ value }) => value.said !== 'visit'),
    newestGraded: graded ? { ...graded, ...ago(graded.visit, today) } : null,
  };
}

function ago(visit: Visit, today: string): Ago {
  const { end, period } = visit;
  const day = end ?? (period.length === 'yyyy-mm-dd'.length ? period : null);
  const isFromFirstDay = end === null && day !== null;
  if (day !== null) return { visit, elapsed: elapsedSince(day, today), to: 'days', isFromFirstDay };
  const [year = 0, month] = period.split('-').map(Number);
  const last = new Date(Date.UTC(year, month ?? 12, 0)).toISOString().slice(0, 10);
  const elapsed = elapsedSince(last, today);
  return { visit, elapsed, to: month ? 'months' : 'years', isFromFirstDay };
}

const DAY = 24 * 60 * 60 * 1000;

/** The time from one ISO date to another; `null` where the other is earlier. */
export function elapsedSince(from: string, to: string): Elapsed | null {
  if (from > to) return null;
  const [start, end] = [new Date(from), new Date(to)];
  const months = monthsBetween(start, end);
  const anniversary = plusMonths(start, months);
  return {
    years: Math.floor(months / 12),
    months: months % 12,
    days: Math.round((end.getTime() - anniversary.getTime()) / DAY),
    totalDays: Math.round((end.getTime() - start.getTime()) / DAY),
  };
}

function monthsBetween(start: Date, end: Date): number {
  const months =
    12 * (end.getUTCFullYear() - start.getUTCFullYear()) + end.getUTCMonth() - start.getUTCMonth();
  return plusMonths(start, months) > end ? months - 1 : months;
}

/** The same day so many months later, or the last of that month. */
function plusMonths(date: Date, months: number): Date {
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), last)));
}

import { lastDayOf } from '../../domain/visit.js';
import { firstOf, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { mostOf } from '../operations/runs.js';
import { listedMonths, type VisitsAsked, visitsAsked } from './visit-rows.js';

/** A year ("2019") or a month ("2019-03") with how many of the visits ended in it. */
export type TimeRow = { time: string; count: number };

/**
 * How many of the visits that a question means ended in each year, or month, in order of time, with
 * those that had none between the first and the last; `at` are those with the most (or the fewest,
 * but for the first and the last one, which the record has in part alone). By month, `ofYear`
 * counts each month of the calendar ("03") over all years, most first. `from` and `to` are the
 * first and last month of any visit that counts.
 */
export type VisitsByTimeFacts = Omit<VisitsAsked, 'meant'> & {
  by: 'year' | 'month';
  which: 'most' | 'fewest';
  total: number;
  rows: TimeRow[];
  at: TimeRow[];
  ofYear: TimeRow[];
  from: string;
  to: string;
  listed: { from: string; to: string } | null;
};

export function visitsByTime(asked: AskedOfAll): VisitsByTimeFacts {
  const { question, context } = asked;
  const { meant, ...said } = visitsAsked(asked);
  const by = firstOf(question, 'grouping') === 'month' ? 'month' : 'year';
  const orders = spansOf(question, 'order').map(({ value }) => value);
  const isFewest = firstOf(question, 'tally') === 'fewest' || orders.includes('fewest');
  const length = by === 'month' ? 'yyyy-mm'.length : 'yyyy'.length;
  const days = meant.map(({ visit }) => lastDayOf(visit)).filter((day) => day.length >= length);
  const rows = timesBetween(days.map((day) => day.slice(0, length)).toSorted());
  const whole = isFewest ? rows.slice(1, -1) : rows;
  const months = days.map((day) => day.slice(0, 'yyyy-mm'.length)).toSorted();
  return {
    ...said,
    by,
    which: isFewest ? 'fewest' : 'most',
    total: days.length,
    rows,
    at: mostOf(whole, isFewest ? 'fewest' : 'most'),
    ofYear:
      by === 'month'
        ? MONTHS.map((month) => ({
            time: month,
            count: days.filter((day) => day.slice('yyyy-'.length, 'yyyy-mm'.length) === month)
              .length,
          })).toSorted((a, b) => b.count - a.count)
        : [],
    from: months[0] ?? '',
    to: months.at(-1) ?? '',
    listed: said.counted === 'visits' ? listedMonths(context) : null,
  };
}

/** The months of a year by their numbers. */
const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));

/** Every year or month from the first to the last of some that are sorted, each with its count. */
function timesBetween(sorted: string[]): TimeRow[] {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const years = Array.from(
    { length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1 },
    (_, i) => String(Number(first.slice(0, 4)) + i),
  );
  const isOfMonths = first.length > 'yyyy'.length;
  const all = isOfMonths
    ? years.flatMap((year) => MONTHS.map((month) => `${year}-${month}`))
    : years;
  return all
    .filter((time) => first <= time && time <= last)
    .map((time) => ({ time, count: sorted.filter((each) => each === time).length }));
}

import { firstOf, spansOf } from '../../question/index.js';
import type { AskedOfAll } from '../asked.js';
import { group } from '../operations/rows.js';
import { mostOf } from '../operations/runs.js';
import { listedMonths, type VisitRow, type VisitsAsked, visitsAsked } from './visit-rows.js';

/** A year ("2019") or a month ("2019-03") with how many of the visits ended in it. */
export type TimeRow = { time: string; count: number };

/**
 * How many of the visits that a question means ended in each year, or month, in order of time; `at`
 * are those with the most (or the fewest, of the times between the first and the last one, which
 * the record has in part alone). By month, `ofYear` counts each month of the calendar ("03") over
 * all years, most first. `from` and `to` are the first and last month of any visit that counts.
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
  const days = meant.map(lastDayOf).filter((day) => day.length >= length);
  const rows = countedBy(days, (day) => day.slice(0, length)).toSorted((a, b) =>
    a.time.localeCompare(b.time),
  );
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
        ? countedBy(days, (day) => day.slice('yyyy-'.length, 'yyyy-mm'.length)).toSorted(
            (a, b) => b.count - a.count,
          )
        : [],
    from: months[0] ?? '',
    to: months.at(-1) ?? '',
    listed: said.counted === 'visits' ? listedMonths(context) : null,
  };
}

const lastDayOf = ({ visit }: VisitRow): string => visit.end ?? visit.period;

const countedBy = (days: string[], timeOf: (day: string) => string): TimeRow[] =>
  [...group(days, timeOf)].map(([time, own]) => ({ time, count: own.length }));

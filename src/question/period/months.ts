import { formatMonth } from '../../domain/dates.js';

/** Where a period has no beginning or no end in the question, it has these. */
export const EARLIEST = '2000-01';
export const LATEST = '2099-12';

/**
 * A stretch of time as the question names it, before a word such as "since" is applied to it: the
 * months `from` to `to` ("YYYY-MM", inclusive), the token after it (`end`), the word that stands
 * before its name in a sentence (`lead`: "in" or "at"), and `note`, what a reader should be told of
 * how it was understood.
 */
export type Moment = {
  from: string;
  to: string;
  name: string;
  note: string | null;
  lead: 'in' | 'at';
  end: number;
  /** The month's number where no year was said: a range may say the year later. */
  yearless?: number;
  /** The day of the month, where one was said: what comes after it may be in the same month. */
  day?: number;
  /** Set where it is the beginning of a longer time. */
  isStart?: true;
  /** Set where days from one to another were said. */
  days?: true;
  /** Set where it is a year that begins within one of the calendar: "2018/19". */
  isYearSplit?: true;
  /** Set where a state at that time is meant. */
  asOf?: true;
  /** The month exactly so long ago, where the question says how long. */
  ago?: string;
};

/** "2024-03" from a year and the month's number, 1 to 12. */
export const monthOf = (year: number, month: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;

export const yearOf = (month: string): number => Number(month.slice(0, 4));
export const numberOf = (month: string): number => Number(month.slice(5, 7));

/** The month so many months later (earlier, where `count` is negative). */
export function addMonths(month: string, count: number): string {
  const months = yearOf(month) * 12 + numberOf(month) - 1 + count;
  return monthOf(Math.floor(months / 12), (months % 12) + 1);
}

/** The last month of that number that has begun by `thisMonth`. */
export function lastMonthNumbered(number: number, thisMonth: string): string {
  const year = yearOf(thisMonth);
  return monthOf(number <= numberOf(thisMonth) ? year : year - 1, number);
}

/** "April 2018 to March 2019", "June to August 2021", "March 2024". */
export function monthsSaid(from: string, to: string): string {
  if (from === to) return formatMonth(from);
  const first = formatMonth(from);
  const start = yearOf(from) === yearOf(to) ? first.slice(0, first.indexOf(' ')) : first;
  return `${start} to ${formatMonth(to)}`;
}

/** The moment of a whole year. */
export const yearMoment = (year: number, end: number): Moment => ({
  from: monthOf(year, 1),
  to: monthOf(year, 12),
  name: String(year),
  note: null,
  lead: 'in',
  end,
});

/**
 * The moment of a year that begins in one of the calendar: a school's in September, a council's in
 * April.
 */
export function splitYearMoment(start: number, ofSchool: boolean, end: number): Moment {
  const from = monthOf(start, ofSchool ? 9 : 4);
  const to = addMonths(from, 11);
  const name = `${start}/${String(start + 1).slice(2)}`;
  return { from, to, name, note: monthsSaid(from, to), lead: 'in', isYearSplit: true, end };
}

/** The moment of one month. */
export const monthMoment = (month: string, end: number): Moment => ({
  from: month,
  to: month,
  name: formatMonth(month),
  note: null,
  lead: 'in',
  end,
});

/** The moment of one day, told by its month. */
export const dayMoment = (month: string, day: number | undefined, end: number): Moment => ({
  ...monthMoment(month, end),
  day,
});

/** The month of that number whose year nobody said: the last one, and a note that says so. */
export function yearlessMoment(number: number, thisMonth: string, end: number): Moment {
  const month = lastMonthNumbered(number, thisMonth);
  const name = formatMonth(month);
  const note = month === thisMonth ? 'this month' : `the last ${name.slice(0, name.indexOf(' '))}`;
  return { ...monthMoment(month, end), note, yearless: number };
}

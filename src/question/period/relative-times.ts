import { formatMonth } from '../../domain/dates.js';
import {
  addMonths,
  lastMonthNumbered,
  type Moment,
  monthMoment,
  monthOf,
  monthsSaid,
  splitYearMoment,
  yearMoment,
  yearOf,
} from './months.js';
import { countOf, EVENT, MONTHS, SEASONS, type TimeWords, UNITS } from './time-words.js';

/** Today as an ISO date, and its month. */
export type Today = { date: string; month: string };

/** Reads "last year", "the past 5 yrs", "two years ago", "yesterday": times that today tells. */
export function readRelativeTime(words: TimeWords, at: number, today: Today): Moment | null {
  return rolling(words, at, today) ?? calendar(words, at, today) ?? ago(words, at, today);
}

/** "the last three years", "past 12 months", "the last year": up to today. */
function rolling(words: TimeWords, at: number, today: Today): Moment | null {
  const said = words.word(at) === 'the' ? at + 1 : at;
  const which = words.word(said);
  if (!/^(?:last|past|previous)$/.test(which)) return null;
  const counted = countAt(words, said + 1);
  const unitAt = counted?.end ?? said + 1;
  const unit = UNITS.get(words.word(unitAt));
  if (!unit || (!counted && (words.word(unitAt) !== unit || isCalendar(which, unit, said > at))))
    return null;
  const count = counted?.count ?? 1;
  const from = monthBack(today, count, unit);
  const name = [`the ${which}`, counted?.said, count > 1 || counted ? `${unit}s` : unit];
  const start = from === today.month ? 'this month' : `since ${formatMonth(from)}`;
  return {
    from,
    to: today.month,
    name: name.filter((part) => part).join(' '),
    note: start,
    lead: 'in',
    end: unitAt + 1,
  };
}

/**
 * Reads the time that something is said to have been missing: "not inspected for over 5 years",
 * "no visit in three years". It begins at the word after the inspection or the visit.
 */
export function readTimeWithout(words: TimeWords, at: number, today: Today): Moment | null {
  const isLed = /^(?:for|in)$/.test(words.word(at));
  if (!(isLed ? WITHOUT : WENT).test(words.word(at - 1))) return null;
  let start = isLed ? at + 1 : at;
  if (words.word(start) === 'well') start++;
  if (/^(?:more|at)$/.test(words.word(start))) start += 2;
  else if (/^(?:over|nearly|almost|about)$/.test(words.word(start))) start++;
  if (words.word(start) === 'the') start++;
  const counted = countAt(words, start) ?? countOfOne(words, start);
  const unit = counted && UNITS.get(words.word(counted.end));
  if (!counted || !unit || unit === 'day') return null;
  const from = monthBack(today, counted.count, unit);
  const name = `the last ${counted.said} ${unit}s`;
  const note = `since ${formatMonth(from)}`;
  return { from, to: today.month, name, note, lead: 'in', end: counted.end + 1 };
}

/** After what a time "for" or "in" which nothing was stands, and what is followed by it alone. */
const WITHOUT = /^(?:inspect\w*|visit\w*|report\w*|rated|graded|nothing|look\w*|ofsted)$/;
const WENT = /^(?:gone|went)$/;

/** "a", "an": one of a unit. */
const countOfOne = (words: TimeWords, at: number) =>
  /^an?$/.test(words.word(at)) ? { count: 1, said: '1', end: at + 1 } : null;

/** "Last year" is the calendar's; "the last year", "the past year" and "last decade" end today. */
const isCalendar = (which: string, unit: string, withThe: boolean): boolean =>
  unit === 'day' || (unit !== 'decade' && which !== 'past' && (!withThe || which === 'previous'));

/** "three", "12", "couple of", "few": a count and how the reply says it. */
function countAt(
  words: TimeWords,
  at: number,
): { count: number; said: string; end: number } | null {
  const word = words.word(at);
  const count = countOf(word);
  if (count) return { count, said: word, end: at + 1 };
  if (word === 'couple') return { count: 2, said: 'two', end: at + (of(words, at) ? 2 : 1) };
  return word === 'few' ? { count: 3, said: 'three', end: at + 1 } : null;
}

const of = (words: TimeWords, at: number): boolean => words.word(at + 1) === 'of';

const NOT_TIMES = /^(?:olds?|group|plan|of)$/;

/** "last year", "this month", "last week", "last march", "this summer", "yesterday". */
function calendar(words: TimeWords, at: number, today: Today): Moment | null {
  const [which, what] = [words.word(at), words.word(at + 1)];
  if (which === 'yesterday') {
    const month = monthBack(today, 1, 'day');
    return byTheMonth(month, month, 'yesterday', at + 1);
  }
  const isLast = /^(?:last|previous|past)$/.test(which);
  if (!isLast && !/^(?:this|current)$/.test(which)) return null;
  const ofYear = yearNamed(words, at + 1, isLast, today);
  if (ofYear) return ofYear;
  const month = MONTHS.get(what);
  const after = words.word(at + 2);
  if (what === 'may' && !isLast && after !== '' && !EVENT.test(after)) return null;
  if (month) return namedMonth(month, isLast, at, today);
  const season = SEASONS.get(what);
  if (season) return namedSeason(what, season, isLast, at, today);
  const unit = UNITS.get(what);
  if (!unit || (what !== unit && !(what === `${unit}s` && EVENT.test(after)))) return null;
  if (NOT_TIMES.test(after)) return null;
  const note = `${isLast ? 'last' : 'this'} ${unit}`;
  if (unit === 'year')
    return { ...yearMoment(yearOf(today.month) - (isLast ? 1 : 0), at + 2), note };
  if (unit === 'month')
    return { ...monthMoment(addMonths(today.month, isLast ? -1 : 0), at + 2), note };
  if (unit === 'week') return byTheMonth(...weekOf(today, isLast), note, at + 2);
  return null;
}

/**
 * "financial year", "school year", "academic year": the one that is, or the last that is over.
 */
function yearNamed(words: TimeWords, at: number, isLast: boolean, today: Today): Moment | null {
  const which = words.word(at);
  const ofSchool = /^(?:academic|school)$/.test(which);
  if (!ofSchool && !/^(?:financial|fiscal|council|municipal|reporting|inspection)$/.test(which))
    return null;
  if (!/^(?:year|yr)s?$/.test(words.word(at + 1))) return null;
  const hasBegun = Number(today.month.slice(5)) >= (ofSchool ? 9 : 4);
  const begun = yearOf(today.month) - (hasBegun ? 0 : 1);
  return splitYearMoment(begun - (isLast ? 1 : 0), ofSchool, at + 2);
}

function namedMonth(number: number, isLast: boolean, at: number, today: Today): Moment {
  const before = isLast ? addMonths(today.month, -1) : today.month;
  const month = isLast ? lastMonthNumbered(number, before) : monthOf(yearOf(today.month), number);
  const name = formatMonth(month);
  const note = isLast ? `the last ${name.slice(0, name.indexOf(' '))}` : null;
  return { ...monthMoment(month, at + 2), note };
}

function namedSeason(
  name: string,
  [first, count]: readonly [number, number],
  isLast: boolean,
  at: number,
  today: Today,
): Moment {
  const ended = addMonths(today.month, -count);
  const from = isLast ? lastMonthNumbered(first, ended) : monthOf(yearOf(today.month), first);
  return seasonMoment(name, from, count, at + 2);
}

/** A season that begins in a month. */
export function seasonMoment(name: string, from: string, count: number, end: number): Moment {
  const to = addMonths(from, count - 1);
  return {
    from,
    to,
    name: `${name} ${yearOf(from)}`,
    note: monthsSaid(from, to),
    lead: 'in',
    end,
  };
}

/** A time of days, told by the months that it is in: a period is of months. */
const byTheMonth = (from: string, to: string, note: string, end: number): Moment => ({
  ...monthMoment(from, end),
  to,
  name: monthsSaid(from, to),
  note: `${note}, by the month`,
});

/** "two years ago", "a decade ago", "6 months ago". */
function ago(words: TimeWords, at: number, today: Today): Moment | null {
  const isOne = /^an?$/.test(words.word(at));
  const couple = isOne && words.word(at + 1) === 'couple';
  const counted =
    isOne && !couple ? { count: 1, said: 'a', end: at + 1 } : countAt(words, couple ? at + 1 : at);
  const unit = counted && UNITS.get(words.word(counted.end));
  if (!counted || !unit || words.word(counted.end + 1) !== 'ago') return null;
  const month = monthBack(today, counted.count, unit);
  const note = `${counted.said} ${unit}${counted.count > 1 ? 's' : ''} ago`;
  const end = counted.end + 2;
  if (unit === 'year' || unit === 'decade')
    return { ...yearMoment(yearOf(month), end), note, asOf: true, ago: month };
  const moment = { ...monthMoment(month, end), note, asOf: true, ago: month } as const;
  return unit === 'month' ? moment : { ...moment, note: `${note}, by the month` };
}

const MONTHS_IN = { month: 1, year: 12, decade: 120 };

/** The month of the day so many units before today. */
function monthBack(
  { date, month }: Today,
  count: number,
  unit: 'day' | 'week' | keyof typeof MONTHS_IN,
): string {
  if (unit !== 'day' && unit !== 'week') return addMonths(month, -count * MONTHS_IN[unit]);
  return daysBack(date, unit === 'week' ? count * 7 : count).slice(0, 7);
}

function daysBack(date: string, days: number): string {
  const time = new Date(`${date}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() - days);
  return time.toISOString().slice(0, 10);
}

/** The months of a week, from its Monday to its Sunday: this week's or the last one's. */
function weekOf({ date }: Today, isLast: boolean): [from: string, to: string] {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = daysBack(date, weekday + (isLast ? 7 : 0));
  return [monday.slice(0, 7), daysBack(monday, -6).slice(0, 7)];
}

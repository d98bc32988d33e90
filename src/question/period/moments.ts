import type { Period } from '../question.js';
import {
  addMonths,
  LATEST,
  lastMonthNumbered,
  type Moment,
  monthMoment,
  monthOf,
  monthsSaid,
  numberOf,
  yearOf,
} from './months.js';
import { namedTime } from './named-times.js';
import { readRelativeTime, seasonMoment, type Today } from './relative-times.js';
import { fourFigureYear, isDash, SEASONS, type TimeWords } from './time-words.js';
import { readWrittenDate } from './written-dates.js';

/** Reads the stretch of time that begins at this place; `null` where there is none. */
export function readMoment(words: TimeWords, at: number, today: Today): Moment | null {
  return (
    readYearTo(words, at, today) ??
    readRelativeTime(words, at, today) ??
    partOfTime(words, at, today) ??
    season(words, at) ??
    namedTime(words, at) ??
    readWrittenDate(words, at, today.month)
  );
}

/** "the year to march 2025", "yr ending march 2025", "12 months to march 2025". */
export function readYearTo(words: TimeWords, at: number, today: Today): Moment | null {
  const start = words.word(at) === 'the' ? at + 1 : at;
  const counted = /^(?:12|twelve)$/.test(words.word(start));
  const unit = words.word(counted ? start + 1 : start);
  if (!(counted ? /^(?:months?|mths?)$/ : /^(?:year|yr|fy)$/).test(unit)) return null;
  let next = start + (counted ? 2 : 1);
  if (words.isAt(next, 'up to')) next += 2;
  else if (/^(?:to|ending|ended|until|till|upto|end)$/.test(words.word(next))) next++;
  else return null;
  while (/^(?:in|on|the|end|of)$/.test(words.word(next))) next++;
  const last = readWrittenDate(words, next, today.month);
  if (!last || last.from !== last.to) return null;
  const from = addMonths(last.to, -11);
  const name = `the year to ${last.name}`;
  return { from, to: last.to, name, note: monthsSaid(from, last.to), lead: 'in', end: last.end };
}

/** Which months of a year a word leaves: the first of them and how many. */
const PARTS_OF_YEAR: ReadonlyMap<string, readonly [first: number, count: number]> = new Map([
  ['early', [1, 4]],
  ['mid', [5, 4]],
  ['middle', [5, 4]],
  ['late', [9, 4]],
  ['start', [1, 3]],
  ['beginning', [1, 3]],
  ['end', [10, 3]],
  ['q1', [1, 3]],
  ['q2', [4, 3]],
  ['q3', [7, 3]],
  ['q4', [10, 3]],
  ['first quarter', [1, 3]],
  ['second quarter', [4, 3]],
  ['third quarter', [7, 3]],
  ['last quarter', [10, 3]],
  ['first half', [1, 6]],
  ['second half', [7, 6]],
]);

/** "late 2022", "mid-2021", "the end of 2018", "q1 2023", "the first half of 2019". */
function partOfTime(words: TimeWords, at: number, today: Today): Moment | null {
  const start = words.word(at) === 'the' ? at + 1 : at;
  const two = `${words.word(start)} ${words.word(start + 1)}`;
  const part = PARTS_OF_YEAR.has(two) ? two : words.word(start);
  const months = PARTS_OF_YEAR.get(part);
  if (!months) return null;
  let next = start + part.split(' ').length;
  const joined = words.isAt(next, 'of') ? 1 : 0;
  next += joined;
  if (words.isAt(next, 'the')) next++;
  const needsOf = /^(?:middle|start|beginning|end|\w+ half|\w+ quarter)$/.test(part);
  if (needsOf && !joined && part !== 'end') return null;
  const whole = readWrittenDate(words, next, today.month) ?? readRelativeTime(words, next, today);
  if (!whole || whole.to > addMonths(whole.from, 119)) return null;
  const isState = part === 'end';
  const saidPart = `${needsOf || whole.name.startsWith('the ') ? 'the ' : ''}${part}${needsOf ? ' of' : ''}`;
  const of = whole.name.replace('the ', '');
  const label = /^q\d$/.test(part) ? saidPart.toUpperCase() : saidPart;
  const isStart = /^(?:start|beginning)$/.test(part) ? ({ isStart: true } as const) : {};
  const named = { ...isStart, name: `${label} ${of}`, end: whole.end, note: whole.note };
  const state = isState ? ({ lead: 'at', asOf: true } as const) : ({ lead: 'in' } as const);
  if (whole.from === whole.to) return { ...whole, ...named, ...state };
  const [from, to] = partOf(whole, months);
  return { from, to, ...named, ...state, note: isState ? whole.note : monthsSaid(from, to) };
}

/** The months of that part of a year, or of as much of a longer time. */
function partOf({ from, to }: Moment, [first, count]: readonly [number, number]): [string, string] {
  const months = (yearOf(to) - yearOf(from)) * 12 + numberOf(to) - numberOf(from) + 1;
  const start = addMonths(from, Math.floor(((first - 1) * months) / 12));
  const length = Math.max(1, Math.floor((count * months) / 12));
  return [start, addMonths(start, length - 1)];
}

/** "summer 2021", "winter 2021/22", "the autumn term of 2022". */
function season(words: TimeWords, at: number): Moment | null {
  const word = words.word(at);
  const term = words.isAt(at + 1, 'term') ? `${word} term` : word;
  const months = SEASONS.get(term);
  if (!months || !word) return null;
  let next = at + term.split(' ').length;
  if (words.isAt(next, 'of')) next++;
  const short = /^['’‘]$/.test(words.before(next)) && /^\d\d$/.test(words.word(next));
  const year = fourFigureYear(short ? `20${words.word(next)}` : words.word(next));
  if (!year) return null;
  const goesOn = /^\d\d(?:\d\d)?$/.test(words.word(next + 1));
  const split = goesOn && (words.gap(next) === '/' || isDash(words.gap(next)));
  return seasonMoment(term, monthOf(year, months[0]), months[1], next + (split ? 2 : 1));
}

/**
 * Two moments as one range, in order of time. A month whose year was not said takes it from the
 * other: "march to june 2024" is of one year, "november to february 2022" of two.
 */
export function rangeOf(
  first: Moment,
  second: Moment,
): Pick<Period, 'from' | 'to' | 'label' | 'isYearSplit'> {
  const [start, end] = sameYears(first, second);
  const [early, late] = start.from <= end.from ? [start, end] : [end, start];
  const [to = late.to] = [early.to, late.to].toSorted().reverse();
  const isYearSplit = (first.isYearSplit || second.isYearSplit) && ({ isYearSplit: true } as const);
  const note = isYearSplit ? monthsSaid(early.from, to) : (end.note ?? start.note);
  const label = `from ${early.name} to ${late.name}${note === null ? '' : ` (${note})`}`;
  return { from: early.from, to, label, ...isYearSplit };
}

/**
 * A month whose year was not said, in the year of the one it is listed with: "may and june 2024".
 */
export const withYearOf = (month: Moment, other: Moment): Moment => sameYears(month, other)[0];

function sameYears(first: Moment, second: Moment): [Moment, Moment] {
  if (first.yearless !== undefined) {
    const month = lastMonthNumbered(first.yearless, second.from);
    return [{ ...monthMoment(month, first.end), lead: first.lead }, second];
  }
  if (second.yearless === undefined) return [first, second];
  const later = yearOf(first.to) + (second.yearless < numberOf(first.to) ? 1 : 0);
  const year = Math.min(later, yearOf(LATEST));
  const month = monthOf(year, second.yearless);
  return [first, { ...monthMoment(month, second.end), lead: second.lead }];
}

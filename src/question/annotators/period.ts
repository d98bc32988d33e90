import {
  BETWEEN,
  type Lead,
  leadsAt,
  led,
  MOST_BETWEEN,
  openEnd,
  whatIsMeant,
} from '../period/leads.js';
import { rangeOf, readMoment, readYearTo, withYearOf } from '../period/moments.js';
import { type Moment, yearMoment, yearOf } from '../period/months.js';
import { isDuringNamedTime } from '../period/named-times.js';
import { readTimeWithout, type Today } from '../period/relative-times.js';
import {
  isDash,
  isOfTime,
  type TimeWords,
  timeWords,
  WORDS_OF_TIME,
} from '../period/time-words.js';
import { sayAll } from '../places-of.js';
import type { Annotator, Kind, Period, Span } from '../question.js';

/**
 * Yields the times that a question names. Months and "last year" are reckoned from `today`, an ISO
 * date, and the label of a period says what was reckoned.
 */
export function createPeriodAnnotator({ today }: { today: string }): Annotator {
  const day: Today = { date: today, month: today.slice(0, 7) };
  return {
    name: 'period',
    words: WORDS_OF_TIME,
    annotate(reading) {
      if (!reading.tokens.some(isOfTime)) return [];
      const words = timeWords(reading);
      const spans: Span[] = [];
      let at = 0;
      while (at < words.count) {
        const found = readPeriod(words, at, day);
        if (found) {
          const { period, end } = found;
          const [first, last] = [reading.tokens[at], reading.tokens[end - 1]];
          const surface = reading.text.slice(first?.start ?? 0, last?.end ?? 0);
          const by = isDuringNamedTime(words, at) ? DURING_PANDEMIC : 'period';
          spans.push({ kind: 'period', value: period, from: at, to: end, surface, by });
          at = end;
        } else at++;
      }
      return spans;
    },
  };
}

/** What names a time in which something was, and a subject of reports too. */
const DURING_PANDEMIC = 'during the pandemic';

/** Kinds of what was done, or given, in a time. */
const DONE: ReadonlySet<Kind> = new Set(['visit', 'grade', 'rating']);

/**
 * The spans seen without the pandemic as a time in which something was ("during covid"), unless a
 * visit or a grade is asked about and `isKnown` holds of all other words: else it is what was found
 * of the pandemic that is asked for.
 */
export function withoutPandemicAsSubject(
  seen: Span[],
  count: number,
  isKnown: (kind: Kind) => boolean,
): Span[] {
  if (!seen.some(({ by }) => by === DURING_PANDEMIC)) return seen;
  const known = seen.filter(({ kind }) => isKnown(kind));
  const isOfTime = seen.some(({ kind }) => DONE.has(kind)) && sayAll(known, count);
  return isOfTime ? seen : seen.filter(({ by }) => by !== DURING_PANDEMIC);
}

type Found = { period: Period; end: number };

/** The period that begins at this place, with the word that leads to it. */
function readPeriod(words: TimeWords, at: number, today: Today): Found | null {
  const without = readTimeWithout(words, at, today) ?? readYearTo(words, at, today);
  if (without) return { period: led('in', without), end: without.end };
  for (const { lead, length } of leadsAt(words, at)) {
    const found = readLed(words, at, lead, at + length, today);
    if (found) return found;
  }
  const moment = readMoment(words, at, today);
  return moment && periodOf(words, at, null, moment, today);
}

function readLed(
  words: TimeWords,
  at: number,
  lead: Lead,
  from: number,
  today: Today,
): Found | null {
  for (let start = from; start <= from + MOST_BETWEEN; start++) {
    const moment = readMoment(words, start, today);
    if (moment) return periodOf(words, at, lead, moment, today);
    const isLed = words.word(start) === 'at' && words.word(start + 1) !== 'least';
    if (isLed || !BETWEEN.test(words.word(start))) return null;
  }
  return null;
}

function periodOf(
  words: TimeWords,
  at: number,
  lead: Lead | null,
  moment: Moment,
  today: Today,
): Found | null {
  const isComparison = /^(?:compare|comparing|contrast)$/.test(words.word(at - 1));
  const further = isComparison ? null : rangeEnd(words, lead, moment, today);
  if (further) return further;
  const one = listed(words, moment, today);
  const isWeek = words.word(at) === 'week' || words.word(at + 1) === 'week';
  const lone = isWeek ? { ...one, days: true as const } : one;
  const open = isComparison ? null : openEnd(words, moment.end, lead);
  if (open) return { period: led(open.lead, lone), end: open.end };
  const meant = whatIsMeant(words, at, lead, lone);
  return meant && { period: led(meant, lone), end: moment.end };
}

/** The leads that a range may have: "before 2018 to 2020" is none. */
const LEADS_OF_RANGES: readonly (Lead | null)[] = [null, 'from', 'between', 'since', 'in'];
const TO = /^(?:to|until|till|til|through|thru|upto)$/;

/** The range that goes on after its first moment: "2015 to 2018", "march–june 2024", "2018-21". */
function rangeEnd(words: TimeWords, lead: Lead | null, first: Moment, today: Today): Found | null {
  if (!LEADS_OF_RANGES.includes(lead)) return null;
  const { end } = first;
  const word = words.word(end);
  const gap = words.gap(end - 1);
  const isDashed = isDash(gap) || (lead === 'between' && gap === '&');
  let next = isDashed ? end : null;
  if (TO.test(word) || (lead === 'between' && word === 'and')) next = end + 1;
  if (words.isAt(end, 'up to')) next = end + 2;
  if (next === null) return null;
  if (words.isAt(next, 'the')) next++;
  const second = readMoment(words, next, today) ?? shortYear(words, next, first);
  return second && { period: rangeOf(first, second), end: second.end };
}

/** The "21" of "2018-21". */
function shortYear(words: TimeWords, at: number, first: Moment): Moment | null {
  const year = Math.floor(yearOf(first.from) / 100) * 100 + Number(words.word(at));
  const isYear = /^\d\d$/.test(words.word(at)) && first.name === String(yearOf(first.from));
  return isYear && year > yearOf(first.from) && year < 2040 ? yearMoment(year, at + 1) : null;
}

const MOST_LISTED = 3;

/** A month listed with others has the year that is said after the last of them. */
function listed(words: TimeWords, moment: Moment, today: Today, depth = 0): Moment {
  const { end, yearless } = moment;
  const joined = /^(?:and|or)$/.test(words.word(end));
  if (yearless === undefined || depth > MOST_LISTED) return moment;
  if (!joined && !/^[,/&]$/.test(words.gap(end - 1))) return moment;
  const other = readMoment(words, joined ? end + 1 : end, today);
  if (!other || other.from !== other.to) return moment;
  const last = listed(words, other, today, depth + 1);
  return last.yearless === undefined ? withYearOf(moment, last) : moment;
}

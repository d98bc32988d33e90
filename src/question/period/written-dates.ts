import {
  dayMoment,
  type Moment,
  monthOf,
  splitYearMoment,
  yearlessMoment,
  yearMoment,
  yearOf,
} from './months.js';
import { numericDate } from './numeric-dates.js';
import {
  dayOf,
  EVENT,
  fourFigureYear,
  isDash,
  isPlainMonth,
  MONTHS,
  spokenYear,
  type TimeWords,
} from './time-words.js';

/** Reads a date or a year that begins at this place; `null` where there is none. */
export function readWrittenDate(words: TimeWords, at: number, thisMonth: string): Moment | null {
  return (
    numericDate(words, at) ??
    monthAndYear(words, at, thisMonth) ??
    twoYears(words, at) ??
    decade(words, at) ??
    year(words, at)
  );
}

/** "march 2024", "mar 24", "4 december 2023", "december 4th", "4–15 december", "in march". */
function monthAndYear(words: TimeWords, at: number, thisMonth: string): Moment | null {
  const place = at + daysBefore(words, at);
  const month = MONTHS.get(words.word(place));
  if (!month) return null;
  let end = place + 1;
  if (words.word(end) === 'of') end++;
  const year = yearAfter(words, end, thisMonth, place > at);
  const isOneDay = place - at < 2 || (place - at === 2 && words.word(at + 1) === 'of');
  const days = isOneDay ? {} : ({ days: true } as const);
  const first = place > at ? (dayOf(words.word(at)) ?? undefined) : undefined;
  if (year) return { ...dayMoment(monthOf(year.year, month), first, year.end), ...days };
  end = place + 1;
  const day = dayOf(words.word(end));
  if (place === at && day && !isDash(words.gap(end))) {
    const further = fourFigureYear(words.word(end + 1));
    if (further) return dayMoment(monthOf(further, month), day, end + 2);
    if (words.gap(place) === '') return yearlessMoment(month, thisMonth, end + 1);
  }
  if (place === at && !isMeantAsMonth(words, place)) return null;
  return yearlessMoment(month, thisMonth, end);
}

/** How many tokens before the month say its day: "4", "4th of", "the 4 to 15", "4–15". */
function daysBefore(words: TimeWords, at: number): number {
  const next = (place: number) => (words.word(place) === 'of' ? place + 1 : place);
  if (!dayOf(words.word(at))) return 0;
  if (MONTHS.has(words.word(next(at + 1)))) return next(at + 1) - at;
  const other = isDash(words.gap(at))
    ? at + 1
    : /^(?:to|and|until)$/.test(words.word(at + 1))
      ? at + 2
      : null;
  if (other === null || !dayOf(words.word(other))) return 0;
  return MONTHS.has(words.word(next(other + 1))) ? next(other + 1) - at : 0;
}

/**
 * The year after a month: "2024", "’24", "24". Two figures after a month are a year where they
 * cannot be a day that people would write so, and after a day and a month always.
 */
function yearAfter(
  words: TimeWords,
  at: number,
  thisMonth: string,
  dayIsSaid: boolean,
): { year: number; end: number } | null {
  const word = words.word(at);
  const full = fourFigureYear(word);
  if (full) return { year: full, end: at + 1 };
  const next = words.word(at + 1);
  if (!/^\d\d$/.test(word) || fourFigureYear(next) || MONTHS.has(next)) return null;
  const number = Number(word);
  const marked = isApostrophe(words.before(at));
  if (!marked && words.before(at) !== '' && words.before(at) !== '/' && words.before(at) !== '-')
    return null;
  const isPast = number >= 9 && number <= yearOf(thisMonth) % 100;
  return marked || dayIsSaid || isPast ? { year: 2000 + number, end: at + 1 } : null;
}

const isApostrophe = (text: string): boolean => /^['’‘]$/.test(text);

const BEFORE_MONTH =
  /^(?:in|since|until|till?|before|after|during|between|from|of|last|this|late|early|mid|by|pre|post|for)$/;
const AFTER_MAY = /^(?:be|have|not|need|also|or|only|still|well|want|get|go|help)$/;

const isList = (gap: string): boolean => isDash(gap) || /^[,/&]$/.test(gap);

/** Whether a month without a day or a year is one: "may" and "march" are other words too. */
function isMeantAsMonth(words: TimeWords, at: number): boolean {
  const [word, before, after] = [words.word(at), words.word(at - 1), words.word(at + 1)];
  if (isPlainMonth(word)) return true;
  if (word === 'may' && AFTER_MAY.test(after)) return false;
  const joins = (other: string) => /^(?:to|and|until|till)$/.test(other);
  return (
    BEFORE_MONTH.test(before) ||
    EVENT.test(after) ||
    (joins(after) && MONTHS.has(words.word(at + 2))) ||
    (joins(before) && MONTHS.has(words.word(at - 2))) ||
    (joins(before) && fourFigureYear(words.word(at - 2)) !== null) ||
    (isList(words.gap(at)) && MONTHS.has(after)) ||
    (isList(words.before(at)) && MONTHS.has(before))
  );
}

const LEADS_TO_YEAR = /^(?:in|during|for|years?|since|before|after|fy)$/;

/** What two small numbers at the end are of, so that they are no year: "aged 16/17", "18/19". */
const LEADS_TO_COUNT =
  /^(?:of|about|around|aged?|ages|leavers?|children|child|people|kids?|teenagers?|teens?|adolescents?|girls?|boys?|lads?|pupils?|adults?|runaways?|refugees?|homeless|ages?|olds?|young|youths?|nearly|over|under|was|were|is|are|at|to|only|caseloads?|numbers?|workers?|cases?|page|pages|paragraph)$/;

/** What a year is called that begins within a calendar year. */
const OF_YEAR =
  /^(?:academic|school|financial|fiscal|reporting|inspection|municipal|council|statistical)$/;

/**
 * Whether two figures either side of a stroke are a year: beside a word of visits or of years or,
 * with nothing after them, beside a word that counts nothing ("leeds 21/22").
 */
function isShortYear(words: TimeWords, at: number): boolean {
  const [before, after] = [words.word(at - 1), words.word(at + 2)];
  if (/^(?:years?|yrs?)$/.test(after)) return !/^olds?$/.test(words.word(at + 3));
  if (OF_YEAR.test(after) && words.isAt(at + 3, 'year')) return true;
  if (LEADS_TO_YEAR.test(before)) return words.gap(at) === '/' || before === 'fy';
  if (EVENT.test(before) || EVENT.test(after)) return true;
  if (after !== '' || before === '') return false;
  return !LEADS_TO_COUNT.test(before) && !/\d/.test(before);
}

/** "2018/19", "2018-19", "2018/2019", "visits 24/25": a council's year, from April. */
function twoYears(words: TimeWords, at: number): Moment | null {
  const ofBudget = /^fy(\d\d)$/.exec(words.word(at))?.[1];
  // "FY24" is the financial year that ends in it, "FY24/25" the one that begins in 2024.
  if (ofBudget) {
    const isPair = words.gap(at) === '/' && words.word(at + 1) === String(Number(ofBudget) + 1);
    const start = 2000 + Number(ofBudget) - (isPair ? 0 : 1);
    return { ...splitYear(words, start, at), end: isPair ? at + 2 : at + 1 };
  }
  const [first, second, gap] = [words.word(at), words.word(at + 1), words.gap(at)];
  if (gap !== '/' && !isDash(gap)) return null;
  const short = /^\d\d$/.test(first) && /^\d\d$/.test(second);
  const isAge = /^olds?$/.test(words.word(at + 2));
  const start = fourFigureYear(short ? `20${first}` : first);
  if (!start || (short && (isAge || !isShortYear(words, at)))) return null;
  const next = /^\d\d$/.test(second) ? Math.floor(start / 100) * 100 + Number(second) : null;
  const end = next ?? fourFigureYear(second);
  if (end === null || end <= start) return null;
  const isSplit = end === start + 1 && (next !== null || gap === '/');
  return isSplit ? splitYear(words, start, at) : null;
}

/** A year that begins within a calendar year: a school's in September, a council's in April. */
function splitYear(words: TimeWords, start: number, at: number): Moment {
  const said = [at - 2, at + 2].find(
    (place) => OF_YEAR.test(words.word(place)) && words.isAt(place + 1, 'year'),
  );
  const ofSchool = said !== undefined && /^(?:academic|school)$/.test(words.word(said));
  return splitYearMoment(start, ofSchool, said === at + 2 ? at + 4 : at + 2);
}

/** "2010s" */
function decade(words: TimeWords, at: number): Moment | null {
  const start = fourFigureYear(/^(\d{3}0)s$/.exec(words.word(at))?.[1] ?? '');
  if (!start) return null;
  return {
    ...yearMoment(start, at + 1),
    to: monthOf(start + 9, 12),
    name: `the ${start}s`,
    note: `${start} to ${start + 9}`,
  };
}

const MORE_THAN = /^(?:than|over|nearly|almost|approximately|under|least)$/;
const COUNTED =
  /^(?:children|child|kids?|pupils?|people|cases?|pounds?|families|referrals?|workers?|carers?|young|plans?|visits|families|hours?|words?|calls?|contacts?|per|percent|social|foster|staff)$/;

const SAID_AS_TIME = /^(?:in|since|before|after|during|until|till|by|from|of)$/;

/** "2018" and "’18"; a number of children, of pounds or of cases is no year. */
function year(words: TimeWords, at: number): Moment | null {
  const word = words.word(at);
  const spoken = spokenYear(words, at);
  if (spoken) return yearMoment(spoken.year, at + spoken.count);
  const full = fourFigureYear(word);
  if (!full) return abbreviatedYear(words, at);
  const [before, next] = [words.before(at), words.word(at + 1)];
  if (/[£$€#]$/.test(before) || words.gap(at).startsWith('%')) return null;
  if (/^(?:years|yrs|months|weeks|days)$/.test(next)) return null;
  const previous = words.word(at - 1);
  const roundOrCompared = full % 100 === 0 || MORE_THAN.test(previous);
  if (roundOrCompared && COUNTED.test(next) && !SAID_AS_TIME.test(previous)) return null;
  return yearMoment(full, at + 1);
}

function abbreviatedYear(words: TimeWords, at: number): Moment | null {
  const word = words.word(at);
  if (!/^\d\d$/.test(word) || !isApostrophe(words.before(at).slice(-1))) return null;
  if (/^(?:years?|yrs?|olds?|and|to)$/.test(words.word(at + 1))) return null;
  return yearMoment(2000 + Number(word), at + 1);
}

import { Weekday } from '../../domain/subscription.js';
import { listed } from '../wording/lists.js';

const DAY = 'mon|tue|wed|thu|fri|sat|sun';
const DAY_WORD =
  '(?:mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:s|nesdays?)?|thu(?:r(?:s(?:days?)?)?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)';
const JOIN = '(?:\\s*(?:,|&|/|-|–)\\s*|\\s+(?:and|to)\\s+|\\s*,\\s*and\\s+|\\s+)';

/**
 * What says on which days, within a longer text: "daily", "every weekday", "mon,thu", "on Mondays
 * and Thursdays", "mon-fri".
 */
export const DAYS_PATTERN = `(?:\\b(?:on|every)\\s+)?\\b(?:daily|(?:every|each)\\s?(?:day|morning)|week\\s?days?|week\\s?ends?|${DAY_WORD}(?:${JOIN}${DAY_WORD})*)\\b`;

const EVERY_DAY: Weekday[] = [...Weekday.options];
const WORKING_DAYS: Weekday[] = EVERY_DAY.slice(0, 5);
const WEEKEND: Weekday[] = EVERY_DAY.slice(5);

const NAMES: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

export const weekdayName = (day: Weekday): string => NAMES[day];

/** The days that a text matched by `DAYS_PATTERN` names, in week order. */
export function readWeekdays(text: string): Weekday[] {
  const typed = text.toLowerCase();
  if (/daily|(every|each)\s?(day|morning)/.test(typed)) return EVERY_DAY;
  if (/week\s?day/.test(typed)) return WORKING_DAYS;
  if (/week\s?end/.test(typed)) return WEEKEND;
  const found = [...typed.matchAll(new RegExp(`(-|–|\\bto\\b)?\\s*\\b(${DAY})`, 'g'))].flatMap(
    ([, upTo, name]) => {
      const day = Weekday.safeParse(name);
      return day.success ? [{ day: day.data, upTo: upTo !== undefined }] : [];
    },
  );
  const chosen = new Set<Weekday>();
  found.forEach(({ day, upTo }, at) => {
    const from = found[at - 1]?.day;
    for (const each of upTo && from ? through(from, day) : [day]) chosen.add(each);
  });
  return EVERY_DAY.filter((day) => chosen.has(day));
}

/** The days from one to another, over the end of the week where need be. */
function through(from: Weekday, to: Weekday): Weekday[] {
  const [first, last] = [EVERY_DAY.indexOf(from), EVERY_DAY.indexOf(to)];
  return first <= last
    ? EVERY_DAY.slice(first, last + 1)
    : [...EVERY_DAY.slice(first), ...EVERY_DAY.slice(0, last + 1)];
}

/** "every day", "Monday to Friday", "every Monday and Thursday". */
export function describeWeekdays(days: readonly Weekday[]): string {
  if (days.length === EVERY_DAY.length) return 'every day';
  if (days.join() === WORKING_DAYS.join()) return 'Monday to Friday';
  return `every ${listed(days.map(weekdayName))}`;
}

/** The day of the week in a time zone at an instant. */
export function weekdayIn(zone: string, moment: Date): Weekday {
  const name = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: zone });
  return Weekday.parse(name.format(moment).toLowerCase());
}

import type { AnswerContext } from '../../answer/index.js';
import { Weekday } from '../../domain/subscription.js';
import { cleanText } from '../../question/index.js';
import { readCouncils } from './councils.js';
import { DigestProblem } from './problem.js';
import { DEFAULT_TIME, type DigestSettings } from './settings.js';
import { readThemes } from './themes.js';
import { readTimeOfDay } from './time-of-day.js';
import { DAYS_PATTERN, readWeekdays } from './weekdays.js';
import { readZone } from './zones.js';

/**
 * Settings, and in sentences what was read as what; `toMe` where it is to come to whoever asks, in
 * their direct message.
 */
export type SettingsRead = { settings: DigestSettings; notes: string[]; toMe: boolean };

/** How a request is written, for whoever wrote another. */
export const REQUEST_USAGE =
  'COUNCIL… at HH:MM [daily|weekdays|mon,thu] [zone Europe/London] [about THEME] [only new] [condensed] [to me]';

/** What begins a part of the request; the councils come before the first. */
const CLAUSES = {
  at: '\\bat(?=\\s+(?:\\d|noon\\b|midday\\b|midnight\\b))',
  zone: '\\b(?:time\\s?zone|zone)\\b',
  about: '\\babout\\b',
  onlyNew:
    '\\b(?:only\\s+(?:(?:when|if)\\s+)?(?:there\\s+is\\s+)?(?:something\\s+(?:is\\s+)?)?new|new\\s+only)\\b',
  condensed:
    '\\b(?:condensed|in\\s+short(?:\\s+form)?|headlines?\\s+only|(?:(?:the\\s+)?(?:detail|details|rest)\\s+)?in\\s+(?:a|its|the)\\s+thread)\\b',
  toMe: '\\b(?:to|for)\\s+(?:just\\s+)?me(?:\\s+(?:alone|only))?\\b|\\b(?:by|as|in|to)\\s+(?:a\\s+|my\\s+)?(?:dms?|direct\\s+messages?)\\b',
  days: DAYS_PATTERN,
} as const;
type Clause = keyof typeof CLAUSES;
const CLAUSE = new RegExp(
  Object.entries(CLAUSES)
    .map(([name, pattern]) => `(?<${name}>${pattern})`)
    .join('|'),
  'gi',
);

/**
 * Reads a request written as `REQUEST_USAGE` says, its parts after the councils in any order.
 * Where nothing is written it is 08:30, every day, in `zone`, about all themes, with a theme on the
 * days that have nothing new.
 * @throws DigestProblem with one sentence where a part cannot be read.
 */
export function readRequest(typed: string, zone: string, context: AnswerContext): SettingsRead {
  const text = cleanText(typed);
  refuseFrequency(text);
  const { councils, clauses } = split(withAt(text));
  const at = clauses.get('at');
  const time = at === undefined ? { at: DEFAULT_TIME, rest: '' } : readTimeOfDay(at);
  const zoneTyped = clauses.get('zone');
  const zoneAfter = zoneTyped === undefined ? zoneIn(time.rest) : null;
  const leftOver = [
    zoneAfter === null ? time.rest : '',
    clauses.get('onlyNew'),
    clauses.get('condensed'),
    clauses.get('toMe'),
    afterDays(clauses.get('days')),
  ];
  for (const rest of leftOver) refuseLeftOver(rest);
  const zoneRead = zoneTyped === undefined ? (zoneAfter ?? zone) : readZone(zoneTyped);
  const read = readCouncils(councils, context);
  const about = clauses.get('about');
  const { themes, notes } =
    about === undefined ? { themes: [], notes: [] } : readThemes(about, context);
  const days = clauses.get('days');
  return {
    settings: {
      authorities: read.authorities.map(({ urn }) => urn),
      themes: themes.map(({ id }) => id),
      at: time.at,
      zone: zoneRead,
      weekdays: days === undefined ? [...Weekday.options] : readWeekdays(days),
      onlyNew: clauses.has('onlyNew'),
      condensed: clauses.has('condensed'),
    },
    notes: [...read.notes, ...notes],
    toMe: clauses.has('toMe'),
  };
}

/** A digest comes on days of the week: "weekly" does not say on which. */
function refuseFrequency(text: string): void {
  const [typed] =
    /\b(?:(?:bi-?)?weekly|fortnightly|monthly|hourly|(?:every|once an?|each) (?:week|fortnight|month|hour))\b/i.exec(
      text,
    ) ?? [];
  if (typed)
    throw new DigestProblem(
      `I could not read “${typed}”: write daily, weekdays or the days by name, such as “mon” or “mon,thu”.`,
      'days',
    );
}

/**
 * A time of day that could be nothing else, "8am", "08:30" or "0900", may stand without its "at".
 */
const withAt = (text: string): string =>
  /\bat\s+\d/i.test(text)
    ? text
    : text.replace(/(?<=^|\s)(?=\d{1,2}(?:[:.]\d{2}|\s?[ap]m\b)|[01]\d[0-5]\d(?:\s|$))/i, 'at ');

/**
 * The zone that follows a time without its keyword, "8am London", "08:30 in Europe/Paris"; null
 * where what follows is none.
 */
function zoneIn(rest: string): string | null {
  const typed = rest.replace(/^in\s+/i, '');
  if (typed === '') return null;
  try {
    return readZone(typed);
  } catch (error) {
    if (error instanceof DigestProblem) return null;
    throw error;
  }
}

/** The councils, and each clause with what it says: for days the words that name them too. */
function split(text: string): { councils: string; clauses: Map<Clause, string> } {
  const found = [...text.matchAll(CLAUSE)].flatMap((match) => {
    const [name] = clauseNames.filter((each) => match.groups?.[each] !== undefined);
    return name ? [{ name, from: match.index, to: match.index + match[0].length }] : [];
  });
  const clauses = new Map<Clause, string>();
  found.forEach(({ name, from, to }, at) => {
    if (clauses.has(name))
      throw new DigestProblem(`“${text.slice(from, to)}” is said twice: say it once.`);
    const end = found[at + 1]?.from ?? text.length;
    clauses.set(name, text.slice(name === 'days' ? from : to, end).trim());
  });
  const councils = text.slice(0, found[0]?.from ?? text.length);
  const [, before = councils, after] = /^(.*?)\bat\b(.*)$/is.exec(councils) ?? [];
  if (after !== undefined && !clauses.has('at')) clauses.set('at', after);
  return { councils: before, clauses };
}

const clauseNames: Clause[] = ['at', 'zone', 'about', 'onlyNew', 'condensed', 'toMe', 'days'];

const afterDays = (days: string | undefined): string | undefined =>
  days?.replace(new RegExp(`^(?:${DAYS_PATTERN})`, 'i'), '');

function refuseLeftOver(rest: string | undefined): void {
  const typed = rest?.replace(/^[\s,;.]+|[\s,;.]+$/g, '') ?? '';
  if (typed !== '' && typed.toLowerCase() !== 'and')
    throw new DigestProblem(`I could not read “${typed.slice(0, 60)}”: write ${REQUEST_USAGE}.`);
}

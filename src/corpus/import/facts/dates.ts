import type { z } from 'zod';
import type { Window } from '../../../domain/visit.js';

type Span = z.infer<typeof Window>;

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS = /\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b,?/gi;

type Token =
  | { kind: 'day' | 'month' | 'year'; value: number }
  | { kind: 'date'; iso: string }
  | { kind: 'to' }
  | { kind: 'and' };

/**
 * A point of a range as printed: parts that a later one states ("4 to 15 December 2023") are still
 * missing.
 */
type Point = { day?: number; month?: number; year?: number; iso?: string };

/**
 * The visit dates a label prints, as windows in order: "4 to 15 December 2023", "26 September 2016
 * to 20 October 2016", "12/09/2016 to 06/10/2016", "15 – 19 July 2013", "12 and 13 May 2021", "28
 * July 2016", and two windows ("5 to 9 December 2022 and 14 to 15 February 2023"). `null` where any
 * word of it is not understood, a date does not exist or a window ends before it starts.
 */
export function parseVisitWindows(text: string): Span[] | null {
  const tokens = tokenise(text);
  if (!tokens) return null;
  const windows: { points: Point[] }[] = [{ points: [{}] }];
  for (const token of tokens) {
    const window = windows.at(-1);
    const point = window?.points.at(-1);
    if (!window || !point) return null;
    if (token.kind === 'to') window.points.push({});
    else if (token.kind === 'and') windows.push({ points: [{}] });
    else if (!addTo(point, token)) return null;
  }
  return complete(windows);
}

/**
 * One printed date ("9 December 2016", "18 Feb 2014", "01 September 2014", "09/12/2016") as an ISO
 * date, or `null`.
 */
export function parseDate(text: string): string | null {
  const windows = parseVisitWindows(text);
  const [only] = windows ?? [];
  return windows?.length === 1 && only && only.start === only.end ? only.start : null;
}

function tokenise(text: string): Token[] | null {
  const words = text
    .replace(WEEKDAYS, ' ')
    .replace(/\bbetween\b([^,;]*?\d[^,;]*?)\band\b/gi, '$1 to ')
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/(\d)-(\d{1,2})-(\d{2,4})\b/g, '$1/$2/$3')
    .replace(/[-‐-―−─━]/g, ' to ')
    .replace(/,(?=\s*\d{1,2}\b)/g, ' and ')
    .replace(/[,;]|\.(?=\s|$)/g, ' ')
    .match(/\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d+|[a-z]+|\S/gi);
  if (!words) return null;
  const tokens: Token[] = [];
  for (const word of words) {
    const token = tokenOf(word.toLowerCase());
    if (token === 'skip') continue;
    if (!token) return null;
    tokens.push(token);
  }
  return tokens;
}

function tokenOf(word: string): Token | 'skip' | null {
  const numeric = /^(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})$/.exec(word);
  if (numeric) {
    const year = Number(numeric[3]);
    const iso = isoDate(year < 100 ? 2000 + year : year, Number(numeric[2]), Number(numeric[1]));
    return iso ? { kind: 'date', iso } : null;
  }
  if (/^\d{4}$/.test(word)) return { kind: 'year', value: Number(word) };
  if (/^\d{1,2}$/.test(word)) return { kind: 'day', value: Number(word) };
  const month =
    word.length >= 3
      ? MONTHS.findIndex((m) => m === word || m.startsWith(word) || word === 'sept')
      : -1;
  if (month >= 0) return { kind: 'month', value: word === 'sept' ? 9 : month + 1 };
  if (word === 'to' || word === 'until') return { kind: 'to' };
  if (word === 'and' || word === '&') return { kind: 'and' };
  return word === 'from' || word === 'on' || word === 'of' ? 'skip' : null;
}

/**
 * Adds a part to a point; a part that is already there means the phrase has a shape we do not know.
 */
function addTo(point: Point, token: Exclude<Token, { kind: 'to' | 'and' }>): boolean {
  if (token.kind === 'date') {
    if (point.iso || point.day) return false;
    point.iso = token.iso;
    return true;
  }
  if (point.iso || point[token.kind] !== undefined) return false;
  point[token.kind] = token.value;
  return true;
}

/**
 * Fills the parts that are printed once for several points, from right to left, and joins
 * consecutive single days.
 */
function complete(windows: { points: Point[] }[]): Span[] | null {
  let month: number | undefined;
  let year: number | undefined;
  const spans: Span[] = [];
  for (const { points } of windows.toReversed()) {
    if (points.length > 2) return null;
    const dates: string[] = [];
    for (const point of points.toReversed()) {
      month = point.month ?? month;
      year = point.year ?? year;
      const iso = point.iso ?? isoDate(year, month, point.day);
      if (!iso) return null;
      dates.unshift(iso);
    }
    const [start, end = start] = dates;
    if (!start || !end || start > end) return null;
    spans.unshift({ start, end });
  }
  return joinNeighbours(spans);
}

function joinNeighbours(spans: Span[]): Span[] | null {
  const joined: Span[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (before && span.start <= before.end) return null;
    if (before && nextDay(before.end) === span.start) before.end = span.end;
    else joined.push({ ...span });
  }
  return joined.length > 0 ? joined : null;
}

const nextDay = (iso: string): string =>
  new Date(Date.parse(iso) + 86_400_000).toISOString().slice(0, 10);

function isoDate(year?: number, month?: number, day?: number): string | null {
  if (!year || !month || !day || year < 1990 || year > 2100) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

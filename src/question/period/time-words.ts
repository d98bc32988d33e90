import type { Reading, Token } from '../question.js';

const PANDEMIC = /^(?:covid|covid19|coronavirus|pandemic|lockdown|lockdowns|corona)$/;

/** Whether a word may name a time that has a name. */
export const isOfNamedTime = (word: string): boolean => PANDEMIC.test(word);

/** The words of a question by their place; places outside it have the empty word. */
export type TimeWords = {
  count: number;
  word(at: number): string;
  /** The characters between the word at this place and the next, without white space. */
  gap(at: number): string;
  /** Whether the words from this place on are these. */
  isAt(at: number, phrase: string): boolean;
  /** The characters before the word, without white space, back to the word before it. */
  before(at: number): string;
};

/**
 * Looks at a reading's tokens; a month is what was typed, whatever a repair of spelling made of it.
 */
export function timeWords({ tokens, text }: Reading): TimeWords {
  const list = tokens.map(({ word, typed }) => inFigures(MONTHS.has(typed) ? typed : word));
  const word = (at: number) => list[at] ?? '';
  const gap = (at: number) =>
    text.slice(tokens[at]?.end ?? text.length, tokens[at + 1]?.start ?? text.length).trim();
  return {
    count: list.length,
    word,
    gap,
    isAt: (at, phrase) => phrase.split(' ').every((each, i) => word(at + i) === each),
    before: (at) =>
      at === 0 ? text.slice(0, tokens[0]?.start ?? 0).trim() : at > 0 ? gap(at - 1) : '',
  };
}

/** "2k18" as the year that it stands for. */
const inFigures = (word: string): string => word.replace(/^2k(\d\d)$/, '20$1');

const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** Months by name and by their short forms, with their numbers. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((name, i): [string, number][] => [
    [name, i + 1],
    [name.slice(0, 3), i + 1],
    ...(name === 'september' ? ([['sept', 9]] as [string, number][]) : []),
  ]),
);

/** Names of months that are other words too, or names: they need a word of time beside them. */
const AMBIGUOUS = new Set(['may', 'march', 'jan', 'mar', 'jun', 'sep', 'dec', 'april', 'june']);
export const isPlainMonth = (word: string): boolean =>
  MONTHS.has(word) && word.length > 3 && !AMBIGUOUS.has(word);

/** First month and how many months, by season and by school term; winter ends in the next year. */
export const SEASONS: ReadonlyMap<string, readonly [first: number, count: number]> = new Map([
  ['spring', [3, 3]],
  ['summer', [6, 3]],
  ['autumn', [9, 3]],
  ['winter', [12, 3]],
  ['spring term', [1, 4]],
  ['summer term', [4, 4]],
  ['autumn term', [9, 4]],
]);

/** Whether a word is or may be part of what every time is named by: "3rd", "march", "years". */
export const isOfTime = ({ word, typed }: Token): boolean =>
  word === 'yesterday' ||
  word === CENTURY ||
  isOfNamedTime(word) ||
  UNITS.has(word) ||
  SEASONS.has(word) ||
  MONTHS.has(word) ||
  MONTHS.has(typed) ||
  /\d/.test(word);

const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(
    ' ',
  );

/** A count in figures or in words, from 1 to 100. */
export function countOf(word: string): number | null {
  const spelt = NUMBERS.indexOf(word);
  if (spelt > 0) return spelt;
  if (word === 'twenty') return 20;
  const number = /^\d{1,3}$/.test(word) ? Number(word) : 0;
  return number >= 1 && number <= 100 ? number : null;
}

/** The months in a unit of time; weeks and days are looked up by the day. */
export const UNITS: ReadonlyMap<string, 'day' | 'week' | 'month' | 'year' | 'decade'> = new Map([
  ...(['day', 'week', 'month', 'year', 'decade'] as const).flatMap(
    (unit) =>
      [
        [unit, unit],
        [`${unit}s`, unit],
      ] as const,
  ),
  ['yr', 'year'],
  ['yrs', 'year'],
  ['mth', 'month'],
  ['mths', 'month'],
  ['wk', 'week'],
  ['wks', 'week'],
]);

/** A year in four figures that inspections can be of. */
export function fourFigureYear(word: string): number | null {
  return /^(?:19[89]|20[0-3])\d$/.test(word) ? Number(word) : null;
}

const CENTURY = 'twenty';
const TEENS = 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');

/**
 * A year as it is spoken ("twenty nineteen", "twenty twenty-three"), with how many words say it;
 * `null` where a number is meant, or a year before inspections were.
 */
export function spokenYear(words: TimeWords, at: number): { year: number; count: number } | null {
  if (words.word(at) !== CENTURY) return null;
  const next = words.word(at + 1);
  const teen = TEENS.indexOf(next);
  if (teen >= 0) return { year: 2013 + teen, count: 2 };
  if (next !== CENTURY) return null;
  const unit = NUMBERS.indexOf(words.word(at + 2));
  return unit > 0 && unit < 10 ? { year: 2020 + unit, count: 3 } : { year: 2020, count: 2 };
}

/** A day of a month, "4" or "4th". */
export function dayOf(word: string): number | null {
  const number = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1] ?? 0);
  return number >= 1 && number <= 31 ? number : null;
}

export const isDash = (text: string): boolean => /^[-‐‑‒–—−]$/.test(text);

/** What inspectors leave behind, as people name it after a time: "march inspection". */
export const EVENT =
  /^(?:inspections?|reinspections?|visits?|reports?|letters?|ilacs|sif|monitoring|focus+ed|ofsted|ratings?|grades?|judge?ments?)$/;

/** The words of time, for a speller to repair to and to leave alone. */
export const WORDS_OF_TIME: readonly string[] = [
  ...MONTHS.keys(),
  ...[...SEASONS.keys()].flatMap((season) => season.split(' ')),
  ...UNITS.keys(),
  ...NUMBERS,
  CENTURY,
  ...TEENS,
  ...'since before after until till between during prior onwards last past previous early late mid'.split(
    ' ',
  ),
];

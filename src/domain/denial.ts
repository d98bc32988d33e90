import { words as wordsOf } from '../language/index.js';
import type { Denial, DenialPlace, Place } from './denial-places.js';

/** A denial reaches so many words on to what it denies, or back to it. */
const REACHES_ON = 6;
const REACHES_BACK = 4;
/** Of whom it is true stands before it, with more words than there are of a thing. */
const REACHES_FROM_NOBODY = 14;
/** What is not always so may have more words about it ("not all … have access to their full …"). */
const REACHES_SHORT = 10;

/** Behind these another clause begins, which denies nothing before it. */
const CLAUSES = new Set([
  'and',
  'but',
  'or',
  'because',
  'which',
  'who',
  'so',
  'as',
  'while',
  'when',
]);

/**
 * Whether a sentence of these words, with these denials, says that there is none of what stands
 * from `from` up to, not including, `to`: "no child is in unregistered care", "bed and breakfast is
 * never used".
 */
export const isDenied = (
  denials: readonly DenialPlace[],
  { from, to }: Place,
  words: readonly string[],
): boolean =>
  isOfNobody(denials, { from, to }, words) ||
  denials.some(({ value, ...phrase }) =>
    value === 'before' || value === 'instead'
      ? phrase.to <= from && from - phrase.to < REACHES_ON
      : value === 'after' &&
        phrase.from >= to &&
        phrase.from - to < REACHES_BACK &&
        !hasAny(CLAUSES, words.slice(to, phrase.from)),
  );

/** Whether it says that there is something else instead of what stands there ("rather than"). */
export const isInstead = (denials: readonly DenialPlace[], { from }: Place): boolean =>
  denials.some(({ value, to }) => value === 'instead' && to <= from && from - to < REACHES_ON);

/** Whether it says that what stands there is true of nobody: "no child lives in …". */
export const isOfNobody = (
  denials: readonly DenialPlace[],
  { from }: Place,
  words: readonly string[],
): boolean =>
  denials.some(
    ({ value, to }) =>
      value === 'nobody' &&
      to <= from &&
      from - to < REACHES_FROM_NOBODY &&
      !hasAny(CLAUSES, words.slice(to, from)),
  );

/**
 * Whether it says outright that there is none of what stands there: of somebody by that nobody is
 * in it, and of something by that it is not used. What is rare or worked against is not absent.
 */
export const isAbsent = (
  denials: readonly DenialPlace[],
  { from, to }: Place,
  words: readonly string[],
): boolean =>
  isOfNobody(denials, { from, to }, words) ||
  denials.some(({ value, ...phrase }) => {
    if (value === 'free') return phrase.to <= from && from - phrase.to <= 1;
    if (value !== 'absent') return false;
    const [gapped, between] =
      phrase.to <= from
        ? [from - phrase.to < REACHES_ON, words.slice(phrase.to, from)]
        : [phrase.from >= to && phrase.from - to < REACHES_BACK, words.slice(to, phrase.from)];
    return gapped && !hasAny(CLAUSES, between);
  });

/** Whether it says that there is less of it than there was, and not that there still is. */
export const isLessened = (denials: readonly DenialPlace[], place: Place): boolean =>
  !denials.some(({ value }) => value === 'persists') &&
  denials.some(({ value, ...phrase }) => value === 'lessened' && gap(phrase, place) < REACHES_ON);

/** Whether it says that what stands there is known of, weighed or responded to. */
export const isHandled = (denials: readonly DenialPlace[], place: Place): boolean =>
  !denials.some(({ value }) => value === 'persists') &&
  denials.some(({ value, ...phrase }) => value === 'handled' && gap(phrase, place) < REACHES_SHORT);

/** Behind these the other side of a sentence begins, which says something else. */
const SIDES = new Set([
  'but',
  'although',
  'though',
  'while',
  'whereas',
  'however',
  'despite',
  'when',
  'if',
  'where',
  'unless',
]);
/** By these a later part of a sentence speaks on of what was named before it. */
const SPEAKS_ON = new Set(['they', 'these', 'it']);

/**
 * Whether it says that what stands there falls short: "care leavers are not always given their
 * health histories".
 */
export const isShort = (
  denials: readonly DenialPlace[],
  place: Place,
  words: readonly string[],
): boolean => saysNear('short', denials, place, words);

/** Whether it says that there is too much of it: "caseloads are too high". */
export const isExcess = (
  denials: readonly DenialPlace[],
  place: Place,
  words: readonly string[],
): boolean =>
  saysNear('excess', denials, place, words) || saysNear('overlong', denials, place, words);

const MUCH: ReadonlySet<Denial> = new Set<Denial>(['much', 'much itself', 'excess']);

/** Whether it says that there is too much of it, or much. */
export const isMuch = (
  denials: readonly DenialPlace[],
  place: Place,
  words: readonly string[],
): boolean =>
  isExcess(denials, place, words) ||
  saysNear('much', denials, place, words) ||
  denials.some(({ value, from, to }) => MUCH.has(value) && from < place.to && to > place.from);

/** Whether it says that somebody does not get what stands there, or come to it. */
export const isLacking = (
  denials: readonly DenialPlace[],
  place: Place,
  words: readonly string[],
): boolean => {
  if (saysNear('lack', denials, place, words)) return true;
  // "Where they do not meet the threshold" says when something else happens.
  const plain = denials.filter(
    ({ from }) => !hasAny(CONDITIONS, words.slice(Math.max(0, from - SPEAKS_NEAR), from)),
  );
  return isDenied(plain, place, words);
};

/** The place of the word at which a sentence that begins with "While" turns; 0 where none does. */
export function turnIn(sentence: string): number {
  const at = sentence.indexOf(',');
  const first = wordsOf(sentence.slice(0, Math.max(0, at)));
  return SIDES.has(first[0] ?? '') ? first.length : 0;
}

/** What is denied or limited on the same side of a turn as a place. */
export const onSideOf = (
  place: Place,
  denials: readonly DenialPlace[],
  turn: number,
): readonly DenialPlace[] =>
  turn === 0 ? denials : denials.filter(({ from }) => from < turn === place.from < turn);

const saysNear = (
  what: Denial,
  denials: readonly DenialPlace[],
  place: Place,
  words: readonly string[],
): boolean =>
  denials.some(({ value, ...phrase }) => {
    if (value !== what) return false;
    const before = words.slice(Math.max(0, phrase.from - SPEAKS_NEAR), phrase.from);
    if (hasAny(CONDITIONS, before)) return false;
    if (phrase.from >= place.to && hasAny(SPEAKS_ON, before)) return true;
    const [start, end] =
      phrase.to <= place.from ? [phrase.to, place.from] : [place.to, phrase.from];
    return gap(phrase, place) < REACHES_SHORT && !hasAny(SIDES, words.slice(start, end));
  });

/** Such a word stands so near the limit: "they are not always". */
const SPEAKS_NEAR = 3;
/** Behind these it is said when, and not what. */
const CONDITIONS = new Set(['when', 'if', 'where', 'unless', 'who']);

const gap = (one: Place, other: Place): number =>
  Math.max(0, one.from - other.to, other.from - one.to);

const hasAny = (set: ReadonlySet<string>, words: readonly string[]): boolean =>
  words.some((word) => set.has(word));

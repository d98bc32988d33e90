import { z } from 'zod';
import { memoised, type PhraseFinder, words } from '../language/index.js';
import type { Tone } from './passage.js';
import { finderOf, readVocabulary } from './vocabulary.js';

/**
 * Some words of a finding: their tone, whether they stand in the report's summary, and the text of
 * the same paragraph that follows them, where it is known.
 */
export type Said = { quote: string; tone: Tone; isInSummary: boolean; after?: string };

/** What the phrases of the vocabulary tell of a sentence; `null` for what only looks like them. */
const Sign = z.enum([
  'earlier',
  'few',
  'activity',
  'strong',
  'denied',
  'whole',
  'pronoun',
  'antecedent',
  'present',
  'remedied',
  'put right',
  'dating',
  'pointing',
  'headless',
  'work',
  'served',
  'voice',
  'addressed',
  'days',
  'turn',
  'limit',
]);
type Sign = z.infer<typeof Sign>;

let finder: PhraseFinder<Sign | null> | null = null;

/** The vocabulary, prepared when the first sentence is read: most runs of the program read none. */
function vocabulary(): PhraseFinder<Sign | null> {
  finder ??= finderOf(readVocabulary('salience-of-findings', Sign));
  return finder;
}

/** Where each sign is first met that does not stand inside what only looks like it. */
function signsOf(text: string[]): Map<Sign, number> {
  const met = vocabulary().find(text);
  const hiding = met.filter(({ value }) => value === null);
  const first = new Map<Sign, number>();
  for (const { value, from, to } of met)
    if (value && !first.has(value) && !hiding.some((h) => h.from <= from && to <= h.to))
      first.set(value, from);
  return first;
}

/** So many texts are remembered as they were read: the same are shown again and again. */
const TEXTS_REMEMBERED = 20_000;

/** The words of a text, its signs, and how many words its first sentence and clause have. */
type Read = { text: readonly string[]; signs: Map<Sign, number>; end: number; clause: number };

const read = memoised((quote: string): Read => {
  const text = words(quote);
  return {
    text,
    signs: signsOf(text),
    end: words(firstSentence(quote)).length,
    clause: words(FIRST_CLAUSE.exec(quote)?.[0] ?? '').length,
  };
}, TEXTS_REMEMBERED);

const signsOfFirst = memoised(
  (text: string): Map<Sign, number> => signsOf(words(firstSentence(text))),
  TEXTS_REMEMBERED,
);

/** What opens a sentence stands among its first words. */
const OPENING = 6;
/** A sentence of fewer words says little, one of more is not read. */
const SHORT = 5;
const LONG = 50;

const POINTS = {
  history: -12,
  leaning: -8,
  addressed: -10,
  pointing: -8,
  headless: -8,
  unscoped: -4,
  voice: -5,
  days: -6,
  turned: -6,
  activity: -3,
  few: -3,
  denied: -6,
  mixed: -5,
  length: -2,
} as const;
const GAINS = { summary: 3, strong: 2, whole: 1 } as const;

/**
 * How plainly some words say something of the council that one would lead with; more is plainer.
 * What tells of an earlier inspection, or speaks of what is named before it, comes last; and a
 * strength that the next sentence limits, or a concern that it takes back, is none to lead with.
 * `year` is that of the visit; a year before it that opens the sentence makes it history.
 */
export function salienceOf(
  { quote, tone, isInSummary, after = '' }: Said,
  year: string | null,
): number {
  const { text, signs, end, clause } = read(quote);
  const met = (sign: Sign): number => Number(signs.has(sign));
  const inFirst = (sign: Sign): number => Number((signs.get(sign) ?? end) < end);
  const opens = (sign: Sign): boolean => signs.get(sign) === 0;
  return (
    POINTS.history * Number(opensInThePast(text, signs, year)) +
    POINTS.leaning * Number(namesNobody(signs)) +
    POINTS.addressed * met('addressed') +
    POINTS.pointing * Number((signs.get('pointing') ?? clause) < clause) +
    POINTS.headless * Number(opens('headless')) +
    POINTS.unscoped * Number(opens('work') && !inFirst('served')) +
    POINTS.voice * inFirst('voice') +
    POINTS.days * met('days') +
    POINTS.turned * Number(isTurned(tone, after)) +
    POINTS.activity * met('activity') +
    POINTS.few * met('few') +
    POINTS.denied * met('denied') +
    POINTS.mixed * Number(tone === 'mixed') +
    POINTS.length * Number(text.length < SHORT || text.length > LONG) +
    GAINS.summary * Number(isInSummary) +
    GAINS.strong * met('strong') +
    GAINS.whole * met('whole')
  );
}

/** Whether a finding opens with an earlier inspection or year than that of its visit. */
export function tellsHistory(quote: string, year: string | null): boolean {
  const { text, signs } = read(quote);
  return opensInThePast(text, signs, year);
}

/** Whether a sentence speaks of what was, and those after it say that it was put right. */
export const isRemedied = (sentence: string, after: string[]): boolean =>
  !read(sentence).signs.has('present') && after.some((each) => read(each).signs.has('remedied'));

/** Whether a text speaks of "their" or "she" before it names anybody. */
export const speaksOfNobody = (text: string): boolean => namesNobody(read(text).signs);

/** Whether a sentence tells of few ("a small number of children"). */
export const tellsOfFew = (sentence: string): boolean => read(sentence).signs.has('few');

/** Whether a sentence says itself that a fault was put right, or is none. */
export const saysPutRight = (sentence: string): boolean => read(sentence).signs.has('put right');

function opensInThePast(
  text: readonly string[],
  signs: Map<Sign, number>,
  year: string | null,
): boolean {
  if (signs.get('earlier') === 0) return true;
  if (year === null || signs.get('dating') !== 0) return false;
  const named = text.slice(0, OPENING).find((word) => /^(?:19|20)\d\d$/.test(word));
  return named !== undefined && named < year;
}

/** The few words before a first comma are no clause of their own. */
const FIRST_CLAUSE = /^.{0,15}[^,;:.]*/s;
/** A later sentence may point to an earlier one that is shown with it. */
const firstSentence = (text: string): string => text.split(/(?<=[.!?][’”"')]*)\s/u, 1)[0] ?? '';

/** Whether the sentence that follows limits a strength, or takes a concern back. */
function isTurned(tone: Tone, after: string): boolean {
  if (after === '' || (tone !== 'praise' && tone !== 'criticism')) return false;
  const signs = signsOfFirst(after);
  const later = tone === 'praise' ? signs.get('limit') === 0 : signs.has('remedied');
  return later || signs.get('turn') === 0;
}

/** Whether "their" or "she" comes before anybody is named. */
function namesNobody(signs: Map<Sign, number>): boolean {
  const pronoun = signs.get('pronoun');
  return pronoun !== undefined && (signs.get('antecedent') ?? Number.POSITIVE_INFINITY) > pronoun;
}

import { z } from 'zod';
import { createPhraseFinder, type PhraseFinder, words } from '../language/index.js';
import type { Tone } from './passage.js';
import { readVocabulary } from './vocabulary.js';

/** Some words of a finding: its tone, and whether they stand in the report's summary. */
export type Said = { quote: string; tone: Tone; isInSummary: boolean };

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
]);
type Sign = z.infer<typeof Sign>;

let finder: PhraseFinder<Sign | null> | null = null;

/** The vocabulary, prepared when the first sentence is read: most runs of the program read none. */
function vocabulary(): PhraseFinder<Sign | null> {
  if (finder) return finder;
  const { entries, sets } = readVocabulary('salience-of-findings', Sign);
  const phrases = entries.flatMap(({ phrases: list, value }) =>
    list.map((phrase) => [phrase, value] as const),
  );
  finder = createPhraseFinder(phrases, sets);
  return finder;
}

/** Where a sign is first met, for each that is. */
function signsOf(text: string[]): Map<Sign, number> {
  const first = new Map<Sign, number>();
  for (const { value, from } of vocabulary().find(text))
    if (value && !first.has(value)) first.set(value, from);
  return first;
}

/** What opens a sentence stands among its first words. */
const OPENING = 6;
/** Words that begin a date; "since" begins what is true now. */
const DATES = new Set(['in', 'at', 'on', 'by', 'during', 'from', 'following', 'after', 'between']);
/** A sentence of fewer words says little, one of more is not read. */
const SHORT = 5;
const LONG = 50;

const POINTS = {
  history: -12,
  leaning: -8,
  activity: -3,
  few: -3,
  denied: -6,
  mixed: -5,
  length: -2,
} as const;
const GAINS = { summary: 3, strong: 2, whole: 1 } as const;

/**
 * How plainly some words say something of the council that one would lead with; more is plainer.
 * What tells of an earlier inspection, or speaks of people that are named before it, comes last.
 * `year` is that of the visit; a year before it that opens the sentence makes it history.
 */
export function salienceOf({ quote, tone, isInSummary }: Said, year: string | null): number {
  const text = words(quote);
  const signs = signsOf(text);
  const met = (sign: Sign): number => Number(signs.has(sign));
  return (
    POINTS.history * Number(opensInThePast(text, signs, year)) +
    POINTS.leaning * Number(namesNobody(signs)) +
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
  const text = words(quote);
  return opensInThePast(text, signsOf(text), year);
}

/** Whether a sentence speaks of what was, and those after it say that it was put right. */
export const isRemedied = (sentence: string, after: string[]): boolean =>
  !signsOf(words(sentence)).has('present') &&
  after.some((each) => signsOf(words(each)).has('remedied'));

function opensInThePast(text: string[], signs: Map<Sign, number>, year: string | null): boolean {
  if (signs.get('earlier') === 0) return true;
  if (year === null || !DATES.has(text[0] ?? '')) return false;
  const named = text.slice(0, OPENING).find((word) => /^(?:19|20)\d\d$/.test(word));
  return named !== undefined && named < year;
}

/** Whether "their" or "she" comes before anybody is named. */
function namesNobody(signs: Map<Sign, number>): boolean {
  const pronoun = signs.get('pronoun');
  return pronoun !== undefined && (signs.get('antecedent') ?? Number.POSITIVE_INFINITY) > pronoun;
}

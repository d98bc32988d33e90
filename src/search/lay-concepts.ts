import { z } from 'zod';
import type { Theme } from '../domain/theme.js';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import { stem, words } from '../language/index.js';
import type { LayWord, SearchRequest, SearchTerm } from './request.js';
import { type Added, EMPTY, type SoughtConcept, type ThemeNamed } from './sought-concept.js';
import { type Frequencies, isCommon } from './word-frequencies.js';

/**
 * A lay phrase of a question: the places of its words that are searched for, what inspectors write
 * for it (as written, and as the stems of a phrase each) and the theme that it names. `isOfTime`:
 * it says that something is late.
 */
export type LayPhrase = {
  text: string;
  places: number[];
  means: string[];
  phrases: string[][];
  themes: Theme[];
  isOfTime: boolean;
};

/** The lay phrases among the words searched for, in their order. */
export function layPhrasesOf(terms: SearchRequest['terms']): LayPhrase[] {
  const places = new Map<LayWord, SearchTerm[]>();
  for (const term of terms)
    if (term.layWord) places.set(term.layWord, [...(places.get(term.layWord) ?? []), term]);
  return Array.from(places, ([lay, own]) => ({
    text: lay.text,
    places: own.map(({ position }) => position),
    means: lay.means.map(({ text }) => text),
    // After the best two a word alone says too little: "agency" is of other partners too.
    phrases: lay.means.flatMap(({ stems }, i) => (i < 2 || stems.length > 1 ? [stems] : [])),
    themes: themesOf(lay),
    isOfTime: own.every(isTimeAsked) || saysLate(lay.text),
  }));
}

/**
 * The themes that the best two of the inspectors' words share, else those of the first; broad ones
 * only where there are no others ("staff turnover" is of the workforce, and not all of it).
 */
function themesOf({ means: [first, second] }: LayWord): Theme[] {
  const shared = first?.themes.filter((theme) => second?.themes.includes(theme)) ?? [];
  const themes = shared.length > 0 ? shared : (first?.themes ?? []);
  const particular = themes.filter(({ broad }) => !broad);
  return particular.length > 0 ? particular : themes;
}

/** What lay phrases that name a theme ask of a sentence; those of time are apart. */
export function conceptsOfLay(free: LayPhrase[], often: Frequencies): Added {
  const thematic = free.filter(
    ({ themes, isOfTime, text }) => themes.length > 0 && !isOfTime && !isBesideFindings(text),
  );
  return {
    concepts: thematic.map((each) => conceptOfLay(each, often)),
    places: thematic.flatMap(({ places }) => places),
  };
}

/** What a lay phrase asks of a sentence: itself, or what inspectors write for it. */
export const conceptOfLay = (
  { text, places, themes, phrases, means }: LayPhrase,
  often: Frequencies,
): SoughtConcept => ({
  ...EMPTY,
  places,
  texts: [text],
  phrases: [words(text).map(stem)],
  themes,
  named: 'in everyday words',
  means,
  meant: withParticularWord(phrases, often),
});

/** The phrases that say something by themselves: not "staff", nor "support". */
export const withParticularWord = (phrases: string[][], often: Frequencies): string[][] =>
  phrases.filter((phrase) => phrase.some((own) => !isCommon(own, often)));

const vocabulary = readVocabulary('timeliness', z.enum(['asked', 'said', 'waiting', 'written']));
const time = vocabulary.entries;
const ofTime = (value: 'asked' | 'waiting' | 'written'): string[] =>
  time.flatMap((entry) => (entry.value === value ? entry.phrases : []));
const WAITING = new Set(ofTime('waiting').map(stem));
const TIME_ASKED = new Set([...ofTime('asked').map(stem), ...WAITING]);
/** What alone says that something is late, beside an "or", as phrases of stems. */
export const WORDS_FOR_LATE: string[][] = [...TIME_ASKED].map((own) => [own]);
const TIME_WRITTEN = ofTime('written').map((phrase) => words(phrase).map(stem));

const late = finderOf({
  ...vocabulary,
  entries: time.filter(({ value }) => value === 'said'),
});

/** An everyday phrase that something is late, and the places of its words. */
export type LateSaid = { text: string; places: number[] };

/** Where words say so ("put off", "until the last minute"), the longest first, none twice. */
export function lateSaidIn(tokens: readonly { word: string; at: number }[]): LateSaid[] {
  const met = late
    .find(tokens.map(({ word }) => word))
    .toSorted((a, b) => b.to - b.from - a.to + a.from);
  const said: LateSaid[] = [];
  for (const { from, to } of met) {
    const own = tokens.slice(from, to);
    const places = own.map(({ at }) => at);
    if (said.some((other) => other.places.some((at) => places.includes(at)))) continue;
    said.push({ text: own.map(({ word }) => word).join(' '), places });
  }
  return said;
}

/** Whether some everyday words say as a whole that something is late, and nothing else. */
export const saysLate = (text: string): boolean => {
  const said = words(text);
  return late.find(said).some(({ from, to }) => from === 0 && to === said.length);
};

const isWaiting = (term: Pick<SearchTerm, 'stem'>): boolean => WAITING.has(term.stem);
const isTimeAsked = (term: Pick<SearchTerm, 'stem'>): boolean => TIME_ASKED.has(term.stem);

/** Whether a theme was read from words that say that something is late, and from no others. */
export const isOfTime = ({ text, places }: ThemeNamed, terms: SearchRequest['terms']): boolean => {
  if (saysLate(text)) return true;
  const own = terms.filter(({ position }) => places.includes(position));
  const asked = own.filter(isTimeAsked);
  return asked.length > 0 && own.every((term) => isTimeAsked(term) || term.stem === 'long');
};

/**
 * That something is late, as a concept: of a sentence it asks a word for delay, whichever. `said`
 * are everyday words that say so as a whole. `null` where no word says so.
 */
export function timeSought(
  terms: SearchRequest['terms'],
  said: LateSaid[],
): { places: number[]; concept: SoughtConcept } | null {
  const inSaid = new Set(said.flatMap(({ places }) => places));
  const asked = terms.filter((term) => isTimeAsked(term) && !inSaid.has(term.position));
  if (asked.length + said.length === 0) return null;
  const near = terms.filter(
    (term) => isTimeAsked(term) || term.stem === 'long' || inSaid.has(term.position),
  );
  const texts = [
    ...asked.map(({ word, repaired }) => repaired ?? word),
    ...said.map(({ text }) => text),
  ];
  return {
    places: near.map(({ position }) => position),
    concept: {
      ...EMPTY,
      isBeside: true,
      places: near.map(({ position }) => position),
      texts: [...new Set(texts)],
      phrases: [
        ...asked.map((term) => [term.stem]),
        ...said.map(({ text }) => words(text).map(stem)),
      ],
      // Reports write of waiting by that word, and of what is late in many.
      named: asked.some(isWaiting) ? 'by term' : 'in everyday words',
      meant: TIME_WRITTEN,
    },
  };
}

const Beside = z.enum(['beside', 'decides', 'gives', 'ranks', 'may decide', 'narrows']);
const beside = readVocabulary('beside-findings', Beside).entries;
const wordsThat = (own: z.infer<typeof Beside>): ReadonlySet<string> =>
  new Set(beside.flatMap(({ value, phrases }) => (value === own ? phrases : [])));
const BESIDE_FINDINGS = wordsThat('beside');
const DECIDING = wordsThat('decides');
const GIVING = wordsThat('gives');
const RANKING = wordsThat('ranks');
const NARROWING = wordsThat('narrows');
const MAY_DECIDE = wordsThat('may decide');

/** Whether a word tells no findings apart where a subject is named beside it. */
export const isBesideFindings = (word: string): boolean => BESIDE_FINDINGS.has(word);

/** Whether a word that people ask with elsewhere says what findings are asked for. */
export const isDeciding = (word: string): boolean => DECIDING.has(word);

/** Whether inspectors write a verb in many other words ("give"), so that it decides nothing. */
export const isGiving = (word: string): boolean => GIVING.has(word);

/** Whether a word only tells that something is done, or how: what has it comes first. */
export const isRanking = (word: string): boolean => RANKING.has(word);

/** Whether a word is an ordinary verb, which decides only where several reports have it. */
export const mayDecide = (word: string): boolean => MAY_DECIDE.has(word);

/** Whether a word makes a narrow thing of a wide one ("advisers with too many"). */
export const isNarrowing = (word: string): boolean => NARROWING.has(word);

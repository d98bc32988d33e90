import { isDenied } from '../domain/denial.js';
import type { Tone } from '../domain/passage.js';
import type { RecordedPassage } from '../domain/record.js';
import type { ThemeMatcher } from '../domain/theme-matcher.js';
import { FUNCTION_WORDS, stem, words } from '../language/index.js';
import { themeTerm } from './index/fields.js';
import type { ReadSentence, SentenceReader } from './read-sentences.js';
import type { SoughtConcept } from './sought-concepts.js';

/**
 * A sentence that is on everything sought: its passage narrowed to it, with the tone that the
 * sentence has, and whether all of it is said in the asker's own words or what inspectors write for
 * them. `isExact`: what is named more narrowly than a theme is said by its name; `isMeant`: so, or
 * by what inspectors write for it; `isOwn`: all is in the asker's own words; `asked`: the share
 * (0–1) of these that it has, so that of two on a theme the nearer to the question comes first.
 * `isDenied`: it says that there is none of it. `isFocused`: it begins with it, so that it is about
 * nothing else. `leans`: it points to the sentence before, which is shown with it.
 */
export type SentenceFound = {
  recorded: RecordedPassage;
  tone: Tone;
  isLiteral: boolean;
  isExact: boolean;
  isMeant: boolean;
  isOwn: boolean;
  asked: number;
  isDenied: boolean;
  isFocused: boolean;
  leans: boolean;
};

/** So many other words may stand among those of a phrase: "care leavers who find jobs". */
const WORDS_BETWEEN = 3;
/** What stands among the first so many words of a sentence is what that is about. */
const FOCUS = 7;

/** Finds the sentences of a passage that are on all that is sought, in order. */
export type SentenceFinder = (recorded: RecordedPassage) => SentenceFound[];

/**
 * Prepares to find the sentences that are on all of `concepts`; of one tone, where one is asked
 * for. What is said of whom (a broad theme) may stand elsewhere in the passage or over it, and
 * everything else in the sentence itself.
 */
export function createSentenceFinder(
  concepts: SoughtConcept[],
  tone: Tone | null,
  matcher: ThemeMatcher,
  read: SentenceReader,
): SentenceFinder {
  const sought = soughtOf(concepts);
  const hasBroad = concepts.some(isBroad);
  const sections = new Map<string, string[]>();
  const themesOver = (section: string): string[] => {
    const known = sections.get(section) ?? matcher.tag(section);
    sections.set(section, known);
    return known;
  };
  return (recorded) => {
    if (concepts.length === 0) return [];
    const { themes, locator } = recorded.passage;
    const around = new Set(hasBroad ? [...themes, ...themesOver(locator.section ?? '')] : []);
    return read(recorded, tone).flatMap((sentence): SentenceFound[] => {
      const said = howSaid(sentence, sought, around);
      return said ? [{ recorded: sentence.recorded, tone: sentence.tone, ...said }] : [];
    });
  };
}

/**
 * The terms of the index by which it tells of most passages that no sentence of theirs is on all of
 * some concepts: for each concept that the sentence itself must be on, the lists of terms of which
 * one must be there whole.
 */
export const termsNeeded = (concepts: SoughtConcept[]): string[][][] =>
  concepts
    .filter((concept) => !isBroad(concept))
    .map(({ phrases, meant, themes }) => [
      ...phrases,
      ...meant,
      ...themes.map(({ id }) => [themeTerm(id)]),
    ]);

const isBroad = ({ themes }: SoughtConcept): boolean =>
  themes.length > 0 && themes.every(({ broad }) => broad);

/** A concept with what is asked of it for every sentence. */
type Prepared = SoughtConcept & { ids: ReadonlySet<string>; isBroad: boolean };

/** What is sought: the concepts, their themes, and the phrase that several bare words are. */
type Sought = {
  concepts: Prepared[];
  ids: ReadonlySet<string>;
  bare: string[] | null;
  /** The stems of the asker's words. */
  asked: string[];
};

function soughtOf(concepts: SoughtConcept[]): Sought {
  const bare = concepts.filter(({ named }) => named === 'word').flatMap(({ phrases }) => phrases);
  const prepared = concepts.map((concept) => ({
    ...concept,
    ids: new Set(concept.themes.map(({ id }) => id)),
    isBroad: isBroad(concept),
  }));
  return {
    concepts: prepared,
    ids: new Set(prepared.flatMap(({ ids }) => [...ids])),
    bare: bare.length > 1 ? bare.flat() : null,
    asked: [...new Set(concepts.flatMap(({ texts }) => texts.flatMap(contentStems)))],
  };
}

const contentStems = (text: string): string[] =>
  words(text)
    .filter((word) => !FUNCTION_WORDS.has(word))
    .map(stem);

/** How a sentence says all that is sought, or `null` where it does not. */
function howSaid(
  sentence: ReadSentence,
  { concepts, ids, bare, asked }: Sought,
  around: ReadonlySet<string>,
): Omit<SentenceFound, 'recorded' | 'tone'> | null {
  const { stems } = sentence;
  if (bare && !placeOf([bare], stems)) return null;
  const said = {
    isLiteral: true,
    isExact: true,
    isOwn: true,
    asked: asked.filter((each) => stems.includes(each)).length / Math.max(1, asked.length),
    isMeant: true,
    isDenied: false,
    isFocused: false,
    leans: sentence.leans,
  };
  for (const concept of concepts) {
    const own = placeOf(concept.phrases, stems);
    const place = own ?? placeOf(concept.meant, stems);
    // "Private fostering" has the words of a theme, and is another one; and "in too many cases" has
    // everyday words for one, in another sense.
    const mayBeOther =
      concept.isTagged || (concept.named === 'in everyday words' && concept.themes.length > 0);
    if (place && !(mayBeOther && !names(sentence.themes, concept.ids))) {
      said.isExact &&= own !== null || concept.named !== 'by term';
      said.isOwn &&= own !== null || concept.isBroad;
      said.isDenied ||= isDenied(sentence.denials, place.from, place.to);
      said.isFocused ||= place.from < FOCUS && !concept.isBroad;
      continue;
    }
    const isOfWhom = concept.isBroad && hasAny(around, concept.ids);
    if (!isOfWhom && !names(sentence.themes, concept.ids)) return null;
    said.isLiteral &&= isOfWhom;
    said.isExact &&= isOfWhom || concept.named !== 'by term';
    said.isMeant &&= isOfWhom || concept.named !== 'by term';
    said.isOwn &&= isOfWhom;
  }
  if (said.isFocused && !isAbout(ids, sentence.themes)) said.isFocused = false;
  return said;
}

const names = (counts: ReadonlyMap<string, number>, ids: ReadonlySet<string>): boolean => {
  for (const id of ids) if (counts.has(id)) return true;
  return false;
};

const hasAny = (set: ReadonlySet<string>, ids: ReadonlySet<string>): boolean => {
  for (const id of ids) if (set.has(id)) return true;
  return false;
};

/** Whether no other theme is named as often in a sentence as one that is sought. */
function isAbout(own: ReadonlySet<string>, counts: ReadonlyMap<string, number>): boolean {
  if (own.size === 0) return true;
  let [most, others] = [0, 0];
  for (const [id, count] of counts)
    if (own.has(id)) most = Math.max(most, count);
    else others = Math.max(others, count);
  return others <= most;
}

/** Where a sentence has all stems of one of some phrases near each other, in any order. */
function placeOf(
  phrases: string[][],
  stems: readonly string[],
): { from: number; to: number } | null {
  for (const phrase of phrases) {
    if (!phrase.every((each) => stems.includes(each))) continue;
    const reach = phrase.length + WORDS_BETWEEN;
    for (const [from, each] of stems.entries()) {
      if (!phrase.includes(each)) continue;
      const near = stems.slice(from, from + reach);
      if (!phrase.every((other) => near.includes(other))) continue;
      const last = Math.max(...phrase.map((other) => near.indexOf(other)));
      return { from, to: from + last + 1 };
    }
  }
  return null;
}

import { z } from 'zod';
import {
  createPhraseFinder,
  EXACT,
  FUNCTION_WORDS,
  type PhraseFinder,
  stem,
  stemmed,
  words,
} from '../language/index.js';
import { isOfEverybody } from './everybody.js';
import { setsInFull } from './sets-in-full.js';
import { readVocabulary } from './vocabulary.js';
import { writtenAsName } from './written-as-name.js';

/**
 * Words that name a ring: those from `from` up to, not including, `to`; `words` are the places of
 * those that its phrase names, without what stands between them.
 */
export type RingPlace = { from: number; to: number; words?: readonly number[] };

/**
 * A synonym ring (ISO 25964): what askers and inspectors call one narrow thing, every phrase as
 * narrow as the others. `names` are its plain phrases; `needed` are lists of stems of which
 * a text that has the ring has one whole.
 */
export type SynonymRing = {
  name: string;
  names: string[];
  needed: string[][];
  /** Of a name that is everyday words, whether a text writes it as a name; else `null`. */
  isWrittenIn: ((text: string) => boolean) | null;
  /** Where words, as `words()` gives them, first say it; `null` where they do not. */
  placeIn(words: readonly string[]): RingPlace | null;
};

/** What a phrase has that stands for more than itself. */
const PATTERN = /[(.?|]/;

type Entry = { value: string | null; phrases: string[] };
const entriesOf = (file: string): Entry[] => {
  const { sets, entries } = readVocabulary(file, z.string());
  return entries.map(({ value, phrases }) => ({
    value,
    phrases: phrases.map((phrase) => setsInFull(phrase, sets)),
  }));
};
/** The words that are met in the form alone in which a file has them, as "=sexuality". */
const MARKED = new RegExp(`${EXACT}([\\p{L}\\p{N}]+)`, 'gu');

type Prepared = { rings: Map<string, SynonymRing>; finder: PhraseFinder<string | null> };
let prepared: Prepared | null = null;

/** The rings of both files, prepared when the first question needs one. */
function all(): Prepared {
  if (prepared) return prepared;
  const entries = [...entriesOf('particular-subjects'), ...entriesOf('synonym-rings')];
  const exact = markedIn(entries.flatMap(({ phrases }) => phrases));
  const formOf = (word: string): string => (exact.has(word) ? word : stem(word));
  const plain = entries.map(({ value, phrases }) => ({
    value,
    phrases: phrases.map((phrase) => phrase.replaceAll(EXACT, '')),
  }));
  const pairs = (list: Entry[]) =>
    list.flatMap(({ value, phrases }) => phrases.map((phrase) => [phrase, value] as const));
  const hiding = createPhraseFinder(pairs(plain.filter(({ value }) => value === null)), {}, formOf);
  const rings = new Map<string, SynonymRing>();
  const schemes = new Map(
    entriesOf('names-of-schemes').flatMap(({ value, phrases }) =>
      value === null ? [] : [[value, writtenAsName(phrases)]],
    ),
  );
  for (const entry of plain) {
    if (entry.value === null) continue;
    const finder = createPhraseFinder(pairs([entry]), {}, formOf);
    const ring = ringOf(entry.value, entry.phrases, finder, hiding);
    rings.set(entry.value, { ...ring, isWrittenIn: schemes.get(entry.value) ?? null });
  }
  prepared = { rings, finder: createPhraseFinder(pairs(plain), {}, formOf) };
  return prepared;
}

type Finder = PhraseFinder<string | null>;

/** A ring of some phrases; what `hiding` finds around one of them says something else. */
const ringOf = (name: string, phrases: string[], finder: Finder, hiding: Finder): SynonymRing => ({
  name,
  names: phrases.filter((phrase) => !PATTERN.test(phrase)),
  needed: phrases.flatMap(neededOf),
  isWrittenIn: null,
  placeIn(words) {
    const met = finder.find(words);
    if (met.length === 0) return null;
    const hidden = hiding.find(words);
    const seen = met.find((own) => !hidden.some((other) => isHiddenBy(own, other)));
    return seen ? { from: seen.from, to: seen.to, words: seen.words } : null;
  },
});

/**
 * The rings of a file of their own by their names: what its phrases say is one thing each. Words
 * are met as they stand, or by their stems (`inStems`), but for those that the file marks.
 */
export function ringsOfFile(file: string, { inStems } = { inStems: false }): Rings {
  const written = entriesOf(file);
  const exact = markedIn(written.flatMap(({ phrases }) => phrases));
  const formOf = (word: string) => (inStems && !exact.has(word) ? stem(word) : word);
  const entries = written.map(({ value, phrases }) => ({
    value,
    phrases: phrases.map((phrase) => phrase.replaceAll(EXACT, '')),
  }));
  const finderOfAll = (list: Entry[]): Finder =>
    createPhraseFinder(
      list.flatMap(({ value, phrases }) => phrases.map((phrase) => [phrase, value] as const)),
      {},
      formOf,
    );
  const hiding = finderOfAll(entries.filter(({ value }) => value === null));
  return new Map(
    entries.flatMap((entry) =>
      entry.value === null
        ? []
        : [[entry.value, ringOf(entry.value, entry.phrases, finderOfAll([entry]), hiding)]],
    ),
  );
}

/** Rings by their names. */
type Rings = Map<string, SynonymRing>;

/** The words of phrases that are met in the form alone in which these have them. */
const markedIn = (phrases: string[]): Set<string> =>
  new Set(phrases.flatMap((phrase) => [...phrase.matchAll(MARKED)].map(([, word = '']) => word)));

/** Whether some words belong to another phrase too, which says something else. */
const isHiddenBy = (one: RingPlace, other: RingPlace): boolean =>
  one.from < other.to && other.from < one.to && !(one.from <= other.from && other.to <= one.to);

/** The stems that a phrase cannot do without; of a phrase of choices alone, those of each. */
function neededOf(phrase: string): string[][] {
  const items = phrase.match(/\([^)]*\)\??|\S+/g) ?? [];
  const fixed = items.filter((item) => !/[?.]$/.test(item) && !item.startsWith('('));
  if (fixed.length > 0) return [fixed.map(stem)];
  const [choice] = items.filter((item) => item.startsWith('(') && !item.endsWith('?'));
  return (choice ?? '')
    .replace(/[()]/g, '')
    .split('|')
    .map((each) => each.split(' ').map(stem));
}

/** Whether a name has all words of what was typed, function words apart. */
export const isCalled = (name: string, typed: string): boolean => {
  const called = stemmed(name);
  return words(typed)
    .filter((word) => !FUNCTION_WORDS.has(word))
    .every((word) => called.includes(stem(word)));
};

/**
 * A ring that a question names from `from` up to, not including, `to`: by the words at `places`,
 * the others in between being none of it. `isInside`: by words that name a longer ring too, which
 * says something else than this one ("dads" of "dads involved in plans").
 */
export type RingNamed = RingPlace & { ring: SynonymRing; places: number[]; isInside: boolean };

/**
 * The rings that the words of a question name; of those that share a word the one of most words.
 * What stands in a gap of one ("privately fostered" of "visiting privately fostered children")
 * is named beside it, and so is what stands inside a longer one whose name does not tell it.
 */
export function ringsIn(words: readonly string[]): RingNamed[] {
  const { rings, finder } = all();
  const met = finder
    .find(words)
    .toSorted((a, b) => b.words.length - a.words.length || b.to - b.from - (a.to - a.from));
  const found: RingNamed[] = [];
  const hidden: number[][] = [];
  for (const { value, from, to, words: places } of met) {
    const ring = value === null ? undefined : rings.get(value);
    const sharing = found.filter((other) => sharesWord(words, places, other.places));
    const isHidden = hidden.some(
      (other) => other.length > places.length && sharesWord(words, places, other),
    );
    if (!ring) hidden.push(places);
    // The "young people" of "too many young people" are nobody asked about beside it.
    else if (isOfAll(words, places) && found.some((other) => isWithin(places, other.places)))
      continue;
    else if (!isHidden && sharing.length === 0)
      found.push({ ring, from, to, places, isInside: false });
    else if (!isHidden && sharing.every((other) => isApart(words, { ring, places }, other)))
      found.push({ ring, from, to, places, isInside: true });
  }
  return found;
}

/** Whether some words are for whom every report is about. */
const isOfAll = (words: readonly string[], places: number[]): boolean =>
  places.every((at) => isOfEverybody(stem(words[at] ?? '')));

const isWithin = (one: number[], other: number[]): boolean => one.every((at) => other.includes(at));

/** Whether two phrases share a word; every report is of children, whom both may be said of. */
const sharesWord = (words: readonly string[], one: number[], other: number[]): boolean =>
  one.some((at) => other.includes(at) && !isOfEverybody(stem(words[at] ?? '')));

/** Whether a ring that stands inside a longer one is something else than that is called by. */
function isApart(
  words: readonly string[],
  one: Pick<RingNamed, 'ring' | 'places'>,
  longer: RingNamed,
): boolean {
  // "Out of school" is a name as a whole, and "dads involved" one of several of a kind.
  const typed = longer.places.map((at) => stem(words[at] ?? '')).join(' ');
  if (longer.ring.names.some((name) => stemmed(name).join(' ') === typed)) return false;
  const isPart = one.places.length < longer.places.length && isWithin(one.places, longer.places);
  const called = stemmed(longer.ring.name);
  return isPart && !stemmed(one.ring.name).some((each) => called.includes(each));
}

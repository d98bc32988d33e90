import { z } from 'zod';
import { createPhraseFinder, EXACT, type PhraseFinder, stem } from '../language/index.js';
import { readVocabulary } from './vocabulary.js';

/** Words that name a ring: those from `from` up to, not including, `to`. */
export type RingPlace = { from: number; to: number };

/**
 * A synonym ring (ISO 25964): what askers and inspectors call one narrow thing, every phrase as
 * narrow as the others. `names` are its plain phrases; `needed` are lists of stems of which
 * a text that has the ring has one whole.
 */
export type SynonymRing = {
  name: string;
  names: string[];
  needed: string[][];
  /** Where words, as `words()` gives them, first say it; `null` where they do not. */
  placeIn(words: readonly string[]): RingPlace | null;
};

/** What a phrase has that stands for more than itself. */
const PATTERN = /[(.?|]/;

type Entry = { value: string | null; phrases: string[] };
const entriesOf = (file: string): Entry[] => readVocabulary(file, z.string()).entries;
/** The words that are met in the form alone in which a file has them, as "=sexuality". */
const MARKED = new RegExp(`${EXACT}([\\p{L}\\p{N}]+)`, 'gu');

type Prepared = { rings: Map<string, SynonymRing>; finder: PhraseFinder<string | null> };
let prepared: Prepared | null = null;

/** The rings of both files, prepared when the first question needs one. */
function all(): Prepared {
  if (prepared) return prepared;
  const entries = [...entriesOf('particular-subjects'), ...entriesOf('synonym-rings')];
  const marked = entries.flatMap(({ phrases }) =>
    phrases.flatMap((phrase) => [...phrase.matchAll(MARKED)].map(([, word = '']) => word)),
  );
  const exact = new Set(marked);
  const formOf = (word: string): string => (exact.has(word) ? word : stem(word));
  const plain = entries.map(({ value, phrases }) => ({
    value,
    phrases: phrases.map((phrase) => phrase.replaceAll(EXACT, '')),
  }));
  const pairs = (list: Entry[]) =>
    list.flatMap(({ value, phrases }) => phrases.map((phrase) => [phrase, value] as const));
  const hiding = createPhraseFinder(pairs(plain.filter(({ value }) => value === null)), {}, formOf);
  const rings = new Map<string, SynonymRing>();
  for (const entry of plain) {
    if (entry.value === null) continue;
    const finder = createPhraseFinder(pairs([entry]), {}, formOf);
    rings.set(entry.value, {
      name: entry.value,
      names: entry.phrases.filter((phrase) => !PATTERN.test(phrase)),
      needed: entry.phrases.flatMap(neededOf),
      placeIn(words) {
        const met = finder.find(words);
        if (met.length === 0) return null;
        const hidden = hiding.find(words);
        const seen = met.find((own) => !hidden.some((other) => isHiddenBy(own, other)));
        return seen ? { from: seen.from, to: seen.to } : null;
      },
    });
  }
  prepared = { rings, finder: createPhraseFinder(pairs(plain), {}, formOf) };
  return prepared;
}

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

/** A ring that a question names by the words from `from` up to, not including, `to`. */
export type RingNamed = RingPlace & { ring: SynonymRing };

const overlaps = (one: RingPlace, other: RingPlace): boolean =>
  one.from < other.to && other.from < one.to;

/**
 * Whether some words only stand between those that name a ring, which is named without them too:
 * "privately fostered" of "visiting privately fostered children".
 */
const isInGap = (
  words: readonly string[],
  { ring, from, to }: RingNamed,
  own: RingPlace,
): boolean =>
  from < own.from &&
  own.to < to &&
  ring.placeIn([...words.slice(from, own.from), ...words.slice(own.to, to)]) !== null;

/**
 * The rings that the words of a question name; of those that share a place the longest, and what
 * stands in a gap of it.
 */
export function ringsIn(words: readonly string[]): RingNamed[] {
  const { rings, finder } = all();
  const met = finder
    .find(words)
    .toSorted((a, b) => b.to - b.from - (a.to - a.from) || b.words.length - a.words.length);
  const found: RingNamed[] = [];
  for (const { value, from, to } of met) {
    const ring = value === null ? undefined : rings.get(value);
    if (
      ring &&
      !found.some((other) => overlaps(other, { from, to }) && !isInGap(words, other, { from, to }))
    )
      found.push({ ring, from, to });
  }
  return found;
}

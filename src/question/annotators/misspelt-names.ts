import { z } from 'zod';
import { readVocabulary } from '../../domain/vocabulary.js';
import { FUNCTION_WORDS, isEnglish, memoised } from '../../language/index.js';
import type { NameIndex } from '../name-index.js';
import { besideEachOther, type Outline, outlineOf, withoutSpaces } from '../outline.js';
import type { Reading } from '../question.js';

type Found<T> = { council: T; from: number; to: number };

const SHORTEST_MISSPELT = 4;
/** Up to this length another first letter makes another word: "Dalton" is not "Halton". */
const SHORT = 7;
/** A shorter name beside the whole one is an abbreviation, which too many other words are like. */
const SHORTEST_BESIDE = 6;
/** Words of the language may be a misspelt name where they are as long as this together. */
const LONG = 10;
/** Words that are a name only once joined ("red car") are taken for it from this length on. */
const LONG_JOINED = 8;

/** So many words are remembered with whether they are strange. */
const WORDS_REMEMBERED = 20_000;

const STRANGE = /^[a-z]{3,20}$/;

/** Names that are a letter away from a council's or a region's and are not it; also with an "s". */
export function readOtherNames(): ReadonlySet<string> {
  const names = readVocabulary('names-alike', z.string()).sets.names ?? [];
  return new Set(names.flatMap((name) => [name, `${name}s`]));
}

/** Two councils can differ by these alone, so that one is never read for another. */
const DIRECTIONS = new Set(['north', 'south', 'east', 'west', 'central', 'mid']);

export type MisspeltNames<T> = {
  /** Names of several words with a slip in them, and names divided otherwise; they may overlap. */
  long(reading: Reading): Found<T>[];
  /** Names of one word with a slip in them, or joined; words already read are empty. */
  left(left: string[]): Found<T>[];
};

/**
 * Prepares a finder of names typed with a slip of the fingers, or joined and divided otherwise.
 * A misspelt name has a word that is none of the language, nor of the record (`isWord`), nor
 * another name in `data/language/names-alike.json`.
 */
export function createMisspeltNames<T>(
  index: NameIndex<T>,
  isWord: (word: string) => boolean,
): MisspeltNames<T> {
  const otherNames = readOtherNames();
  // The record's words are asked first: the list of English ones is long to read.
  const isStrange = memoised(
    (word: string) =>
      STRANGE.test(word) && !isWord(word) && !otherNames.has(word) && !isEnglish(word),
    WORDS_REMEMBERED,
  );

  /** The one name that the words are like, or `null`. */
  function alike(typed: string, isOfLanguage: boolean): T | null {
    const near = index.alike(typed);
    if (near.length === 0) return null;
    const directions = typed.split(' ').filter((word) => DIRECTIONS.has(word));
    const [first, ...others] = near.filter(
      ({ name, isWhole }) =>
        (isWhole || name.length >= SHORTEST_BESIDE) &&
        (name.length > SHORT || name[0] === typed[0]) &&
        (!isOfLanguage || (name.includes(' ') && name.length >= LONG)) &&
        directions.every((word) => name.split(' ').includes(word)),
    );
    return first && others.length === 0 ? first.value : null;
  }

  /** The name that the words are like as they are, or without the "s" of a possessive. */
  const alikeOrPossessive = (typed: string, isOfLanguage: boolean): T | null =>
    alike(typed, isOfLanguage) ??
    (typed.endsWith('s') ? alike(typed.slice(0, -1), isOfLanguage) : null);

  function long({ tokens, text }: Reading): Found<T>[] {
    const typed = tokens.map((token) => token.typed);
    const isHyphened = (from: number): boolean =>
      text.slice(tokens[from]?.end, tokens[from + 1]?.start) === '-';
    /** Words typed over and over are looked up once. */
    const looked = new Map<string, T | null>();
    const read = (window: string, isOfLanguage: boolean): T | null => {
      const known = looked.get(window);
      const council = known === undefined ? alikeOrPossessive(window, isOfLanguage) : known;
      looked.set(window, council);
      return council;
    };
    return windowsOf(typed, index.longest).flatMap(({ from, to, outlines }) => {
      const words = () => typed.slice(from, to);
      const joins = outlines.map(withoutSpaces);
      const mayBeDivided = (joins[0]?.length ?? 0) >= LONG_JOINED || isHyphened(from);
      const divided =
        mayBeDivided && joins.some(index.mayBeJoined) ? joined(words().join('')) : null;
      if (divided) return [{ council: divided, from, to }];
      if (!outlines.some(index.mayBeAlike)) return [];
      const window = words().join(' ');
      const isOfLanguage = !words().some(isStrange);
      if (window.length < (isOfLanguage ? LONG : SHORTEST_MISSPELT)) return [];
      const council = read(window, isOfLanguage);
      return council ? [{ council, from, to }] : [];
    });
  }

  const left = (words: string[]): Found<T>[] =>
    words.flatMap((word, from) => {
      if (word.length < SHORTEST_MISSPELT || FUNCTION_WORDS.has(word) || !isStrange(word))
        return [];
      const council = alikeOrPossessive(word, false) ?? joined(word);
      return council ? [{ council, from, to: from + 1 }] : [];
    });

  const joined = (letters: string): T | null =>
    index.joined(letters) ?? (letters.endsWith('s') ? index.joined(letters.slice(0, -1)) : null);

  return { long, left };
}

/**
 * The runs of two words or more that may be a name, each with its outlines: as it is, and without
 * the "s" of a possessive. A function word before it is no part of it: "in Yorkshire" is not "N
 * Yorkshire", and "must Northamptonshire" not West Northamptonshire.
 */
function windowsOf(words: string[], most: number) {
  const windows: { from: number; to: number; outlines: Outline[] }[] = [];
  const whole = words.map(outlineOf);
  const bare = words.map((word) => (word.endsWith('s') ? outlineOf(word.slice(0, -1)) : null));
  for (const [from, first] of whole.entries()) {
    if (FUNCTION_WORDS.has(words[from] ?? '')) continue;
    let before = first;
    for (const [i, word] of whole.slice(from + 1, from + most).entries()) {
      const own = bare[from + 1 + i];
      const outline = besideEachOther(before, word);
      const outlines = own ? [outline, besideEachOther(before, own)] : [outline];
      windows.push({ from, to: from + 2 + i, outlines });
      before = outline;
    }
  }
  return windows;
}

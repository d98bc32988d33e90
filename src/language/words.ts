import { stem as porter2 } from 'porter2';
import { memoised } from './memoised.js';

const WORD = /[\p{L}\p{N}]+(?:[&'’][\p{L}\p{N}]+)*/gu;
/** The same in the letters of plain English and its marks, as most texts are: it is quicker. */
const PLAIN_WORD = /[a-z0-9]+(?:[&'’][a-z0-9]+)*/g;
const PLAIN = /^[\x20-\x7e\s‘’“”–—•]*$/;
const APOSTROPHE = /['’]/;

/**
 * The words of a text in lower case, in order. Possessive endings and apostrophes are dropped
 * ("children’s" → "children"), "b&b" is one word, and hyphens divide ("return-home" → "return",
 * "home").
 */
export function words(text: string): string[] {
  const isPlain = PLAIN.test(text);
  const lower = (isPlain ? text : text.normalize('NFKC')).toLowerCase();
  const list = lower.match(isPlain ? PLAIN_WORD : WORD);
  if (!list) return [];
  return APOSTROPHE.test(lower)
    ? list.map((word) => word.replace(/['’]s$/, '').replace(/['’]/g, ''))
    : list;
}

/** A text has few different words, so that most stems are looked up rather than made. */
const stems = new Map<string, string>();
const MOST_REMEMBERED = 100_000;

/**
 * Words with a stem of their own, beside the word that gives it: those of another thing than words
 * whose stem Porter 2 would have them share ("budgeting" is a care leaver's skill, "missed" no
 * "missing", "government" no "governance", "extremism" no "extremely").
 */
const OWN_STEMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    child: ['children'],
    affection: ['affection'],
    allowance: ['allowance', 'allowances'],
    budgeting: ['budgeting'],
    careful: ['careful', 'carefully'],
    diversion: ['diversion'],
    elective: ['elective', 'electively'],
    extremism: ['extremism'],
    government: ['government', 'governments'],
    informal: ['informal', 'informally'],
    initiative: ['initiative', 'initiatives'],
    international: ['international', 'internationally'],
    majority: ['majority'],
    minority: ['minority', 'minorities'],
    missed: ['missed'],
    position: ['position', 'positions'],
    publication: ['publication', 'publications'],
    reception: ['reception'],
    security: ['security'],
    severity: ['severity'],
    succession: ['succession'],
    university: ['university', 'universities'],
  }).flatMap(([own, words]) => words.map((word) => [word, own])),
);

/** The stem of a lower-case word: Porter 2, but for a few words. */
export function stem(word: string): string {
  const remembered = stems.get(word);
  if (remembered !== undefined) return remembered;
  const made = OWN_STEMS.get(word) ?? porter2(word);
  if (stems.size < MOST_REMEMBERED) stems.set(word, made);
  return made;
}

/** So many texts are remembered by their stems: the sentences of what is asked about these days. */
const TEXTS_REMEMBERED = 20_000;

/** The stems of the words of a text, in order. */
export const stemmed: (text: string) => readonly string[] = memoised(
  (text) => words(text).map(stem),
  TEXTS_REMEMBERED,
);

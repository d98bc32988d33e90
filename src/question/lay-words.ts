import { stem, words } from '../language/index.js';
import type { LayEntry } from './lay-lexicon.js';
import { formOf, layRunsIn } from './lay-runs.js';
import type { Question } from './question.js';
import { STOP_WORDS, searchedTokens } from './searched.js';

/** What inspectors write: the text, its words, and the stems of those that tell passages apart. */
export type Meaning = { text: string; words: string[]; stems: string[] };

/**
 * A lay word or phrase met in a question: the tokens from `from` up to, not including, `to`, and
 * what inspectors write for it, best first.
 */
export type LayWord = { from: number; to: number; text: string; means: Meaning[] };

/** More ways to say it than so many are too far from it. */
const MOST_MEANINGS = 5;

/**
 * The lay words of a question, found by their very form ("judges" is not "judged"), the longest
 * phrase first and none inside another. The time it takes grows with the question alone.
 */
export function layWordsOf(question: Question): LayWord[] {
  const said = question.tokens.map(formOf);
  const searched = new Set(searchedTokens(question).map(({ at }) => at));
  const isSearched = (from: number, to: number): boolean => {
    for (let at = from; at < to; at++) if (searched.has(at)) return true;
    return false;
  };
  const found: LayWord[] = [];
  let free = 0;
  for (const { from, to, entry } of layRunsIn(question.tokens)) {
    if (from < free || !isSearched(from, to)) continue;
    found.push({ from, to, text: said.slice(from, to).join(' '), means: meaningsOf(entry) });
    free = to;
  }
  return found;
}

/** What was made of the entries that questions have met. */
const prepared = new WeakMap<LayEntry, Meaning[]>();

function meaningsOf(entry: LayEntry): Meaning[] {
  const means = prepared.get(entry) ?? entry.means.slice(0, MOST_MEANINGS).map(meaningOf);
  prepared.set(entry, means);
  return means;
}

function meaningOf(text: string): Meaning {
  const list = words(text);
  const particular = list.filter((word) => !STOP_WORDS.has(word));
  const contentWords = particular.length > 0 ? particular : list;
  return { text, words: list, stems: [...new Set(contentWords.map(stem))] };
}

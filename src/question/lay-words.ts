import { stem, words } from '../language/index.js';
import { type LayEntry, layLexicon } from './lay-lexicon.js';
import type { Question, Token } from './question.js';
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
  const { byForm, byException, longestFrom } = layLexicon();
  const said = question.tokens.map(formOf);
  const searched = new Set(searchedTokens(question).map(({ at }) => at));
  const barred = said.map((): LayEntry[] => []);
  for (const { from, to, met } of runsIn(said, byException, longestFrom))
    for (let at = from; at < to; at++) barred[at]?.push(...met);
  const found: LayWord[] = [];
  let free = 0;
  for (const { from, to, met } of runsIn(said, byForm, longestFrom)) {
    if (from < free || barred[from]?.includes(met)) continue;
    const isSearched = said.some((_, at) => from <= at && at < to && searched.has(at));
    if (!isSearched) continue;
    const means = met.means.slice(0, MOST_MEANINGS).map(meaningOf);
    found.push({ from, to, text: said.slice(from, to).join(' '), means });
    free = to;
  }
  return found;
}

/** A word as it was typed, or repaired; not as another word that it is read as. */
const formOf = ({ typed, word, isRepaired }: Token): string => (isRepaired ? word : typed);

/** The runs of words that a map has, by where they begin, the longest first. */
function* runsIn<T>(
  said: string[],
  map: ReadonlyMap<string, T>,
  longestFrom: ReadonlyMap<string, number>,
): Generator<{ from: number; to: number; met: T }> {
  for (let from = 0; from < said.length; from++) {
    const longest = longestFrom.get(said[from] ?? '') ?? 0;
    for (let to = Math.min(from + longest, said.length); to > from; to--) {
      const met = map.get(said.slice(from, to).join(' '));
      if (met !== undefined) yield { from, to, met };
    }
  }
}

function meaningOf(text: string): Meaning {
  const list = words(text);
  const particular = list.filter((word) => !STOP_WORDS.has(word));
  const telling = particular.length > 0 ? particular : list;
  return { text, words: list, stems: [...new Set(telling.map(stem))] };
}

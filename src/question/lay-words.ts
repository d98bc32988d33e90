import { stem, words } from '../language/index.js';
import { type LayEntry, type LayLexicon, layLexicon } from './lay-lexicon.js';
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
  const lexicon = layLexicon();
  const said = question.tokens.map(formOf);
  const searched = new Set(searchedTokens(question).map(({ at }) => at));
  const { forms, exceptions } = runsIn(said, lexicon);
  const found: LayWord[] = [];
  let free = 0;
  for (const { from, to, met } of forms) {
    if (from < free || !said.some((_, at) => from <= at && at < to && searched.has(at))) continue;
    if (exceptions.some((each) => each.from <= from && from < each.to && each.met.includes(met)))
      continue;
    const means = met.means.slice(0, MOST_MEANINGS).map(meaningOf);
    found.push({ from, to, text: said.slice(from, to).join(' '), means });
    free = to;
  }
  return found;
}

/** A word as it was typed, or repaired; not as another word that it is read as. */
const formOf = ({ typed, word, isRepaired }: Token): string => (isRepaired ? word : typed);

type Run<T> = { from: number; to: number; met: T };

/** The runs of words that are forms or exceptions, by where they begin, the longest first. */
function runsIn(
  said: string[],
  { byForm, byException, longestFrom }: LayLexicon,
): { forms: Run<LayEntry>[]; exceptions: Run<LayEntry[]>[] } {
  const forms: Run<LayEntry>[] = [];
  const exceptions: Run<LayEntry[]>[] = [];
  said.forEach((word, from) => {
    const own: Run<LayEntry>[] = [];
    const end = Math.min(from + (longestFrom.get(word) ?? 0), said.length);
    let text = '';
    for (let to = from + 1; to <= end; to++) {
      text = to === from + 1 ? word : `${text} ${said[to - 1]}`;
      const met = byForm.get(text);
      if (met) own.push({ from, to, met });
      const barred = byException.get(text);
      if (barred) exceptions.push({ from, to, met: barred });
    }
    forms.push(...own.reverse());
  });
  return { forms, exceptions };
}

function meaningOf(text: string): Meaning {
  const list = words(text);
  const particular = list.filter((word) => !STOP_WORDS.has(word));
  const telling = particular.length > 0 ? particular : list;
  return { text, words: list, stems: [...new Set(telling.map(stem))] };
}

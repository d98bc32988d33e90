import type { RecordedPassage } from '../domain/record.js';
import { sentences, stemmed, words } from '../language/index.js';
import { usesPhrase } from './literal-phrase.js';
import { narrowed } from './snippet.js';

/** What is claimed in fewer words is said by too many sentences. */
const FEWEST = 4;

/**
 * The passages that have all words of one of some claims, one after the other, whatever marks stand
 * between them; each narrowed to the sentence that has them.
 */
export function wordForWord(passages: RecordedPassage[], claims: string[]): RecordedPassage[] {
  const wanted = claims
    .map(words)
    .filter(({ length }) => length >= FEWEST)
    .map((list) => ({ run: runOf(list), longest: longestOf(list) }));
  if (wanted.length === 0) return [];
  return passages.flatMap((recorded) => {
    const { quote } = recorded.passage;
    const text = quote.toLowerCase();
    const near = wanted.filter(({ longest }) => text.includes(longest));
    if (near.length === 0) return [];
    const has = (part: string) => near.some(({ run }) => runOf(words(part)).includes(run));
    if (!has(quote)) return [];
    const sentence = sentences(quote).find(has);
    return [sentence && quote.includes(sentence) ? narrowed(recorded, sentence) : recorded];
  });
}

/** Whether a text has a claim's words one after the other. */
export const isSaidIn = (text: string, claim: string): boolean =>
  words(claim).length >= FEWEST && runOf(words(text)).includes(runOf(words(claim)));

/** The passages that use some words near each other, each narrowed to a sentence that does. */
export function withWordsNear(passages: RecordedPassage[], text: string): RecordedPassage[] {
  const phrase = { text, stems: [...stemmed(text)] };
  if (phrase.stems.length === 0) return [];
  return passages
    .filter((recorded) => usesPhrase(phrase, recorded))
    .map((recorded) => {
      const { quote } = recorded.passage;
      const list = sentences(quote).filter((each) => quote.includes(each));
      const parts = list.map((each) => narrowed(recorded, each));
      return parts.find((part) => usesPhrase(phrase, part)) ?? recorded;
    });
}

const runOf = (list: string[]): string => ` ${list.join(' ')} `;

/** The longest run of letters, which any text that has the words has as well. */
const longestOf = (list: string[]): string =>
  list
    .flatMap((word) => word.match(/[a-z]+/g) ?? [])
    .reduce((longest, each) => (each.length > longest.length ? each : longest), '');

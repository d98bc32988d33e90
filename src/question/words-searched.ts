import { placesOf } from './places-of.js';
import type { Kind, Question } from './question.js';
import { questionItself } from './question-itself.js';
import { spansOf } from './residue.js';
import { searchedTokens } from './searched.js';
import { isNamed, isWordThat } from './subject-named.js';

/** More characters than these are no subject, but a whole message. */
const LONGEST = 60;
/** So many little words between two that are looked for belong to them ("out of hours"). */
const LITTLE_BETWEEN = 2;

/** Kinds of span that say how something is asked, and not what. */
const ASKING: ReadonlySet<Kind> = new Set<Kind>(['whole', 'rating', 'claim', 'why', 'when']);

/**
 * What a question looks for, in its asker's words as typed: its subject where that can be told from
 * the words of asking around it, else the question itself, without its council where it can do
 * without. Empty where it looks for nothing, or is a whole message.
 */
export function wordsSearched(question: Question): string {
  const { tokens, text } = question;
  const named = new Set(spansOf(question, 'council').flatMap(placesOf));
  const asking = new Set(question.spans.filter(({ kind }) => ASKING.has(kind)).flatMap(placesOf));
  const sought = new Set([
    ...searchedTokens(question).flatMap(({ at }) => (asking.has(at) ? [] : [at])),
    ...[...spansOf(question, 'theme'), ...spansOf(question, 'subject')].flatMap(placesOf),
  ]);
  const runs: { from: number; to: number }[] = [];
  for (const { at } of tokens.filter((token) => sought.has(token.at) && !named.has(token.at))) {
    const last = runs.at(-1);
    const isNext = last && at - last.to <= LITTLE_BETWEEN + 1;
    if (isNext && !tokens.slice(last.to, at).some((token) => named.has(token.at))) last.to = at;
    else runs.push({ from: at - notBefore(tokens.slice(0, at)), to: at });
  }
  const [only] = runs;
  if (!only) return '';
  const isSubject = runs.length === 1 && isNamed(question, only, named);
  const said = isSubject
    ? text.slice(tokens[only.from]?.start, tokens[only.to]?.end)
    : questionItself(question, named);
  return said.length > LONGEST ? '' : said;
}

/** How many words back from the end of some stands what turns the word behind them; else none. */
function notBefore(before: readonly { word: string }[]): number {
  const word = (back: number) => before.at(-back)?.word ?? '';
  // What turns a word around belongs to it: "not always", "not a good".
  if (isWordThat('turns', word(1))) return 1;
  return isWordThat('between', word(1)) && isWordThat('turns', word(2)) ? 2 : 0;
}

import { placesOf } from './places-of.js';
import type { Kind, Question } from './question.js';
import { says, spansOf } from './residue.js';
import { searchedTokens } from './searched.js';

/** More characters than these are no subject, but a whole message. */
const LONGEST = 60;
/** So many little words between two that are looked for belong to them ("out of hours"). */
const LITTLE_BETWEEN = 2;

/** What turns a word around belongs to it: "not always". */
const NOT = new Set(['not', 'no', 'never', 'without']);

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

/** Words after which something is named ("about housing"), and those that may stand between. */
const NAMING = new Set('about on of for with over regarding re around into there'.split(' '));
const DETERMINING = new Set('the a an any enough some its their more good this'.split(' '));
const HAVING = new Set(['have', 'has', 'got', 'had']);
/** Words that make a sentence of what stands beside them, by the ends that they have too. */
const OF_SENTENCES = new Set(
  (
    'do does did is are was were am have has had can could will would should must may might be ' +
    'been being get gets got they them it he she we you i who what why how when where if that ' +
    'which whether dont doesnt didnt isnt arent wasnt werent hasnt havent cant wont not still'
  ).split(' '),
);
const VERBAL = /(?:ed|ing)$/;

/** Whether a run of words is the name of something, and no piece broken out of a sentence. */
function isNamed(
  { tokens }: Question,
  { from, to }: { from: number; to: number },
  named: ReadonlySet<number>,
): boolean {
  const own = tokens.slice(from, to + 1).map(({ word }) => word);
  if (own.some((word) => OF_SENTENCES.has(word))) return false;
  const rest = tokens.slice(to + 1).filter(({ at }) => !named.has(at));
  if (rest.some(({ word }) => !ENDING.has(word))) return false;
  const before = tokens.slice(0, from).filter(({ at }) => !named.has(at));
  const determiners =
    before.length - 1 - before.findLastIndex(({ word }) => !DETERMINING.has(word));
  const [lead, leadBefore] = [before.at(-1 - determiners)?.word, before.at(-2 - determiners)?.word];
  if (lead === undefined || NAMING.has(lead)) return true;
  if (HAVING.has(lead)) return determiners > 0;
  const isAsked = leadBefore === 'how' || leadBefore === 'what';
  const isBeing = (isAsked && OF_BEING.has(lead)) || lead === 'hows' || lead === 'whats';
  return isBeing && !own.some((word) => VERBAL.test(word));
}
const OF_BEING = new Set(['is', 'are', 'was', 'were']);
/** What may follow the name of something: where, when. */
const ENDING = new Set('in at of for like council area now then please the'.split(' '));

/** A question as it was asked, without a council that only says where; empty for a message. */
function questionItself(question: Question, named: ReadonlySet<number>): string {
  const { tokens, text } = question;
  if (says(question, 'command', 'quoted') || /[.!?;“”"]\s/.test(text.trim())) return '';
  const isWhere = (at: number): boolean =>
    named.has(at) && (named.has(at - 1) ? isWhere(at - 1) : WHERE.has(tokens[at - 1]?.word ?? ''));
  const isGone = ({ at }: { at: number }): boolean =>
    isWhere(at) || (named.has(at + 1) && isWhere(at + 1));
  return tokens
    .filter((token) => !isGone(token))
    .map(({ start, at }) => text.slice(start, tokens[at + 1]?.start).trim())
    .join(' ')
    .replace(/[?,.\s]+$/, '');
}
const WHERE = new Set(['in', 'at', 'across', 'within', 'for']);

/** "A", "enough": they may stand between "not" and what it turns. */
const BETWEEN = new Set(['a', 'an', 'the', 'any', 'enough', 'always', 'really', 'been', 'being']);

/** How many words back from the end of some stands what turns the word behind them; else none. */
function notBefore(before: readonly { word: string }[]): number {
  const word = (back: number) => before.at(-back)?.word ?? '';
  if (NOT.has(word(1))) return 1;
  return BETWEEN.has(word(1)) && NOT.has(word(2)) ? 2 : 0;
}

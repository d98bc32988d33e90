import { placesOf } from './places-of.js';
import type { Question } from './question.js';
import { says, spansOf } from './residue.js';

/** Little words that stand before the name of the council at the end of a claim. */
const BEFORE_COUNCIL = new Set(['in', 'of', 'about', 'at', 'for', 'on', 'to']);

/**
 * What is claimed as it was typed, in each way that it may be told from who is to have said it:
 * from behind that, or from behind the council named there, to the end, or to the council named
 * last. A year, a visit or a name within it is of the claim. Empty where nothing is asked to be
 * true.
 */
export function claimedTexts(question: Question): string[] {
  const { tokens, text } = question;
  const asked = spansOf(question, 'claim').filter(({ value }) => value === 'asked');
  if (asked.length === 0) return [];
  const asking = new Set(asked.flatMap(placesOf));
  const councils = new Set(spansOf(question, 'council').flatMap(placesOf));
  const isLead = (at: number) => asking.has(at) || tokens[at]?.word === 'that';
  const behind = (from: number, isGone: (at: number) => boolean): number => {
    let at = from;
    while (at < tokens.length && isGone(at)) at++;
    return at;
  };
  const afterCouncil = behind(0, (at) => councils.has(at));
  const start = behind(afterCouncil, isLead);
  const starts = [start, behind(start, (at) => councils.has(at))];
  let end = tokens.length;
  while (end > start && asking.has(end - 1)) end--;
  let last = end;
  while (last > start && councils.has(last - 1)) last--;
  if (last < end && BEFORE_COUNCIL.has(tokens[last - 1]?.word ?? '')) last--;
  const cut = (from: number, to: number) =>
    text.slice(tokens[from]?.start ?? text.length, tokens[to - 1]?.end ?? 0);
  return [...new Set(starts.flatMap((from) => [cut(from, end), cut(from, last)]))];
}

/** Whether it is asked only if a thing was mentioned, which its name alone decides. */
export const asksOfMention = (question: Question): boolean =>
  !says(question, 'negation', 'tone') &&
  spansOf(question, 'claim').every(({ value }) => value === 'asked') &&
  spansOf(question, 'claim').some(({ from, to }) =>
    spansOf(question, 'mention').some((span) => span.from >= from && span.to === to),
  );

/** Whether words in quotation marks are only a part of what is claimed. */
export function quotesPartOfClaim(question: Question): boolean {
  const quoted = spansOf(question, 'quoted');
  if (quoted.length === 0 || claimedTexts(question).length === 0) return false;
  const aside = question.spans.filter(({ kind }) => PART_OF_NO_CLAIM.has(kind));
  const gone = new Set([...quoted, ...aside].flatMap(placesOf));
  return question.tokens.filter(({ at }) => !gone.has(at)).length >= FEWEST_BESIDE;
}

const PART_OF_NO_CLAIM: ReadonlySet<string> = new Set([
  ...['filler', 'council', 'speaker', 'period', 'visit', 'rating', 'claim', 'order'],
]);
const FEWEST_BESIDE = 2;

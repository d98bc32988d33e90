import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import { FUNCTION_WORDS, type PhraseMatch, words as wordsOf } from '../language/index.js';
import type { Question, Span, Token } from './question.js';

const Opening = z.enum(['me when', 'us when', 'me about', 'us about', 'me', 'us', 'here']);
export type Opening = z.infer<typeof Opening>;
const SaidOfReports = z.enum([
  ...(['says', 'said', 'inspected', 'report', 'new_reports', 'little'] as const),
  ...(['condition', 'everywhere'] as const),
]);
export type SaidOfReports = z.infer<typeof SaidOfReports>;

const vocabulary = readVocabulary('alerts', z.union([Opening, SaidOfReports]));
const finder = finderOf(vocabulary);

type Met<V> = PhraseMatch<unknown> & { value: V };

const isA =
  <V extends string>(values: readonly V[]) =>
  (match: PhraseMatch<string | null>): match is Met<V> =>
    match.value !== null && values.some((value) => value === match.value);

const longestFirst = (a: PhraseMatch<unknown>, b: PhraseMatch<unknown>): number =>
  b.to - b.from - (a.to - a.from) || a.from - b.from;

/** What a message begins with, where it asks to be told of something; the longest there is. */
export const openingOf = (words: string[]): Met<Opening> | null =>
  finder
    .find(words)
    .filter(isA(Opening.options))
    .filter(({ from }) => from === 0)
    .sort(longestFirst)[0] ?? null;

/** What is said of reports, the longest first; phrases may overlap. */
export const saidIn = (words: string[]): Met<SaidOfReports>[] =>
  finder.find(words).filter(isA(SaidOfReports.options)).sort(longestFirst);

/** Whether these words alone ask for an alert, whatever follows. */
export const isSureOpening = (opening: Opening): boolean =>
  opening === 'me' || opening === 'us' || opening === 'here';

/** The words of a text as phrases are held against them. */
export const wordsOfRequest = (text: string): string[] =>
  wordsOf(text).map((word) => word.replace(/['’]s$/, '').replace(/['’]/g, ''));

const OF_PLACE = new Set(['council', 'former_council', 'place', 'council_type', 'neighbours']);

/** Whether a span says which councils are meant. */
export const isOfPlace = ({ kind }: Span): boolean => OF_PLACE.has(kind);

/** What is neither a place nor part of how one asks to be told of reports, in the words typed. */
export function unreadInRequest({ tokens, spans }: Question, from = 0): string {
  const rest = tokens.slice(from);
  const said = saidIn(rest.map(({ typed }) => typed)).filter(
    ({ value }) => value !== 'says' && value !== 'said' && value !== 'condition',
  );
  const isRead = ({ at, typed }: Token): boolean =>
    FUNCTION_WORDS.has(typed) ||
    said.some(({ words }) => words.includes(at - from)) ||
    spans.some((span) => isOfPlace(span) && span.from <= at && at < span.to);
  return rest
    .filter((token) => !isRead(token))
    .map(({ surface }) => surface)
    .join(' ');
}

const NEWS: readonly SaidOfReports[] = ['new_reports', 'inspected', 'report'];

/** What of reports is to be told of, in the words after the opening; `null` where nothing is. */
export const newsIn = (said: Met<SaidOfReports>[]): Met<SaidOfReports> | null =>
  NEWS.flatMap((value) => said.filter((each) => each.value === value))[0] ?? null;

/**
 * Whether a question is a request to be told of reports to come: one that begins with words for
 * that alone, or with "tell me when" and the like and goes on with reports, visits or their words.
 */
export function asksForAlert(question: Question): boolean {
  const opening = openingOf(wordsOfRequest(question.text));
  if (!opening) return false;
  if (isSureOpening(opening.value)) return true;
  const said = saidIn(question.tokens.slice(opening.to).map(({ typed }) => typed));
  const isAbout = opening.value === 'me about' || opening.value === 'us about';
  if (isAbout)
    return newsIn(said)?.value === 'new_reports' && unreadInRequest(question, opening.to) === '';
  if (said.some(({ value, to }) => value === 'says' && opening.to + to < question.tokens.length))
    return true;
  if (said.some(({ value, from }) => value === 'said' && from > 0)) return true;
  return newsIn(said) !== null && unreadInRequest(question, opening.to) === '';
}

import { z } from 'zod';
import { readVocabulary } from '../domain/vocabulary.js';
import type { Question } from './question.js';

const Role = z.enum([
  'names',
  'determines',
  'has',
  'is',
  'asks',
  'asks what is',
  'makes a sentence',
  'follows',
  'where',
  'turns',
  'between',
]);
type Role = z.infer<typeof Role>;

const words = new Map<Role, Set<string>>();
for (const { value, phrases } of readVocabulary('subjects-named', Role).entries)
  if (value !== null) words.set(value, new Set(phrases));

/** Whether a word plays a part by which the name of something is told in a question. */
export const isWordThat = (role: Role, word: string): boolean =>
  words.get(role)?.has(word) ?? false;

/** The end of a verb's form, which makes no name ("placed outside", "letting drag on"). */
const VERBAL = /(?:ed|ing)$/;

/**
 * Whether a run of words, its last at `to`, is the name of something, and no piece broken out of a
 * sentence. `named` are the places of the question's councils.
 */
export function isNamed(
  { tokens }: Question,
  { from, to }: { from: number; to: number },
  named: ReadonlySet<number>,
): boolean {
  const own = tokens.slice(from, to + 1).map(({ word }) => word);
  if (own.some((word) => isWordThat('makes a sentence', word))) return false;
  const besides = (list: Question['tokens']) =>
    list.flatMap(({ at, word }) => (named.has(at) ? [] : [word]));
  if (!besides(tokens.slice(to + 1)).every((word) => isWordThat('follows', word))) return false;
  const before = besides(tokens.slice(0, from));
  const leadAt = before.findLastIndex((word) => !isWordThat('determines', word));
  const lead = before[leadAt];
  if (lead === undefined || isWordThat('names', lead)) return true;
  if (isWordThat('has', lead)) return leadAt < before.length - 1;
  const isAsked = isWordThat('is', lead) && isWordThat('asks', before[leadAt - 1] ?? '');
  return (isAsked || isWordThat('asks what is', lead)) && !own.some((word) => VERBAL.test(word));
}

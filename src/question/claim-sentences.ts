import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import { tokensOf } from './tokens.js';

/** What words around a claim are; `claim-sentences.json` says of each what it is. */
const ClaimPart = z.enum([
  'request',
  'request_alone',
  'leading',
  'joint',
  'denied',
  'denied_before',
  'denied_after',
  'saying',
  'next_clause',
]);
export type ClaimPart = z.infer<typeof ClaimPart>;
const finder = finderOf(readVocabulary('claim-sentences', ClaimPart));

/** A run of words that is a part of the vocabulary, by the characters that it has in the text. */
export type MetPart = { part: ClaimPart; start: number; end: number };

export function partsOf(text: string): MetPart[] {
  const words = tokensOf(text);
  return finder.find(words.map(({ word }) => word)).flatMap(({ value, from, to }): MetPart[] => {
    const [first, last] = [words[from], words[to - 1]];
    return value && first && last ? [{ part: value, start: first.start, end: last.end }] : [];
  });
}

/** The longest part of a kind that a text begins with. */
export const opening = (text: string, part: ClaimPart): MetPart | undefined =>
  partsOf(text)
    .filter((met) => met.part === part && text.slice(0, met.start).trim() === '')
    .sort((a, b) => b.end - a.end)[0];

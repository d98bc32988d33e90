import { z } from 'zod';
import { shortened } from '../domain/shortened.js';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import { sentenceSpans } from '../language/index.js';
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
  'verb',
  'second_verb',
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

/** Whether two things are claimed in one sentence: it has a verb, and one joined to it. */
export function claimsTwo(claim: string): boolean {
  const parts = partsOf(claim);
  const second = parts.find(({ part }) => part === 'second_verb');
  return (
    second !== undefined && parts.some(({ part, end }) => part === 'verb' && end <= second.start)
  );
}

/** Marks of quotation. */
export const MARKS = /["“”]/g;
/** Three words or more in quotation marks. */
export const QUOTATION = /["“][^"“”\s]+(?:\s+[^"“”\s]+){2,}["”]/g;

/** More of a quotation is not looked for at once: a question is read no further. */
const LONGEST_QUOTED = 280;

/**
 * A quotation without its marks; of a long one each sentence, or as much of it as is looked for.
 */
export function quotedParts(quotation: string): string[] {
  const words = quotation.replace(MARKS, '');
  if (words.length <= LONGEST_QUOTED) return [words];
  return sentenceSpans(words).map(({ from, to }) =>
    shortened(words.slice(from, to), LONGEST_QUOTED),
  );
}

/** The sentences of a line; what is quoted is not taken apart. */
export function sentencesOf(line: string): string[] {
  const masked = line.replace(QUOTATION, (quotation) => {
    const end = /[.!?]["”]$/.test(quotation) ? '.' : '_';
    return `${'_'.repeat(quotation.length - 1)}${end}`;
  });
  return sentenceSpans(masked).map(({ from, to }) => line.slice(from, to));
}

/** A sentence by its claims, as they stand in it; what it quotes is whole. */
export function partedAtJoints(sentence: string): string[] {
  const masked = sentence.replace(QUOTATION, (quotation) => '_'.repeat(quotation.length));
  const isJoint = ({ part, start }: { part: ClaimPart; start: number }) =>
    part === 'joint' && start > 0;
  const semicolons = [...masked.matchAll(/;/g)].map(({ index }) => ({ start: index + 1 }));
  const joints = [...partsOf(masked).filter(isJoint), ...semicolons];
  const starts = [0, ...joints.map(({ start }) => start)];
  const ordered = [...new Set(starts)].sort((a, b) => a - b);
  return ordered
    .map((start, i) =>
      sentence
        .slice(start, ordered[i + 1])
        .replace(/[\s,;]+$/, '')
        .trim(),
    )
    .filter((part) => /\p{L}/u.test(part));
}

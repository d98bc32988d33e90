import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import { FUNCTION_WORDS, type PhraseFinder, words } from '../language/index.js';

const Mark = z.enum(['turns', 'limits', 'part', 'after', 'little']);
let finder: PhraseFinder<z.infer<typeof Mark> | null> | null = null;

/** The vocabulary, prepared with the first claim. */
function vocabulary(): NonNullable<typeof finder> {
  finder ??= finderOf(readVocabulary('qualifying-words', Mark));
  return finder;
}

/** Where a clause ends: what stands before that turns nothing behind it. */
const CLAUSE_END = /[,;:–—()]/;

/** The places of words, by what they do; what says it of a `part` limits it too. */
export type Marks = Record<z.infer<typeof Mark>, Set<number>>;

/** The places of the words that turn or limit, and of those that make no difference. */
export function marksIn(list: string[]): Marks {
  const marks: Marks = {
    turns: new Set(),
    limits: new Set(),
    part: new Set(),
    after: new Set(),
    little: new Set(),
  };
  const met = vocabulary().find(list);
  const hidden = new Set(met.flatMap((each) => (each.value === null ? placesOf(each) : [])));
  for (const each of met)
    for (const at of placesOf(each))
      if (each.value !== null && !hidden.has(at)) marks[each.value].add(at);
  for (const at of marks.part) marks.limits.add(at);
  return marks;
}

/** The places of a run of words. */
export const placesOf = ({ from, to }: { from: number; to: number }): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

/**
 * A sentence's words with the number of the clause that each stands in. An aside that says of how
 * much the clause behind it is ("but, for a minority, …") belongs to that.
 */
export function clausesOf(sentence: string): { list: string[]; clause: number[] } {
  const parts = sentence.split(CLAUSE_END).map(words);
  const numbers = parts.map((part, i) => (isOfPart(part) ? i + 1 : i));
  return {
    list: parts.flat(),
    clause: parts.flatMap((part, i) => part.map(() => numbers[i] ?? i)),
  };
}

/** An aside is no longer. */
const LONGEST_ASIDE = 7;

function isOfPart(clause: string[]): boolean {
  const [first = ''] = clause;
  if (clause.length > LONGEST_ASIDE || !FUNCTION_WORDS.has(first)) return false;
  const { part } = marksIn(clause);
  return part.size > 0 && !part.has(0);
}

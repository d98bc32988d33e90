import { z } from 'zod';
import type { PhraseFinder } from '../language/index.js';
import { finderOf, readVocabulary } from './vocabulary.js';

/**
 * What words say of the thing named near them. `before`, `after`: that there is none of it, and on
 * which side of it they stand; `instead`: that there is something else in its place; `nobody`:
 * that it is true of nobody; `short`: that there is too little of it, or not always; `excess`: too
 * much; `overlong`: that it takes too long; `much`: that there is much of it, which is no fault by
 * itself, `much itself`: of what these words name alone; `lessened`: less than there was;
 * `persists`: that there is some all the same; `absent`, `free`: outright that there is none;
 * `lack`: that somebody does not get it, or come to it.
 */
const Denial = z.enum([
  ...[
    'before',
    'instead',
    'after',
    'nobody',
    'short',
    'excess',
    'overlong',
    'much',
    'much itself',
    'lessened',
    'persists',
  ],
  ...['absent', 'free', 'lack', 'handled'],
] as const);
export type Denial = z.infer<typeof Denial>;
let finder: PhraseFinder<Denial | null> | null = null;

/** The vocabulary, prepared with the first sentence: most runs of the program need none. */
function vocabulary(): PhraseFinder<Denial | null> {
  finder ??= finderOf(readVocabulary('denials', Denial));
  return finder;
}

/** Where words stand that deny or limit what is named near them. */
export type DenialPlace = { value: Denial; from: number; to: number };
/** Words from `from` up to, not including, `to`. */
export type Place = { from: number; to: number };

/** Where the words of a sentence say that there is none of something, or too little. */
export function denialsIn(words: readonly string[]): DenialPlace[] {
  const met = vocabulary().find(words);
  const isWithin = (one: Place, other: Place) =>
    other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from;
  return met.flatMap((one) => {
    const { value, from, to } = one;
    const isHidden = met.some(
      (other) =>
        (other.value === null && other.from <= from && to <= other.to) ||
        (other.value === 'short' && isWithin(one, other)),
    );
    return value === null || isHidden ? [] : [{ value, from, to }];
  });
}

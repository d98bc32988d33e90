import { z } from 'zod';
import type { PhraseFinder } from '../language/index.js';
import { finderOf, readVocabulary } from './vocabulary.js';

const Side = z.strictObject({ of: z.string().min(1), as: z.enum(['well', 'ill']) });
/** One of two opposites that may be said of a thing. */
export type Side = z.infer<typeof Side>;
const Value = z.union([Side, z.literal('unsure')]);

let finder: PhraseFinder<z.infer<typeof Value> | null> | null = null;

/** Where words say one of two opposites, and whether anything beside leaves it unsure. */
export type SidesSaid = { sides: { side: Side; from: number; to: number }[]; isSure: boolean };

/** The opposites that some words say; a word within such a phrase leaves nothing unsure. */
export function sidesIn(words: readonly string[]): SidesSaid {
  finder ??= finderOf(readVocabulary('opposites', Value));
  const met = finder.find(words);
  const sides = met.flatMap(({ value, from, to }) =>
    value === null || value === 'unsure' ? [] : [{ side: value, from, to }],
  );
  const longest = sides.filter(
    (one) =>
      !sides.some(
        (other) =>
          other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from,
      ),
  );
  const isSure = met.every(
    ({ value, from, to }) =>
      value !== 'unsure' || longest.some((side) => side.from <= from && to <= side.to),
  );
  return { sides: longest, isSure };
}

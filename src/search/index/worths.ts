import { FIELDS, K1 } from '../scoring.js';
import { type CountedPassages, SEGMENT, segmentsOf } from './counted.js';
import { FIELD_NAMES } from './fields.js';

/** What the postings of an index are worth: each is one key in one passage. */
export type Worths = {
  /** What one posting, of passage `id`, is worth. */
  at(posting: number, id: number): number;
  /**
   * What all postings of a key are worth, in their order, if they are kept: they are as soon as a quarter of them has been `asked` for,
   * since one council needs little of what all have.
   */
  of(key: number, asked: number): Float32Array | undefined;
  /** How many passages have the key. */
  count(key: number): number;
  /** What one occurrence in field number `field` weighs in the passage. */
  fieldWeight(id: number, field: number): number;
};

/** One posting in so many. */
const ENOUGH = 4;

/** Prepares the weights of the fields. Keys are worked out when first asked for, since few of all ever are. */
export function createWorths(counted: CountedPassages): Worths {
  const { passages, starts, ids, patterns, counts } = counted;
  const segments = segmentsOf(passages);
  const fields = FIELD_NAMES.length;
  const weights = fieldWeights(counted);
  const lists = new Map<number, Float32Array>();
  const askedBefore = new Map<number, number>();

  /** BM25's saturation of what the fields weigh. */
  function at(posting: number, id: number): number {
    const row = (patterns[posting] ?? 0) * fields;
    let weight = 0;
    for (let f = 0; f < fields; f++)
      weight += (counts[row + f] ?? 0) * (weights[id * fields + f] ?? 0);
    return Math.fround((weight * (K1 + 1)) / (K1 + weight));
  }

  function listOf(key: number, asked: number): Float32Array | undefined {
    const known = lists.get(key);
    if (known) return known;
    const sum = asked + (askedBefore.get(key) ?? 0);
    askedBefore.set(key, sum);
    if (sum * ENOUGH < count(key)) return undefined;
    const list = new Float32Array(count(key));
    const from = starts[key * segments] ?? 0;
    for (let s = 0; s < segments; s++) {
      const end = starts[key * segments + s + 1] ?? 0;
      for (let posting = starts[key * segments + s] ?? 0; posting < end; posting++)
        list[posting - from] = at(posting, s * SEGMENT + (ids[posting] ?? 0));
    }
    lists.set(key, list);
    askedBefore.delete(key);
    return list;
  }

  const count = (key: number): number =>
    (starts[(key + 1) * segments] ?? 0) - (starts[key * segments] ?? 0);

  return {
    at,
    of: listOf,
    count,
    fieldWeight: (id, field) => weights[id * fields + field] ?? 0,
  };
}

/** What one occurrence of a key weighs in each field of each passage: less in a longer field. */
function fieldWeights({ passages, lengths }: CountedPassages): Float32Array {
  const weights = new Float32Array(lengths.length);
  FIELD_NAMES.forEach((name, f) => {
    const { weight, length } = FIELDS[name];
    let sum = 0;
    for (let at = f; at < lengths.length; at += FIELD_NAMES.length) sum += lengths[at] ?? 0;
    const average = sum / (passages || 1) || 1;
    for (let at = f; at < lengths.length; at += FIELD_NAMES.length)
      weights[at] = weight / (1 - length + (length * (lengths[at] ?? 0)) / average);
  });
  return weights;
}

import { FIELDS, K1 } from '../scoring.js';
import { type CountedPassages, SEGMENT, segmentsOf } from './counted.js';
import { FIELD_NAMES } from './fields.js';

/** So many passages' sums stay at hand in a processor's cache; a segment is a round number of windows. */
export const WINDOW = 16_384;

/** What the postings of an index are worth: each is one key in one passage. */
export type Worths = {
  /** What one posting, of passage `id`, is worth. */
  at(posting: number, id: number): number;
  /** What all postings of a key are worth, in their order; kept from then on. */
  of(key: number): Float32Array;
  /** The same, if it is kept already. */
  known(key: number): Float32Array | undefined;
  /** The most that any posting of the key is worth among the passages of window number `window`. */
  most(key: number, window: number): number;
  /** How many passages have the key; of window number `window`, where one is given. */
  count(key: number, window?: number): number;
  /** What one occurrence in field number `field` weighs in the passage. */
  fieldWeight(id: number, field: number): number;
};

/** The worths of a key's postings; of each window the most, and how many there are. */
type OfKey = { list: Float32Array; most: Float32Array; counts: Uint32Array };

/** Prepares the weights of the fields. Keys are worked out when first asked for, since few of all ever are. */
export function createWorths(counted: CountedPassages): Worths {
  const { passages, starts, ids, patterns, counts } = counted;
  const segments = segmentsOf(passages);
  const fields = FIELD_NAMES.length;
  const weights = fieldWeights(counted);
  const keys = new Map<number, OfKey>();

  /** BM25's saturation of what the fields weigh. */
  function at(posting: number, id: number): number {
    const row = (patterns[posting] ?? 0) * fields;
    let weight = 0;
    for (let f = 0; f < fields; f++)
      weight += (counts[row + f] ?? 0) * (weights[id * fields + f] ?? 0);
    return (weight * (K1 + 1)) / (K1 + weight);
  }

  function ofKey(key: number): OfKey {
    const known = keys.get(key);
    if (known) return known;
    const windows = Math.ceil(passages / WINDOW);
    const found = {
      list: new Float32Array(count(key)),
      most: new Float32Array(windows),
      counts: new Uint32Array(windows),
    };
    const from = starts[key * segments] ?? 0;
    for (let s = 0; s < segments; s++) {
      const end = starts[key * segments + s + 1] ?? 0;
      for (let posting = starts[key * segments + s] ?? 0; posting < end; posting++) {
        const id = s * SEGMENT + (ids[posting] ?? 0);
        const window = Math.floor(id / WINDOW);
        const worth = at(posting, id);
        found.list[posting - from] = worth;
        found.most[window] = Math.max(found.most[window] ?? 0, worth);
        found.counts[window] = (found.counts[window] ?? 0) + 1;
      }
    }
    keys.set(key, found);
    return found;
  }

  const count = (key: number): number =>
    (starts[(key + 1) * segments] ?? 0) - (starts[key * segments] ?? 0);

  return {
    at,
    of: (key) => ofKey(key).list,
    known: (key) => keys.get(key)?.list,
    most: (key, window) => ofKey(key).most[window] ?? 0,
    count: (key, window) => (window === undefined ? count(key) : (ofKey(key).counts[window] ?? 0)),
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

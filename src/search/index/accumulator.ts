import { FIELDS, K1 } from '../scoring.js';
import { type CountedPassages, SEGMENT, segmentsOf } from './counted.js';
import { FIELD_NAMES } from './fields.js';

/** Passages `from` up to, not including, `to`. */
export type Range = { from: number; to: number };

/** A key with what it gives to the passages that have it: `factor` times its weight there to the score, and its share of the meaning. */
export type Gift = { key: number; factor: number; carried: number };

/**
 * Adds up what the keys of a question give to passages, one question at a time: `start`, then `term` and `add` for each of
 * its terms (255 at most), then read. Of one term the keys that carry most come first: only the first that a passage has counts as carried.
 */
export type Accumulator = {
  start(): void;
  term(): void;
  /** Adds a key to all passages of the range that have it. */
  add(gift: Gift, range: Range): void;
  /** Adds a key to one passage, if it has it. */
  addTo(gift: Gift, id: number): void;
  /** The passages met, in no order. */
  met(): Uint32Array;
  score(id: number): number;
  carried(id: number): number;
  /** What one occurrence in field number `field` weighs in the passage. */
  fieldWeight(id: number, field: number): number;
  /** The most that any passage gets of the key for a factor of one. */
  most(key: number): number;
  /** How many passages have the key. */
  count(key: number): number;
};

/** What the postings of a key are worth, in their order, and the most of it. */
type Worths = { list: Float32Array; most: number };

/** A slice this many times shorter than its list is few postings. */
const FEW = 4;

/** Prepares the weights of the fields; what it allocates is used again for every question. */
export function createAccumulator(counted: CountedPassages): Accumulator {
  const { passages, starts, ids } = counted;
  const segments = segmentsOf(passages);
  const weights = fieldWeights(counted);
  const worths = new Map<number, Worths>();
  /** Score and share of the meaning of each passage, in turns. */
  const sums = new Float64Array(2 * passages);
  const lastTerm = new Uint8Array(passages);
  const touched = new Uint32Array(passages);
  let size = 0;
  let term = 0;

  /** Worked out when a key is first asked for, since few of all keys ever are. */
  function worthsOf(key: number): Worths {
    const known = worths.get(key);
    if (known) return known;
    const from = starts[key * segments] ?? 0;
    const list = new Float32Array((starts[(key + 1) * segments] ?? 0) - from);
    for (let s = 0; s < segments; s++) {
      const end = starts[key * segments + s + 1] ?? 0;
      for (let at = starts[key * segments + s] ?? 0; at < end; at++)
        list[at - from] = worthOf(counted, weights, at, s * SEGMENT + (ids[at] ?? 0));
    }
    const found = { list, most: list.reduce((most, worth) => Math.max(most, worth), 0) };
    worths.set(key, found);
    return found;
  }

  /** Adds the postings from `first` up to `last`, of the segment that begins with passage `base`. */
  function addSlice(first: number, last: number, base: number, gift: Gift): void {
    const { factor, carried } = gift;
    const from = starts[gift.key * segments] ?? 0;
    // A slice of a long list is worked out by itself: one council needs little of what all have.
    const few = FEW * (last - first) < (starts[(gift.key + 1) * segments] ?? 0) - from;
    const list = worths.get(gift.key)?.list ?? (few ? null : worthsOf(gift.key).list);
    for (let at = first; at < last; at++) {
      const id = base + (ids[at] ?? 0);
      const worth = list ? (list[at - from] ?? 0) : worthOf(counted, weights, at, id);
      if (sums[2 * id] === 0) touched[size++] = id;
      sums[2 * id] = (sums[2 * id] ?? 0) + factor * worth;
      if (lastTerm[id] !== term) {
        lastTerm[id] = term;
        sums[2 * id + 1] = (sums[2 * id + 1] ?? 0) + carried;
      }
    }
  }

  return {
    start() {
      for (let i = 0; i < size; i++) {
        const id = touched[i] ?? 0;
        sums[2 * id] = 0;
        sums[2 * id + 1] = 0;
        lastTerm[id] = 0;
      }
      size = 0;
      term = 0;
    },
    term() {
      term++;
    },
    add(gift, { from, to }) {
      for (let s = Math.floor(from / SEGMENT); s * SEGMENT < to; s++) {
        const base = s * SEGMENT;
        const row = gift.key * segments + s;
        const end = starts[row + 1] ?? 0;
        const first = firstAtLeast(ids, from - base, starts[row] ?? 0, end);
        const last = to - base >= SEGMENT ? end : firstAtLeast(ids, to - base, first, end);
        addSlice(first, last, base, gift);
      }
    },
    addTo(gift, id) {
      const row = gift.key * segments + Math.floor(id / SEGMENT);
      const end = starts[row + 1] ?? 0;
      const at = firstAtLeast(ids, id % SEGMENT, starts[row] ?? 0, end);
      if (at < end && ids[at] === id % SEGMENT) addSlice(at, at + 1, id - (id % SEGMENT), gift);
    },
    most: (key) => worthsOf(key).most,
    count: (key) => (starts[(key + 1) * segments] ?? 0) - (starts[key * segments] ?? 0),
    met: () => touched.subarray(0, size),
    score: (id) => sums[2 * id] ?? 0,
    carried: (id) => sums[2 * id + 1] ?? 0,
    fieldWeight: (id, field) => weights[id * FIELD_NAMES.length + field] ?? 0,
  };
}

/** What a posting is worth: BM25's saturation of what its fields weigh. */
function worthOf(
  { patterns, counts }: CountedPassages,
  weights: Float32Array,
  at: number,
  id: number,
): number {
  const fields = FIELD_NAMES.length;
  const row = (patterns[at] ?? 0) * fields;
  let weight = 0;
  for (let f = 0; f < fields; f++)
    weight += (counts[row + f] ?? 0) * (weights[id * fields + f] ?? 0);
  return (weight * (K1 + 1)) / (K1 + weight);
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

/** The first place from `low` up to `high` whose id is `least` or more. */
function firstAtLeast(ids: Uint16Array, least: number, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ids[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

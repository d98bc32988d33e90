import { FIELDS, K1 } from '../scoring.js';
import { type CountedPassages, SEGMENT, segmentsOf } from './counted.js';
import { FIELD_NAMES } from './fields.js';

/** Passages `from` up to, not including, `to`. */
export type Range = { from: number; to: number };

/** A key with what it gives to the passages that have it: `factor` times its weight there to the score, and its share of the meaning. */
export type Gift = { key: number; factor: number; carried: number };

/**
 * Adds up what the keys of a question give to passages, one question at a time: `start`, then `term` and `add` for each of
 * its terms (254 at most), then `lend` and `add` for keys that it was lent, then read. Of one term the keys that carry most
 * come first: only the first that a passage has counts as carried.
 */
export type Accumulator = {
  start(): void;
  term(): void;
  /** What is added from now on is counted apart, as `lent`. */
  lend(): void;
  /** Adds a key to all passages of the range that have it. */
  add(gift: Gift, range: Range): void;
  /** Adds a key to those of the passages that have it; soonest done where their ids ascend. */
  addTo(gift: Gift, list: ArrayLike<number>): void;
  /** The passages met, in no order. */
  met(): Uint32Array;
  score(id: number): number;
  carried(id: number): number;
  lent(id: number): number;
  /** What one occurrence in field number `field` weighs in the passage. */
  fieldWeight(id: number, field: number): number;
  /** The most that any passage of window number `window` gets of the key for a factor of one. */
  most(key: number, window: number): number;
  /** How many passages have the key; of window number `window`, where one is given. */
  count(key: number, window?: number): number;
};

/** So many passages' sums stay at hand in a processor's cache; a segment is a round number of windows. */
export const WINDOW = 16_384;

/** What the postings of a key are worth, in their order; of each window the most of it, and how many there are. */
type Worths = { list: Float32Array; most: Float32Array; counts: Uint32Array };

/** A slice this many times shorter than its list is few postings. */
const FEW = 4;

/** Prepares the weights of the fields; what it allocates is used again for every question. */
export function createAccumulator(counted: CountedPassages): Accumulator {
  const { passages, starts, ids } = counted;
  const segments = segmentsOf(passages);
  const weights = fieldWeights(counted);
  const worths = new Map<number, Worths>();
  const scores = new Float64Array(passages);
  const shares = new Float64Array(passages);
  const lent = new Float64Array(passages);
  /** The number of the last term that a passage had a key of, from one; zero where it was not met. */
  const lastTerm = new Uint8Array(passages);
  const touched = new Uint32Array(passages);
  let size = 0;
  let term = 0;
  let isLent = false;

  const count = (key: number): number =>
    (starts[(key + 1) * segments] ?? 0) - (starts[key * segments] ?? 0);

  /** Worked out when a key is first asked for, since few of all keys ever are. */
  function worthsOf(key: number): Worths {
    const known = worths.get(key);
    if (known) return known;
    const from = starts[key * segments] ?? 0;
    const list = new Float32Array(count(key));
    const most = new Float32Array(Math.ceil(passages / WINDOW));
    const counts = new Uint32Array(most.length);
    for (let s = 0; s < segments; s++) {
      const end = starts[key * segments + s + 1] ?? 0;
      for (let at = starts[key * segments + s] ?? 0; at < end; at++) {
        const id = s * SEGMENT + (ids[at] ?? 0);
        const worth = worthOf(counted, weights, at, id);
        const window = Math.floor(id / WINDOW);
        list[at - from] = worth;
        counts[window] = (counts[window] ?? 0) + 1;
        most[window] = Math.max(most[window] ?? 0, worth);
      }
    }
    const found = { list, most, counts };
    worths.set(key, found);
    return found;
  }

  /** Adds the postings from `first` up to `last`, of the segment that begins with passage `base`. */
  function addSlice(first: number, last: number, base: number, gift: Gift): void {
    // A slice of a long list is worked out by itself: one council needs little of what all have.
    const few = FEW * (last - first) < count(gift.key);
    const known = worths.get(gift.key)?.list ?? (few ? null : worthsOf(gift.key).list);
    const from = starts[gift.key * segments] ?? 0;
    if (known)
      for (let at = first; at < last; at++)
        give(base + (ids[at] ?? 0), known[at - from] ?? 0, gift);
    else
      for (let at = first; at < last; at++) {
        const id = base + (ids[at] ?? 0);
        give(id, worthOf(counted, weights, at, id), gift);
      }
  }

  function give(id: number, worth: number, { factor, carried }: Gift): void {
    const into = isLent ? lent : scores;
    into[id] = (into[id] ?? 0) + factor * worth;
    const last = lastTerm[id] ?? 0;
    if (last === term) return;
    if (last === 0) touched[size++] = id;
    lastTerm[id] = term;
    shares[id] = (shares[id] ?? 0) + carried;
  }

  return {
    start() {
      for (let i = 0; i < size; i++) {
        const id = touched[i] ?? 0;
        scores[id] = 0;
        shares[id] = 0;
        lent[id] = 0;
        lastTerm[id] = 0;
      }
      size = 0;
      term = 0;
      isLent = false;
    },
    term() {
      term++;
    },
    lend() {
      term++;
      isLent = true;
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
    addTo(gift, list) {
      const from = starts[gift.key * segments] ?? 0;
      const known = worths.get(gift.key)?.list;
      let before = -1;
      let at = 0;
      for (let i = 0; i < list.length; i++) {
        const id = list[i] ?? 0;
        const segment = Math.floor(id / SEGMENT);
        const row = gift.key * segments + segment;
        const isFurther = id > before && segment === Math.floor(before / SEGMENT);
        const end = starts[row + 1] ?? 0;
        at = firstAtLeast(ids, id % SEGMENT, isFurther ? at : (starts[row] ?? 0), end);
        before = id;
        if (at < end && ids[at] === id % SEGMENT)
          give(id, known ? (known[at - from] ?? 0) : worthOf(counted, weights, at, id), gift);
      }
    },
    most: (key, window) => worthsOf(key).most[window] ?? 0,
    count: (key, window) =>
      window === undefined ? count(key) : (worthsOf(key).counts[window] ?? 0),
    met: () => touched.subarray(0, size),
    score: (id) => scores[id] ?? 0,
    carried: (id) => shares[id] ?? 0,
    lent: (id) => lent[id] ?? 0,
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

/** The first place from `low` up to `high` whose id is `least` or more; sooner found the nearer it lies to `low`. */
function firstAtLeast(ids: Uint16Array, least: number, low: number, high: number): number {
  let [from, to] = [low, low];
  for (let step = 1; to < high && (ids[to] ?? 0) < least; step *= 2) {
    from = to + 1;
    to += step;
  }
  to = Math.min(to, high);
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ids[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

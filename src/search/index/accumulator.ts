import { FIELDS, K1 } from '../scoring.js';
import { type CountedPassages, SEGMENT } from './counted.js';
import { FIELD_NAMES } from './fields.js';

/** Passages `from` up to, not including, `to`. */
export type Range = { from: number; to: number };

/** Adds up what the keys of a question give to passages. One question at a time: `start`, `term` and `add` for each of its terms, then read. */
export type Accumulator = {
  start(): void;
  /** Begins a term that is worth `meaning` of the question's meaning. */
  term(meaning: number): void;
  /** Adds a key's postings within the range, `factor` times; of one term the keys that carry most come first. */
  add(key: number, range: Range, factor: number, carries: number): void;
  /** The passages met, in no order. */
  met(): Uint32Array;
  score(id: number): number;
  /** The meaning that the passage carries, in the terms' own measure. */
  carried(id: number): number;
  /** What one occurrence in field number `field` weighs in the passage. */
  fieldWeight(id: number, field: number): number;
};

/** Prepares the weights of the fields; what it allocates is used again for every question. */
export function createAccumulator(counted: CountedPassages): Accumulator {
  const { passages, starts, ids, patterns, counts } = counted;
  const fields = FIELD_NAMES.length;
  const segments = Math.max(1, Math.ceil(passages / SEGMENT));
  const weights = fieldWeights(counted);
  const scores = new Float64Array(passages);
  const carried = new Float64Array(passages);
  const lastTerm = new Uint32Array(passages);
  const touched = new Uint32Array(passages);
  let size = 0;
  let termNumber = 0;
  let meaning = 0;

  function addSlice(first: number, last: number, base: number, factor: number, share: number) {
    for (let at = first; at < last; at++) {
      const id = base + (ids[at] ?? 0);
      const row = (patterns[at] ?? 0) * fields;
      const own = id * fields;
      let weight = 0;
      for (let f = 0; f < fields; f++) weight += (counts[row + f] ?? 0) * (weights[own + f] ?? 0);
      if (scores[id] === 0) touched[size++] = id;
      scores[id] = (scores[id] ?? 0) + (factor * weight * (K1 + 1)) / (K1 + weight);
      if (lastTerm[id] !== termNumber) {
        lastTerm[id] = termNumber;
        carried[id] = (carried[id] ?? 0) + share;
      }
    }
  }

  return {
    start() {
      for (let i = 0; i < size; i++) {
        scores[touched[i] ?? 0] = 0;
        carried[touched[i] ?? 0] = 0;
      }
      size = 0;
    },
    term(worth) {
      if (++termNumber === 0xffffffff) {
        lastTerm.fill(0);
        termNumber = 1;
      }
      meaning = worth;
    },
    add(key, { from, to }, factor, carries) {
      for (let s = Math.floor(from / SEGMENT); s * SEGMENT < to; s++) {
        const base = s * SEGMENT;
        const end = starts[key * segments + s + 1] ?? 0;
        const first = firstAtLeast(ids, from - base, starts[key * segments + s] ?? 0, end);
        const last = to - base >= SEGMENT ? end : firstAtLeast(ids, to - base, first, end);
        addSlice(first, last, base, factor, carries * meaning);
      }
    },
    met: () => touched.subarray(0, size),
    score: (id) => scores[id] ?? 0,
    carried: (id) => carried[id] ?? 0,
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

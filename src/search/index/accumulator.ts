import { rankedScore } from '../scoring.js';
import { type CountedPassages, SEGMENT, SEGMENT_BITS, segmentsOf } from './counted.js';
import type { Worths } from './worths.js';

/** Passages `from` up to, not including, `to`. */
export type Range = { from: number; to: number };

/**
 * A key with what it gives to the passages that have it: `factor` times its worth there to the score, and `carried`, its share of the
 * question's meaning; that is all of its term's where `isWhole`.
 */
export type Gift = { key: number; factor: number; carried: number; isWhole: boolean };

/** The most that a passage can still be given: to its score, and of the question's meaning. */
export type Bound = { score: number; carried: number };

/**
 * Adds up what the keys of a question give to passages: `start`, then `term` and `add` for each of its terms (254 at most), then
 * `lend` and `add` for keys that it was lent, then read. Of one term the keys that are the whole of it come first:
 * where a passage has one of them, no other counts as carried.
 */
export type Accumulator = {
  /** Begins with nothing given to any passage; until the next start only those of the ranges may be given anything. */
  start(within: Range[]): void;
  term(): void;
  /** What is added from now on is counted apart, as `lent`. */
  lend(): void;
  /** Adds a key to all passages of the range that have it. */
  add(gift: Gift, range: Range): void;
  /** Adds a key to those of the passages that have it; soonest done where their ids ascend. */
  addTo(gift: Gift, list: Uint32Array): void;
  /** What keys give to each of the passages, apart from all that was added. */
  sumsOf(gifts: Gift[], list: Uint32Array): Float64Array;
  /** Writes down in `ids` the passages of the range that would rank `least` or more if they were given `more` besides; returns how many. */
  reachingIn(range: Range, ids: Uint32Array, least: number, more: Bound): number;
  /** Keeps such of the first so many of `ids`; returns how many. */
  reaching(ids: Uint32Array, count: number, least: number, more: Bound): number;
  /** The score of a passage by the question's own keys; above zero where it has any of them. */
  score(id: number): number;
  carried(id: number): number;
  lent(id: number): number;
};

/** A slice this many times shorter than its list is few postings. */
const FEW = 4;

/** What it allocates is used again for every question. */
export function createAccumulator(
  { passages, starts, ids }: CountedPassages,
  worths: Worths,
): Accumulator {
  const segments = segmentsOf(passages);
  const scores = new Float64Array(passages);
  const shares = new Float64Array(passages);
  const lent = new Float64Array(passages);
  /** The number of the last term that a passage carries the whole of. */
  const lastWhole = new Uint8Array(passages);
  let dirty: Range[] = [];
  let term = 0;
  let isLent = false;

  /** Adds the postings from `first` up to `last`, of the segment that begins with passage `base`. */
  function addSlice(first: number, last: number, base: number, gift: Gift): void {
    // A slice of a long list is worked out by itself: one council needs little of what all have.
    const few = FEW * (last - first) < worths.count(gift.key);
    const known = few ? worths.known(gift.key) : worths.of(gift.key);
    const from = starts[gift.key * segments] ?? 0;
    for (let at = first; at < last; at++) {
      const id = base + (ids[at] ?? 0);
      give(id, known ? (known[at - from] ?? 0) : worths.at(at, id), gift);
    }
  }

  function give(id: number, worth: number, { factor, carried, isWhole }: Gift): void {
    const into = isLent ? lent : scores;
    into[id] = (into[id] ?? 0) + factor * worth;
    if (carried === 0 || lastWhole[id] === term) return;
    if (isWhole) lastWhole[id] = term;
    shares[id] = (shares[id] ?? 0) + carried;
  }

  /** Calls `found` for each of the passages that has the key, with its place in the list and what the key is worth there. */
  function lookUp(
    key: number,
    list: Uint32Array,
    found: (id: number, place: number, worth: number) => void,
  ): void {
    const from = starts[key * segments] ?? 0;
    const known = worths.known(key);
    let segment = -1;
    let before = 0;
    let [at, end] = [0, 0];
    for (let i = 0; i < list.length; i++) {
      const id = list[i] ?? 0;
      const own = id & (SEGMENT - 1);
      if (id >>> SEGMENT_BITS !== segment || id < before) {
        segment = id >>> SEGMENT_BITS;
        at = starts[key * segments + segment] ?? 0;
        end = starts[key * segments + segment + 1] ?? 0;
      }
      before = id;
      at = firstAtLeast(ids, own, at, end);
      if (at < end && ids[at] === own)
        found(id, i, known ? (known[at - from] ?? 0) : worths.at(at, id));
    }
  }

  return {
    start(within) {
      for (const { from, to } of dirty)
        for (const sums of [scores, shares, lent, lastWhole]) sums.fill(0, from, to);
      dirty = within;
      term = 0;
      isLent = false;
    },
    term() {
      term++;
    },
    lend() {
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
      lookUp(gift.key, list, (id, _, worth) => give(id, worth, gift));
    },
    sumsOf(gifts, list) {
      const sums = new Float64Array(list.length);
      for (const { key, factor } of gifts)
        lookUp(key, list, (_, place, worth) => {
          sums[place] = (sums[place] ?? 0) + factor * worth;
        });
      return sums;
    },
    reachingIn({ from, to }, list, least, { score, carried }) {
      let count = 0;
      for (let id = from; id < to; id++) {
        const own = scores[id] ?? 0;
        if (own === 0) continue;
        if (rankedScore(own + score, (shares[id] ?? 0) + carried) >= least) list[count++] = id;
      }
      return count;
    },
    reaching(list, count, least, { score, carried }) {
      let kept = 0;
      for (let i = 0; i < count; i++) {
        const id = list[i] ?? 0;
        const most = rankedScore((scores[id] ?? 0) + score, (shares[id] ?? 0) + carried);
        if (most >= least) list[kept++] = id;
      }
      return kept;
    },
    score: (id) => rankedScore(scores[id] ?? 0, shares[id] ?? 0),
    carried: (id) => shares[id] ?? 0,
    lent: (id) => lent[id] ?? 0,
  };
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

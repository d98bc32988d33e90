import { rankedScore } from '../scoring.js';
import { type CountedPassages, SEGMENT, SEGMENT_BITS, segmentsOf } from './counted.js';
import type { Worths } from './worths.js';

/** Passages `from` up to, not including, `to`. */
export type Range = { from: number; to: number };

/**
 * A key with what it gives to the passages that have it: `factor` times its worth there to the score, and `carried`, its share of the
 * question's meaning; that is all of its term's where `isWhole`. Neither is negative.
 */
export type Gift = { key: number; factor: number; carried: number; isWhole: boolean };

/** So many passages' sums stay at hand in a processor's cache. */
export const WINDOW = 16_384;

/**
 * Adds up what the keys of a question give to the passages of a range, at most a window of them: `start`, then `term` and `add` for
 * each of its terms, then `lend` and `add` for keys that it was lent, then read. Of one term the keys that
 * are the whole of it come first: where a passage has one of them, no other counts as carried.
 */
export type Accumulator = {
  /** Begins with nothing given to any passage of the range; those that come to score `least` or more, and more than nothing, will be noted. */
  start(within: Range, least: number): void;
  term(): void;
  /** What is added from now on is counted apart, as `lent`. */
  lend(): void;
  /** Adds a key to all passages of the range that have it. */
  add(gift: Gift): void;
  /** The passages noted, in no order; good until the next start. */
  noted(): Uint32Array;
  /** The score of a passage by the question's own keys. */
  score(id: number): number;
  carried(id: number): number;
  lent(id: number): number;
  /** What keys give to each of the passages, which may be any, apart from all that was added; soonest told where ids ascend. */
  sumsOf(gifts: Gift[], list: Uint32Array): Float64Array;
};

/** What it allocates is used again for every range. */
export function createAccumulator(
  { passages, starts, ids }: CountedPassages,
  worths: Worths,
): Accumulator {
  const segments = segmentsOf(passages);
  const scores = new Float64Array(WINDOW);
  const shares = new Float64Array(WINDOW);
  const lent = new Float64Array(WINDOW);
  /** The number of the last term that a passage carries the whole of. */
  const lastWhole = new Uint16Array(WINDOW);
  const noted = new Uint32Array(WINDOW);
  let count = 0;
  let least = 0;
  let from = 0;
  let to = 0;
  let term = 0;
  let isLent = false;

  /** What the postings from `first` up to `last` of a key are worth, in the segment that begins with passage `base`. */
  function worthsOf(key: number, first: number, last: number, base: number): Float32Array {
    const known = worths.of(key, last - first);
    const start = starts[key * segments] ?? 0;
    if (known) return known.subarray(first - start, last - start);
    const found = new Float32Array(last - first);
    for (let at = first; at < last; at++) found[at - first] = worths.at(at, base + (ids[at] ?? 0));
    return found;
  }

  /** Adds a key to the passages at `places`, which are counted from place `shift`; `worth` is what it is worth in each. */
  function addAt(places: Uint16Array, shift: number, worth: Float32Array, gift: Gift): void {
    // What does not change is at hand in constants: this is where the time of a search goes.
    const { factor, carried } = gift;
    const [need, offset, mine] = [least, from, term];
    const whole = gift.isWhole ? term : 0;
    let so = count;
    for (let i = 0; i < places.length; i++) {
      const place = shift + (places[i] ?? 0);
      const score = scores[place] ?? 0;
      const share = shares[place] ?? 0;
      const more = score + factor * (worth[i] ?? 0);
      let carries = share;
      if (lastWhole[place] !== mine) {
        carries += carried;
        shares[place] = carries;
        lastWhole[place] = whole;
      }
      scores[place] = more;
      if (rankedScore(more, carries) >= need && rankedScore(score, share) < need)
        noted[so++] = place + offset;
    }
    count = so;
  }

  function lendAt(places: Uint16Array, shift: number, worth: Float32Array, { factor }: Gift): void {
    for (let i = 0; i < places.length; i++) {
      const place = shift + (places[i] ?? 0);
      lent[place] = (lent[place] ?? 0) + factor * (worth[i] ?? 0);
    }
  }

  return {
    start(within, enough) {
      for (const sums of [scores, shares, lastWhole, lent]) sums.fill(0, 0, to - from);
      ({ from, to } = within);
      least = Math.max(enough, Number.MIN_VALUE);
      count = 0;
      term = 0;
      isLent = false;
    },
    term() {
      term++;
    },
    lend() {
      isLent = true;
    },
    add(gift) {
      for (let s = Math.floor(from / SEGMENT); s * SEGMENT < to; s++) {
        const base = s * SEGMENT;
        const row = gift.key * segments + s;
        const end = starts[row + 1] ?? 0;
        const first = firstAtLeast(ids, from - base, starts[row] ?? 0, end);
        const last = to - base >= SEGMENT ? end : firstAtLeast(ids, to - base, first, end);
        const give = isLent ? lendAt : addAt;
        give(ids.subarray(first, last), base - from, worthsOf(gift.key, first, last, base), gift);
      }
    },
    noted: () => noted.subarray(0, count),
    score: (id) => rankedScore(scores[id - from] ?? 0, shares[id - from] ?? 0),
    carried: (id) => shares[id - from] ?? 0,
    lent: (id) => lent[id - from] ?? 0,
    sumsOf(gifts, list) {
      const sums = new Float64Array(list.length);
      for (const { key, factor } of gifts) {
        const start = starts[key * segments] ?? 0;
        const known = worths.of(key, list.length);
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
            sums[i] =
              (sums[i] ?? 0) + factor * (known ? (known[at - start] ?? 0) : worths.at(at, id));
        }
      }
      return sums;
    },
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

import {
  firstAtLeast,
  type InvertedIndex,
  SEGMENT,
  SEGMENT_BITS,
  segmentsOf,
} from '../index/inverted-index.js';

/**
 * Where the postings of terms are cut: which posting of a term is the first whose passage is at a
 * cut or behind it. The cuts are places among the passages where searches begin and end, as those
 * where a council begins are. To look for such a posting takes a dozen steps through memory, and a
 * question has dozens of terms.
 */
export type Cuts = {
  /** The number of the cut at a place among the passages; -1 where none is. */
  numberOf(place: number): number;
  /** The first posting of a term from each cut on, by the cut's number, where that is known. */
  of(term: number): Uint32Array | undefined;
};

/** The postings of a rarer term lie so near to each other that there is nothing to gain. */
const FEWEST_POSTINGS = 32;

/** Prepares cuts at places that ascend; a term's are made when it is asked for the second time. */
export function createCuts(
  { passages, starts, ids, terms }: InvertedIndex,
  places: readonly number[],
): Cuts {
  const segments = segmentsOf(passages);
  const numbers = new Map(places.map((place, number) => [place, number]));
  const made: (Uint32Array | undefined)[] = Array.from(terms, () => undefined);
  const isAskedBefore = new Uint8Array(terms.length);

  function cutsOf(term: number): Uint32Array {
    const cuts = new Uint32Array(places.length);
    const end = starts[(term + 1) * segments] ?? 0;
    let posting = starts[term * segments] ?? 0;
    for (const [number, place] of places.entries()) {
      const row = term * segments + (place >>> SEGMENT_BITS);
      if (place < passages) {
        const from = Math.max(posting, starts[row] ?? 0);
        posting = firstAtLeast(ids, place & (SEGMENT - 1), from, starts[row + 1] ?? 0);
      } else posting = end;
      cuts[number] = posting;
    }
    return cuts;
  }

  return {
    numberOf: (place) => numbers.get(place) ?? -1,
    of(term) {
      const known = made[term];
      if (known) return known;
      const count = (starts[(term + 1) * segments] ?? 0) - (starts[term * segments] ?? 0);
      if (count < FEWEST_POSTINGS) return undefined;
      if (isAskedBefore[term]) made[term] = cutsOf(term);
      isAskedBefore[term] = 1;
      return made[term];
    },
  };
}

import { stem } from '../language/index.js';

/** How often any form of each word sought occurs, by its stem; `total` is of the commonest word. */
export type Frequencies = { of: Map<string, number>; total: number };

/** Counts the words sought among the words of the record. */
export function frequenciesOf(stems: string[], counts: ReadonlyMap<string, number>): Frequencies {
  const all = known.get(counts) ?? byStem(counts);
  known.set(counts, all);
  return { of: new Map(stems.map((each) => [each, all.of.get(each) ?? 0])), total: all.total };
}

/** The words of a record are counted by their stems once. */
const known = new WeakMap<ReadonlyMap<string, number>, Frequencies>();

function byStem(counts: ReadonlyMap<string, number>): Frequencies {
  const of = new Map<string, number>();
  let total = 0;
  for (const [word, count] of counts) {
    total = Math.max(total, count);
    const own = stem(word);
    of.set(own, (of.get(own) ?? 0) + count);
  }
  return { of, total };
}

/** What is said so often beside the commonest of all tells no passages apart ("social"). */
const COMMON = 0.06;
/** In a small record nothing is common. */
const FEW = 20;

/** Whether a word tells no passages apart. */
export const isCommon = (own: string, { of, total }: Frequencies): boolean =>
  (of.get(own) ?? 0) > Math.max(FEW, COMMON * total);

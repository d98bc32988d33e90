import { stem } from '../language/index.js';

/** How often any form of each word sought occurs, by its stem; `total` is of the commonest word. */
export type Frequencies = { of: Map<string, number>; total: number };

/** Counts the words sought among the words of the record. */
export function frequenciesOf(stems: string[], counts: ReadonlyMap<string, number>): Frequencies {
  const of = new Map(stems.map((each) => [each, 0]));
  let total = 0;
  for (const [word, count] of counts) {
    total = Math.max(total, count);
    const own = stem(word);
    const sum = of.get(own);
    if (sum !== undefined) of.set(own, sum + count);
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

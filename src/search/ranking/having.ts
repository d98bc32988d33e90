import { type InvertedIndex, SEGMENT, segmentsOf } from '../index/inverted-index.js';

/** The passages, each by a mark at its number, that have all terms of one of the lists. */
export type Having = (lists: string[][]) => Uint8Array;

/** Prepares to tell which passages have some terms, from their postings alone. */
export function createHaving(
  { passages, starts, ids }: InvertedIndex,
  numberOf: (term: string) => number,
): Having {
  const segments = segmentsOf(passages);
  const from = (term: number): number => starts[term * segments] ?? 0;
  const frequency = (term: number): number => from(term + 1) - from(term);
  /** How many terms of the list at hand each passage has, while it has all before. */
  const met = new Uint16Array(passages);

  function eachWith(term: number, take: (id: number) => void): void {
    for (let s = 0; s < segments; s++) {
      const row = term * segments + s;
      const end = starts[row + 1] ?? 0;
      for (let at = starts[row] ?? 0; at < end; at++) take(s * SEGMENT + (ids[at] ?? 0));
    }
  }

  function mark(list: string[], marks: Uint8Array): void {
    const terms = [...new Set(list)].map(numberOf);
    if (terms.length === 0 || terms.includes(-1)) return;
    terms.sort((one, other) => frequency(one) - frequency(other));
    const [rarest = -1] = terms;
    terms.forEach((term, i) => {
      eachWith(term, (id) => {
        if (met[id] === i) met[id] = i + 1;
      });
    });
    eachWith(rarest, (id) => {
      if (met[id] === terms.length) marks[id] = 1;
    });
    for (const term of terms) eachWith(term, (id) => (met[id] = 0));
  }

  return (lists) => {
    const marks = new Uint8Array(passages);
    for (const list of lists) mark(list, marks);
    return marks;
  };
}

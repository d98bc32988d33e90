/** The score that something needs to be among the best of all that were offered. */
export type Threshold = {
  /** Below any score while fewer than so many were offered. */
  value(): number;
  offer(score: number): void;
};

/** Holds the `most` best scores in a heap whose top is the least of them. */
export function createThreshold(most: number): Threshold {
  const heap = new Float64Array(most).fill(Number.NEGATIVE_INFINITY);
  return {
    value: () => heap[0] ?? Number.NEGATIVE_INFINITY,
    offer(score) {
      if (score <= (heap[0] ?? 0)) return;
      let at = 0;
      for (;;) {
        const left = 2 * at + 1;
        if (left >= most) break;
        const right = left + 1;
        const lesser = right < most && (heap[right] ?? 0) < (heap[left] ?? 0) ? right : left;
        const value = heap[lesser] ?? 0;
        if (value >= score) break;
        heap[at] = value;
        at = lesser;
      }
      heap[at] = score;
    },
  };
}

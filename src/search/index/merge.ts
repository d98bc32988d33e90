import { type Additions, countsOf, patternOf } from './additions.js';
import { FIELD_NAMES } from './fields.js';
import {
  type CouncilSizes,
  type InvertedIndex,
  SEGMENT,
  SEGMENT_BITS,
  segmentsOf,
} from './inverted-index.js';

/** In place of a passage's new number: it is no more. */
export const GONE = 0xffff_ffff;

/**
 * How passages change: how many each council has after it, the new number of each that there was
 * (which ascend, but for those GONE), what is added, and the words of those that are gone.
 */
export type IndexChange = {
  sizes: CouncilSizes;
  moved: Uint32Array;
  added: Additions;
  gone: ReadonlyMap<string, number>;
};

/**
 * The index after a change, in time proportional to the number of postings: those of passages that
 * stay are copied, not counted anew. It equals the index built of the same passages.
 */
export function mergeIndex(before: InvertedIndex, change: IndexChange): InvertedIndex {
  const { sizes, added } = change;
  const passages = sizes.reduce((sum, [, own]) => sum + own, 0);
  return {
    ...{ sizes, passages },
    ...mergePostings(before, change, passages),
    lengths: mergeLengths(before, change, passages),
    ...mergeWords(before, added.vocabulary, change.gone),
  };
}

type Postings = Pick<InvertedIndex, 'terms' | 'starts' | 'ids' | 'patterns' | 'counts'>;

function mergePostings(
  before: InvertedIndex,
  { moved, added }: IndexChange,
  passages: number,
): Postings {
  const segments = segmentsOf(passages);
  const rows = before.counts.length / FIELD_NAMES.length;
  const total = [...added.postings.values()].reduce((sum, list) => sum + list.length / 2, 0);
  const ids = new Uint16Array(before.ids.length + total);
  /** Patterns as numbered before the change, and after these the added ones. */
  const numbers = new Uint32Array(before.ids.length + total);
  const numberBefore = new Map(before.terms.map((term, number) => [term, number]));
  const terms: string[] = [];
  const starts: number[] = [];
  let at = 0;

  for (const term of [...new Set([...before.terms, ...added.postings.keys()])].sort()) {
    const first = at;
    let segment = -1;
    const write = (id: number, number: number): void => {
      while (segment < id >>> SEGMENT_BITS) {
        starts.push(at);
        segment++;
      }
      ids[at] = id % SEGMENT;
      numbers[at++] = number;
    };
    const list = added.postings.get(term) ?? [];
    let next = 0;
    const writeAddedBefore = (id: number): void => {
      for (; next < list.length && (list[next] ?? 0) < id; next += 2)
        write(list[next] ?? 0, rows + (list[next + 1] ?? 0));
    };
    const number = numberBefore.get(term);
    if (number !== undefined)
      forEachPosting(before, number, (posting, id) => {
        const now = moved[id] ?? GONE;
        if (now === GONE) return;
        writeAddedBefore(now);
        write(now, before.patterns[posting] ?? 0);
      });
    writeAddedBefore(passages);
    if (at === first) continue;
    terms.push(term);
    for (segment++; segment < segments; segment++) starts.push(at);
  }
  starts.push(at);
  return {
    terms,
    starts: Uint32Array.from(starts),
    ids: ids.slice(0, at),
    ...numbered(numbers.subarray(0, at), [
      ...Array.from({ length: rows }, (_, row) =>
        patternOf(before.counts, row * FIELD_NAMES.length),
      ),
      ...added.patterns,
    ]),
  };
}

/** Goes through the postings of a term of the index, each with its passage. */
function forEachPosting(
  { passages, starts, ids }: InvertedIndex,
  term: number,
  take: (posting: number, id: number) => void,
): void {
  const segments = segmentsOf(passages);
  for (let s = 0; s < segments; s++) {
    const row = term * segments + s;
    const end = starts[row + 1] ?? 0;
    for (let posting = starts[row] ?? 0; posting < end; posting++)
      take(posting, s * SEGMENT + (ids[posting] ?? 0));
  }
}

/**
 * The postings with their patterns numbered in ascending order. A pattern may have several numbers
 * before, and some are of no posting any more.
 */
function numbered(
  numbers: Uint32Array,
  patternOfNumber: number[],
): Pick<InvertedIndex, 'patterns' | 'counts'> {
  const isUsed = new Uint8Array(patternOfNumber.length);
  for (const number of numbers) isUsed[number] = 1;
  const used = [...new Set(patternOfNumber.filter((_, number) => isUsed[number] === 1))];
  used.sort((a, b) => a - b);
  const place = new Map(used.map((pattern, i) => [pattern, i]));
  const now = Uint16Array.from(patternOfNumber, (pattern) => place.get(pattern) ?? 0);
  return {
    patterns: Uint16Array.from(numbers, (number) => now[number] ?? 0),
    counts: Uint16Array.from(used.flatMap(countsOf)),
  };
}

function mergeLengths(
  { lengths: before }: InvertedIndex,
  { moved, added }: IndexChange,
  passages: number,
): Uint16Array {
  const fields = FIELD_NAMES.length;
  const lengths = new Uint16Array(passages * fields);
  moved.forEach((now, id) => {
    if (now !== GONE) lengths.set(before.subarray(id * fields, (id + 1) * fields), now * fields);
  });
  added.ids.forEach((id, i) => {
    lengths.set(added.lengths.slice(i * fields, (i + 1) * fields), id * fields);
  });
  return lengths;
}

function mergeWords(
  before: InvertedIndex,
  added: ReadonlyMap<string, number>,
  gone: ReadonlyMap<string, number>,
): Pick<InvertedIndex, 'words' | 'frequencies'> {
  const counts = new Map(before.words.map((word, i) => [word, before.frequencies[i] ?? 0]));
  for (const [word, count] of added) counts.set(word, (counts.get(word) ?? 0) + count);
  for (const [word, count] of gone) counts.set(word, (counts.get(word) ?? 0) - count);
  const words = [...counts.keys()].filter((word) => (counts.get(word) ?? 0) > 0).sort();
  return { words, frequencies: Uint32Array.from(words, (word) => counts.get(word) ?? 0) };
}

import type { RecordedPassage } from '../../domain/record.js';
import type { ThemeMatcher } from '../../domain/theme-matcher.js';
import { FIELD_NAMES, fieldsOf } from './fields.js';

/** A segment is as many passages as two bytes can tell apart. */
export const SEGMENT_BITS = 16;
export const SEGMENT = 2 ** SEGMENT_BITS;
export const segmentsOf = (passages: number): number => Math.max(1, Math.ceil(passages / SEGMENT));

/**
 * Which passages have which terms, as flat arrays. No weight is applied yet, so that weights can
 * change without indexing anew. Passage n of the record is n here. The postings of term t in
 * segment s (passages s × 65,536 and on) are `ids` and `patterns` from `starts[t × segments + s]`
 * up to the next start; `ids` are counted from the segment's first passage and ascend. A posting's
 * pattern says how often each field has the term: row p of `counts`.
 */
export type InvertedIndex = {
  passages: number;
  /** Sorted by code unit, each once. */
  terms: string[];
  starts: Uint32Array;
  ids: Uint16Array;
  patterns: Uint16Array;
  /** Rows of a count for each of the fields. */
  counts: Uint16Array;
  /** A row for each passage, of how many terms each of the fields has. */
  lengths: Uint16Array;
  /** The words as written, sorted by code unit, and how often each occurs. */
  words: string[];
  frequencies: Uint32Array;
};

/**
 * A field is read up to one term fewer than this, so that the counts of all five fields are the
 * digits of one number.
 */
const MOST = 1024;

const countsOf = (pattern: number): number[] =>
  FIELD_NAMES.map((_, f) => Math.floor(pattern / MOST ** f) % MOST);

/** Indexes the passages, in the order given. */
export function buildInvertedIndex(
  passages: RecordedPassage[],
  themes: ThemeMatcher,
): InvertedIndex {
  const vocabulary = new Map<string, number>();
  const patternIds = new Map<number, number>();
  const postings = new Map<string, number[]>();
  const lengths = new Uint16Array(passages.length * FIELD_NAMES.length);
  passages.forEach((passage, id) => {
    const fields = fieldsOf(passage, themes, vocabulary);
    const patternOf = new Map<string, number>();
    FIELD_NAMES.forEach((name, f) => {
      const terms = fields[name].slice(0, MOST - 1);
      lengths[id * FIELD_NAMES.length + f] = terms.length;
      for (const term of terms) patternOf.set(term, (patternOf.get(term) ?? 0) + MOST ** f);
    });
    for (const [term, pattern] of patternOf) {
      const number = patternIds.get(pattern) ?? patternIds.size;
      patternIds.set(pattern, number);
      const list = postings.get(term);
      if (list) list.push(id, number);
      else postings.set(term, [id, number]);
    }
  });
  const words = [...vocabulary.keys()].sort();
  return {
    passages: passages.length,
    ...flat(postings, segmentsOf(passages.length)),
    counts: Uint16Array.from([...patternIds.keys()].flatMap(countsOf)),
    lengths,
    words,
    frequencies: Uint32Array.from(words, (word) => vocabulary.get(word) ?? 0),
  };
}

/** Lists of id and pattern in turns, by term, as one array of each. */
function flat(
  postings: Map<string, number[]>,
  segments: number,
): Pick<InvertedIndex, 'terms' | 'starts' | 'ids' | 'patterns'> {
  const terms = [...postings.keys()].sort();
  const total = terms.reduce((sum, term) => sum + (postings.get(term)?.length ?? 0) / 2, 0);
  const starts = new Uint32Array(terms.length * segments + 1).fill(total);
  const ids = new Uint16Array(total);
  const patterns = new Uint16Array(total);
  let at = 0;
  terms.forEach((term, t) => {
    const list = postings.get(term) ?? [];
    let segment = -1;
    for (let i = 0; i < list.length; i += 2) {
      const id = list[i] ?? 0;
      while (segment < Math.floor(id / SEGMENT)) starts[t * segments + ++segment] = at;
      ids[at] = id % SEGMENT;
      patterns[at++] = list[i + 1] ?? 0;
    }
    while (segment < segments - 1) starts[t * segments + ++segment] = at;
  });
  return { terms, starts, ids, patterns };
}

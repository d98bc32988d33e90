import { FIELD_NAMES } from '../index/fields.js';
import { type InvertedIndex, SEGMENT, segmentsOf } from '../index/inverted-index.js';
import { FIELD_WEIGHTS, K1 } from './bm25f.js';

/** The impacts of an index: what one posting (one term in one passage) adds to a score. */
export type Impacts = {
  /** The impact of one posting, of passage `id`. */
  at(posting: number, id: number): number;
  /**
   * The impacts of all postings of a term, in their order, if they are stored. They are as soon as
   * a quarter of them has been `requested`, since one council needs few of all postings.
   */
  of(term: number, requested: number): Float32Array | undefined;
  /** How many passages have the term. */
  documentFrequency(term: number): number;
  /** What one occurrence in field number `field` weighs in the passage. */
  fieldWeight(id: number, field: number): number;
};

/** The impacts of a term are stored once one in so many has been requested. */
const STORED_AFTER = 4;

/** Prepares the weights of the fields. Impacts are worked out when first requested. */
export function createImpacts(index: InvertedIndex): Impacts {
  const { passages, starts, ids, patterns, counts } = index;
  const segments = segmentsOf(passages);
  const fields = FIELD_NAMES.length;
  const weights = fieldWeights(index);
  const stored: (Float32Array | undefined)[] = Array.from(index.terms, () => undefined);
  const requestedBefore = new Uint32Array(index.terms.length);

  /** BM25's saturation of what the fields weigh. */
  function at(posting: number, id: number): number {
    const row = (patterns[posting] ?? 0) * fields;
    let weight = 0;
    for (let f = 0; f < fields; f++)
      weight += (counts[row + f] ?? 0) * (weights[id * fields + f] ?? 0);
    return Math.fround((weight * (K1 + 1)) / (K1 + weight));
  }

  function impactsOf(term: number, requested: number): Float32Array | undefined {
    const ready = stored[term];
    if (ready) return ready;
    const sum = requested + (requestedBefore[term] ?? 0);
    requestedBefore[term] = sum;
    if (sum * STORED_AFTER < documentFrequency(term)) return undefined;
    const list = new Float32Array(documentFrequency(term));
    const from = starts[term * segments] ?? 0;
    for (let s = 0; s < segments; s++) {
      const end = starts[term * segments + s + 1] ?? 0;
      for (let posting = starts[term * segments + s] ?? 0; posting < end; posting++)
        list[posting - from] = at(posting, s * SEGMENT + (ids[posting] ?? 0));
    }
    stored[term] = list;
    return list;
  }

  const documentFrequency = (term: number): number =>
    (starts[(term + 1) * segments] ?? 0) - (starts[term * segments] ?? 0);

  return {
    at,
    of: impactsOf,
    documentFrequency,
    fieldWeight: (id, field) => weights[id * fields + field] ?? 0,
  };
}

/** What one occurrence of a term weighs in each field of each passage: less in a longer field. */
function fieldWeights({ passages, lengths }: InvertedIndex): Float32Array {
  const weights = new Float32Array(lengths.length);
  FIELD_NAMES.forEach((name, f) => {
    const { weight, length } = FIELD_WEIGHTS[name];
    let sum = 0;
    for (let at = f; at < lengths.length; at += FIELD_NAMES.length) sum += lengths[at] ?? 0;
    const average = sum / (passages || 1) || 1;
    for (let at = f; at < lengths.length; at += FIELD_NAMES.length)
      weights[at] = weight / (1 - length + (length * (lengths[at] ?? 0)) / average);
  });
  return weights;
}

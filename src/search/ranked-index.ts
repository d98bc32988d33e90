import type { Urn } from '../domain/authority.js';
import type { RecordedPassage } from '../domain/record.js';
import type { ThemeMatcher } from '../domain/theme-matcher.js';
import { stem } from '../language/index.js';
import {
  type CharacteristicTerm,
  createQueryExpansion,
  FEEDBACK_DOCUMENTS,
  mostCharacteristic,
} from './expansion/query-expansion.js';
import { type IndexCache, saveIndex } from './index/cache.js';
import { fieldsOf, isThemeTerm } from './index/fields.js';
import { buildInvertedIndex, type InvertedIndex } from './index/inverted-index.js';
import { deserialise, serialise } from './index/serialise.js';
import { createAccumulator, type QueryTerm, type Range } from './ranking/accumulator.js';
import { idfOf, K1 } from './ranking/bm25f.js';
import { type Concept, conceptsOf, type RankedRequest } from './ranking/concepts.js';
import { createFacetFilters, type FacetFilter } from './ranking/facets.js';
import { createImpacts } from './ranking/impacts.js';
import { inOrder, type QueryConcept, type Ranked, rankAll, rerank, topK } from './ranking/top-k.js';
import type { Hit } from './result.js';

/** The words of the passages, for whoever reads questions. */
export type Vocabulary = {
  /** How often each word occurs in the passages. */
  words: ReadonlyMap<string, number>;
  /** Whether any passage has the word in any form. */
  has(word: string): boolean;
};

/** The ranked index of all passages. */
export type RankedIndex = {
  /**
   * The passages of `urns` that share anything with the request, best first; where `urns` is empty
   * the 200 best of all councils. After that list one for each filter, of the passages that pass
   * it; each filter must pass fewer than the one before.
   */
  search(request: RankedRequest, urns: Urn[], filters: FacetFilter[]): Hit[][];
  vocabulary: Vocabulary;
};

export type RankedIndexOptions = {
  /** Words that say nothing of what a passage is about. */
  stopWords: ReadonlySet<string>;
  /** Where the index is held between starts, and whether it may be trusted to be valid. */
  cache: { file: IndexCache; valid: boolean } | null;
};

/**
 * Feedback documents are looked for among this many passages: some twenty-five reports say a thing
 * in every way it is said.
 */
const FEEDBACK_POOL = 2_000;
/** Among all councils only so many passages are found: nobody is shown more. */
const MOST_ACROSS = 200;
/** So many of the best are reranked by the expansion terms. */
const RERANKED = 300;

/**
 * Takes the index from the cache, or builds it. Passages of one authority stand next to each other,
 * so that a council is a range of numbers.
 */
export function createRankedIndex(
  recorded: RecordedPassage[],
  themes: ThemeMatcher,
  { stopWords, cache }: RankedIndexOptions,
): RankedIndex {
  const passages = [...recorded].sort((a, b) => (a.urn === b.urn ? 0 : a.urn < b.urn ? -1 : 1));
  const ranges = rangesOf(passages);
  const index = openIndex(cache, () => buildInvertedIndex(passages, themes));
  const termIds = new Map(index.terms.map((term, id) => [term, id]));
  const impacts = createImpacts(index);
  const filterOf = createFacetFilters(passages);
  const accumulator = createAccumulator(index, impacts);
  const idfOfTerm = (id: number) => idfOf(impacts.documentFrequency(id), passages.length);
  const idf = (term: string): number | null => {
    const id = termIds.get(term);
    return id === undefined ? null : idfOfTerm(id);
  };

  /** The concepts by term numbers; coverage is now a share (0–1) of the whole question. */
  function queryConcepts(concepts: Concept[]): QueryConcept[] {
    const whole = concepts.reduce((sum, { meaning }) => sum + meaning, 0) || 1;
    return concepts.map(({ meaning, terms }) =>
      terms
        .toSorted((a, b) => b.coverage - a.coverage)
        .flatMap(({ term, factor, coverage }) => {
          const id = termIds.get(term);
          if (id === undefined) return [];
          return [
            {
              term: id,
              factor: factor * idfOfTerm(id),
              coverage: (coverage * meaning) / whole,
              isWhole: coverage === 1,
            },
          ];
        }),
    );
  }

  const all = { from: 0, to: passages.length };
  const feedbackPool = { from: 0, to: Math.min(passages.length, FEEDBACK_POOL) };
  const expand = createQueryExpansion(index.terms.length, (id) =>
    isThemeTerm(index.terms[id] ?? ''),
  );
  const stopStems = new Set([...stopWords].map(stem));
  const characteristicTerms = remembered((id: number): CharacteristicTerm[] => {
    const passage = passages[id];
    const fields = passage ? Object.values(fieldsOf(passage, themes, new Map())) : [];
    const weights = new Map<number, number>();
    fields.forEach((terms, field) => {
      for (const each of terms) {
        const term = termIds.get(each);
        if (term !== undefined && !stopStems.has(each))
          weights.set(term, (weights.get(term) ?? 0) + impacts.fieldWeight(id, field));
      }
    });
    return mostCharacteristic(
      Array.from(weights, ([term, weight]) => ({
        term,
        weight: (weight / (K1 + weight)) * idfOfTerm(term),
      })),
    );
  });

  /** The terms that the best passages of the pool add to a question; they cover none of it. */
  function expansionOf(concepts: QueryConcept[]): QueryTerm[] {
    const [found = []] = topK(accumulator, concepts, feedbackPool, FEEDBACK_DOCUMENTS, []);
    const best = inOrder(found).slice(0, FEEDBACK_DOCUMENTS);
    const most = best[0]?.score ?? 1;
    const documents = best.map(({ id, score }) => ({
      share: score / most,
      terms: characteristicTerms(id),
    }));
    const asked = new Set(concepts.flatMap((terms) => terms.map(({ term }) => term)));
    return expand(documents, asked).map(({ term, factor }) => ({
      term,
      factor: factor * idfOfTerm(term),
      coverage: 0,
      isWhole: false,
    }));
  }

  function hitsOf(ranked: Ranked[]): Hit[] {
    const hits: Hit[] = [];
    for (const { id, score, coverage } of ranked) {
      const passage = passages[id];
      if (passage) hits.push({ passage, score, coverage });
    }
    return hits;
  }

  return {
    vocabulary: {
      words: new Map(index.words.map((word, i) => [word, index.frequencies[i] ?? 0])),
      has: (word) => termIds.has(stem(word)),
    },
    search(request, urns, filters) {
      const concepts = queryConcepts(conceptsOf(request, idf, idfOf(0, passages.length)));
      const expansion = expansionOf(concepts);
      if (urns.length > 0) {
        const own = [...new Set(urns)].flatMap((urn) => ranges.get(urn) ?? []);
        const found = hitsOf(inOrder(rankAll(accumulator, concepts, expansion, own)));
        return [found, ...filters.map((passes) => found.filter(({ passage }) => passes(passage)))];
      }
      const best = topK(accumulator, concepts, all, RERANKED, filters.map(filterOf));
      return rerank(accumulator, best, expansion).map((found) =>
        hitsOf(inOrder(found).slice(0, MOST_ACROSS)),
      );
    },
  };
}

const REMEMBERED = 5_000;

/** The function with its latest results remembered. */
function remembered<T>(make: (id: number) => T): (id: number) => T {
  const results = new Map<number, T>();
  return (id) => {
    const result = results.get(id) ?? make(id);
    if (results.size >= REMEMBERED) results.clear();
    results.set(id, result);
    return result;
  };
}

function openIndex(cache: RankedIndexOptions['cache'], build: () => InvertedIndex): InvertedIndex {
  if (cache?.file.payload) return deserialise(cache.file.payload);
  const index = build();
  if (cache) saveIndex(cache.file, serialise(index), cache.valid);
  return index;
}

function rangesOf(passages: RecordedPassage[]): Map<Urn, Range> {
  const ranges = new Map<Urn, Range>();
  passages.forEach(({ urn }, id) => {
    const range = ranges.get(urn);
    if (range) range.to = id + 1;
    else ranges.set(urn, { from: id, to: id + 1 });
  });
  return ranges;
}

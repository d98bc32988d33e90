import type { Steps } from '../background/steps.js';
import type { Urn } from '../domain/authority.js';
import type { ThemeMatcher } from '../domain/theme-matcher.js';
import { memoised, stem } from '../language/index.js';
import {
  type Characteristics,
  createQueryExpansion,
  FEEDBACK_DOCUMENTS,
  mostCharacteristic,
} from './expansion/query-expansion.js';
import { fieldsOf, isThemeTerm } from './index/fields.js';
import type { InvertedIndex } from './index/inverted-index.js';
import type { OrderedPassages } from './index/passage-order.js';
import { createAccumulator, joined, type QueryTerm } from './ranking/accumulator.js';
import { idfOf, K1 } from './ranking/bm25f.js';
import { type Concept, conceptsOf, type RankedRequest } from './ranking/concepts.js';
import { createFacetFilters, type FacetFilter } from './ranking/facets.js';
import { createHaving, type Having } from './ranking/having.js';
import { createImpacts } from './ranking/impacts.js';
import { inOrder, type QueryConcept, type Ranked, rankAll, rerank, topK } from './ranking/top-k.js';
import type { Hit } from './result.js';

/** The words of the passages, for whoever reads questions. */
export type Vocabulary = {
  /** How often each word occurs in the passages. */
  words: ReadonlyMap<string, number>;
  /** Whether any passage has the word in any form. */
  has(word: string): boolean;
  /** The idf of a stem, or where no passage has it, that of the rarest. */
  rarity(stem: string): number;
};

/** The ranked index of all passages. */
export type RankedIndex = {
  /**
   * The passages of `urns` that share anything with the request, best first; where `urns` is empty
   * the 200 best of all councils. After that list one for each filter, of the passages that pass
   * it; each filter must pass fewer than the one before.
   */
  search(request: RankedRequest, urns: Urn[], filters: FacetFilter[]): Hit[][];
  having: Having;
  vocabulary: Vocabulary;
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

/** The idf of a word that one passage in a hundred has. */
const RARE = Math.log(100);
/** So many passages are read by everybody. */
const READ_FIRST = 3;

type RankedHit = Hit & Ranked;

/** Prepares the ranking of passages by their index; `stopWords` say nothing of a passage. */
export function* createRankedIndex(
  { passages, ranges }: OrderedPassages,
  index: InvertedIndex,
  themes: ThemeMatcher,
  stopWords: ReadonlySet<string>,
): Steps<RankedIndex> {
  const termIds = new Map(index.terms.map((term, id) => [term, id]));
  yield;
  const words = new Map(index.words.map((word, i) => [word, index.frequencies[i] ?? 0]));
  yield;
  const impacts = createImpacts(index);
  yield;
  const filterOf = createFacetFilters(passages);
  const accumulator = createAccumulator(index, impacts);
  const idfs = Float64Array.from(index.terms, (_, id) =>
    idfOf(impacts.documentFrequency(id), passages.length),
  );
  const idfOfTerm = (id: number): number => idfs[id] ?? 0;
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
        .flatMap(({ term, factor, coverage, settles }) => {
          const id = termIds.get(term);
          if (id === undefined) return [];
          return [
            {
              term: id,
              factor: factor * idfOfTerm(id),
              coverage: (coverage * meaning) / whole,
              settles,
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
  const characteristicsOf = memoised((id: number): Characteristics => {
    const passage = passages[id];
    const fields = passage ? Object.values(fieldsOf(passage.passage, themes, new Map())) : [];
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
  }, FEEDBACK_POOL);

  /** The terms that the best passages of the pool add to a question; they cover none of it. */
  function expansionOf(concepts: QueryConcept[]): QueryTerm[] {
    const [found = []] = topK(accumulator, concepts, feedbackPool, FEEDBACK_DOCUMENTS, []);
    const best = inOrder(found).slice(0, FEEDBACK_DOCUMENTS);
    const most = best[0]?.score ?? 1;
    const documents = best.map(({ id, score }) => ({
      share: score / most,
      characteristics: characteristicsOf(id),
    }));
    // What is asked only nearly may well be what the best passages add.
    const asked = new Set(
      concepts.flatMap((terms) =>
        terms.flatMap(({ term, coverage }) => (coverage > 0 ? term : [])),
      ),
    );
    return expand(documents, asked).map(({ term, factor }) => ({
      term,
      factor: factor * idfOfTerm(term),
      coverage: 0,
      settles: false,
    }));
  }

  /**
   * The passages, best first, with the best one that has a rare word of the question among those
   * read first: whatever else a question names hides no passage that has the asker's own word.
   */
  function withLiteralWords<T extends Ranked>(ranked: T[], terms: RankedRequest['terms']): T[] {
    const rare = terms.flatMap(({ stem: each, rarity }) => {
      const term = termIds.get(each);
      return rarity >= RARE && term !== undefined ? [term] : [];
    });
    if (rare.length === 0) return ranked;
    let list = ranked;
    for (const term of new Set(rare)) {
      const place = list.findIndex(({ id }) => accumulator.has(term, id));
      const best = list[place];
      const last = list[READ_FIRST - 1];
      if (!best || !last || place < READ_FIRST) continue;
      list = list.toSpliced(place, 1).toSpliced(READ_FIRST - 1, 0, { ...best, score: last.score });
    }
    return list;
  }

  function hitOf(id: number, score: number, coverage: number): RankedHit {
    const passage = passages[id];
    if (!passage) throw new RangeError(`no passage ${id}`);
    return { id, passage, whole: passage, score, coverage };
  }

  return {
    having: createHaving(index, termIds),
    vocabulary: {
      words,
      has: (word) => termIds.has(stem(word)),
      rarity: (each) => idf(each) ?? idfOf(0, passages.length),
    },
    search(request, urns, filters) {
      const concepts = queryConcepts(conceptsOf(request, idf, idfOf(0, passages.length)));
      const expansion = expansionOf(concepts);
      if (urns.length > 0) {
        const own = joined([...new Set(urns)].flatMap((urn) => ranges.get(urn) ?? []));
        const found = rankAll(accumulator, concepts, expansion, own, hitOf);
        const hits = withLiteralWords(inOrder(found), request.terms);
        return [hits, ...filters.map((passes) => hits.filter(({ whole }) => passes(whole)))];
      }
      const best = topK(accumulator, concepts, all, RERANKED, filters.map(filterOf));
      return rerank(accumulator, best, expansion).map((found) =>
        inOrder(found)
          .slice(0, MOST_ACROSS)
          .map(({ id, score, coverage }) => hitOf(id, score, coverage)),
      );
    },
  };
}

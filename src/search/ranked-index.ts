import type { Steps } from '../background/steps.js';
import type { Urn } from '../domain/authority.js';
import type { RecordedPassage } from '../domain/record.js';
import type { ThemeMatcher } from '../domain/theme-matcher.js';
import { memoised, stem } from '../language/index.js';
import {
  type Characteristics,
  createQueryExpansion,
  FEEDBACK_DOCUMENTS,
} from './expansion/query-expansion.js';
import { fieldsOf, isThemeTerm } from './index/fields.js';
import type { InvertedIndex } from './index/inverted-index.js';
import type { OrderedPassages } from './index/passage-order.js';
import { createAccumulator, joined, type QueryTerm, type Range } from './ranking/accumulator.js';
import { K1 } from './ranking/bm25f.js';
import { type Concept, conceptsOf, type RankedRequest } from './ranking/concepts.js';
import { createCuts } from './ranking/cuts.js';
import { createFacetFilters, type FacetFilter, type PassageFilter } from './ranking/facets.js';
import { createHaving, type Having } from './ranking/having.js';
import { createImpacts } from './ranking/impacts.js';
import { emptyRanking, firstOf, passing, promoted, type Ranking } from './ranking/ranking.js';
import { createTermNumbers } from './ranking/term-numbers.js';
import { type QueryConcept, rankAll, rerank, topK } from './ranking/top-k.js';

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
  search(request: RankedRequest, urns: Urn[], filters: FacetFilter[]): Ranking[];
  /** A passage by its number. */
  passage(id: number): RecordedPassage;
  /** Prepares a filter of passages by their numbers. */
  filterOf(filter: FacetFilter): PassageFilter;
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

/** Prepares the ranking of passages by their index; `stopWords` say nothing of a passage. */
export function* createRankedIndex(
  { count, ranges, at: passageOf }: OrderedPassages,
  index: InvertedIndex,
  themes: ThemeMatcher,
  stopWords: ReadonlySet<string>,
): Steps<RankedIndex> {
  const words = new Map(index.words.map((word, i) => [word, index.frequencies[i] ?? 0]));
  yield;
  const impacts = createImpacts(index);
  yield;
  const filterOf = createFacetFilters(count, passageOf);
  const all = { from: 0, to: count };
  const feedbackPool = { from: 0, to: Math.min(count, FEEDBACK_POOL) };
  const ends = [...ranges.values(), all, feedbackPool].flatMap(({ from, to }) => [from, to]);
  const cuts = createCuts(
    index,
    [...new Set(ends)].sort((a, b) => a - b),
  );
  const accumulator = createAccumulator(index, impacts, cuts);
  const numbers = createTermNumbers(index.terms, impacts.documentFrequency, count);
  yield;
  const idfOfTerm = (term: number): number => numbers.idf(term) ?? 0;

  /** The concepts by term numbers; coverage is now a share (0–1) of the whole question. */
  function queryConcepts(concepts: Concept[]): QueryConcept[] {
    const whole = concepts.reduce((sum, { meaning }) => sum + meaning, 0) || 1;
    return concepts.map(({ meaning, terms }) =>
      terms
        .toSorted((a, b) => b.coverage - a.coverage)
        .filter(({ term }) => term >= 0)
        .map(({ term, factor, coverage, settles }) => ({
          term,
          factor: factor * idfOfTerm(term),
          coverage: (coverage * meaning) / whole,
          settles,
        })),
    );
  }

  const { characteristics, expand } = createQueryExpansion(index.terms.length, (id) =>
    isThemeTerm(index.terms[id] ?? ''),
  );
  const stopStems = new Set([...stopWords].map(stem));
  const characteristicsOf = memoised((id: number): Characteristics => {
    const fields = Object.values(fieldsOf(passageOf(id).passage, themes, new Map()));
    const weights = new Map<number, number>();
    fields.forEach((terms, field) => {
      for (const each of terms) {
        const term = numbers.ofTerm(each);
        if (term >= 0 && !stopStems.has(each))
          weights.set(term, (weights.get(term) ?? 0) + impacts.fieldWeight(id, field));
      }
    });
    return characteristics(
      Array.from(weights, ([term, weight]) => ({
        term,
        weight: (weight / (K1 + weight)) * idfOfTerm(term),
      })),
    );
  }, FEEDBACK_POOL);

  /** The terms that the best passages of the pool add to a question; they cover none of it. */
  function expansionOf(concepts: QueryConcept[]): QueryTerm[] {
    const [found] = topK(accumulator, concepts, feedbackPool, FEEDBACK_DOCUMENTS, []);
    const { ids, scores } = firstOf(found ?? emptyRanking(), FEEDBACK_DOCUMENTS);
    const most = scores[0] ?? 1;
    const documents = ids.map((id, i) => ({
      share: (scores[i] ?? 0) / most,
      characteristics: characteristicsOf(id),
    }));
    const asked = new Set(concepts.flatMap((terms) => terms.map(({ term }) => term)));
    return expand(documents, asked).map(({ term, factor }) => ({
      term,
      factor: factor * idfOfTerm(term),
      coverage: 0,
      settles: false,
    }));
  }

  /**
   * All passages of some ranges, best first, with the best one that has a rare word of the question
   * among those read first: whatever else a question names hides no passage that has the asker's
   * own word.
   */
  function withLiteralWords(
    ranking: Ranking,
    within: Range[],
    terms: RankedRequest['terms'],
  ): Ranking {
    let list = ranking;
    const rare = terms.filter(({ rarity }) => rarity >= RARE);
    for (const term of new Set(rare.map(({ stem: each }) => numbers.ofStem(each)))) {
      if (term < 0) continue;
      const having = within.flatMap((range) => accumulator.having(term, range));
      const place = Math.min(...having.map((id) => list.ids.indexOf(id)));
      if (having.length > 0 && place >= READ_FIRST) list = promoted(list, place, READ_FIRST - 1);
    }
    return list;
  }

  return {
    having: createHaving(index, numbers.ofTerm),
    passage: passageOf,
    filterOf,
    vocabulary: {
      words,
      has: (word) => numbers.ofStem(stem(word)) >= 0,
      rarity: (each) => numbers.idf(numbers.ofStem(each)) ?? numbers.highestIdf,
    },
    search(request, urns, filters) {
      const concepts = queryConcepts(conceptsOf(request, numbers));
      const expansion = expansionOf(concepts);
      if (urns.length > 0) {
        const own = joined([...new Set(urns)].flatMap((urn) => ranges.get(urn) ?? []));
        const found = rankAll(accumulator, concepts, expansion, own);
        const every = withLiteralWords(found, own, request.terms);
        return [every, ...filters.map((filter) => passing(every, filterOf(filter)))];
      }
      const best = topK(accumulator, concepts, all, RERANKED, filters.map(filterOf));
      return rerank(accumulator, best, expansion).map((found) => firstOf(found, MOST_ACROSS));
    },
  };
}

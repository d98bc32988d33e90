import { atOnce, inSlices } from '../background/steps.js';
import { groupedByCouncil, makingAll } from '../domain/by-council.js';
import type { InspectionRecord, RecordedPassage } from '../domain/record.js';
import { createThemeMatcher, type ThemeMatcher } from '../domain/theme-matcher.js';
import type { IndexCache } from './index/cache.js';
import { buildIndex, heldIndex, type IndexFile, type OpenedIndex } from './index/open-index.js';
import { inIndexOrder, type OrderedPassages } from './index/passage-order.js';
import { updateIndex } from './index/update.js';
import { namesIn, type TypedWord } from './names.js';
import { termsNeeded } from './prepared-concepts.js';
import { createRankedIndex, type RankedIndex, type Vocabulary } from './ranked-index.js';
import { createSentenceReader, type SentenceReader } from './read-sentences.js';
import type { SearchRequest } from './request.js';
import type { SearchResult } from './result.js';
import { type Found, searched } from './searched.js';
import { createSentenceFinder, type SentenceFinder, type Wanted } from './sentences-on.js';
import type { RingMet, SoughtConcept } from './sought-concepts.js';

/** The search in a record's passages. */
export type Search = {
  /** The words of the passages, for whoever reads questions. */
  vocabulary: Vocabulary;
  /** The ranked passages for a request, and whether they answer it. */
  find(request: SearchRequest): SearchResult;
  /**
   * The passages that may have sentences on all that is sought, in the order of the record, and
   * those sentences of a passage; of the tone and the people asked for.
   */
  passagesOn(concepts: SoughtConcept[]): RecordedPassage[];
  sentencesOn(concepts: SoughtConcept[], wanted: Wanted): SentenceFinder;
  /** The names of things among words of a question, as the record writes them. */
  namesIn(said: TypedWord[], isSought: (word: TypedWord) => boolean): RingMet[];
  /**
   * The search in the record as it has become, which finds what one made of it anew would find.
   * Passages that are the same objects as before are not indexed again if the themes are the same
   * too, and the rest is indexed in a thread, which writes the cache where one is given.
   * @throws where the thread fails, or the signal ends the work.
   */
  updated(record: Searched, options: UpdateOptions): Promise<Search>;
};

/** What of a record is searched. */
export type Searched = Pick<InspectionRecord, 'passages' | 'themes' | 'problems'>;

export type SearchOptions = {
  /** Words that say nothing of what a passage is about. */
  stopWords: ReadonlySet<string>;
  /** Where the index is held between starts; without it, the index is built anew. */
  cache?: IndexCache | null;
  /** Reads the record's themes; made from it where there is none yet. */
  themes?: ThemeMatcher;
};

export type UpdateOptions = Pick<SearchOptions, 'cache'> & {
  themes: ThemeMatcher;
  signal?: AbortSignal;
};

/**
 * Builds the search in a record, in time proportional to its text, unless the cache holds its
 * index.
 */
export function createSearch(
  record: Searched,
  { stopWords, cache = null, themes = createThemeMatcher(record.themes) }: SearchOptions,
): Search {
  const held = heldIndex(cache);
  const ordered = inIndexOrder(record.passages, held?.index.sizes);
  const opened = held ?? buildIndex(fileOf(cache, record), ordered, themes);
  const ranked = atOnce(createRankedIndex(ordered, opened.index, themes, stopWords));
  const read = createSentenceReader(themes);
  return searchIn(ranked, { record, ordered, opened, stopWords, themes, read });
}

/**
 * The search that `createSearch` makes, made in slices and, where the cache does not hold the
 * index, in a thread.
 * @throws where the thread fails.
 */
export function openSearch(
  record: Searched,
  { stopWords, cache = null, themes }: SearchOptions & { themes: ThemeMatcher },
): Promise<Search> {
  const empty = createSearch({ ...record, passages: groupedByCouncil([]) }, { stopWords, themes });
  return empty.updated(record, { themes, cache });
}

/** What an update begins with. */
type Base = {
  record: Searched;
  ordered: OrderedPassages;
  opened: OpenedIndex;
  stopWords: ReadonlySet<string>;
  themes: ThemeMatcher;
  read: SentenceReader;
};

async function updatedSearch(
  base: Base,
  record: Searched,
  { themes, cache = null, signal }: UpdateOptions,
): Promise<Search> {
  const { record: before, ordered: orderedBefore, opened: openedBefore, stopWords } = base;
  const held = heldIndex(cache);
  if (!held) await inSlices(makingAll(record.passages));
  const ordered = inIndexOrder(record.passages, held?.index.sizes);
  const opened =
    held ??
    (await updateIndex(
      { passages: orderedBefore, themes: before.themes, ...openedBefore },
      { passages: ordered, themes: record.themes },
      fileOf(cache, record),
      signal,
    ));
  const ranked = await inSlices(createRankedIndex(ordered, opened.index, themes, stopWords));
  const read = themes === base.themes ? base.read : createSentenceReader(themes);
  return searchIn(ranked, { record, ordered, opened, stopWords, themes, read });
}

const fileOf = (cache: IndexCache | null, { problems }: Searched): IndexFile | null =>
  cache && { cache, valid: problems.length === 0 };

function searchIn(index: RankedIndex, base: Base): Search {
  let numbers: Uint32Array | null = null;
  /** The numbers that the passages have in the index, in the order of the record. */
  const numbersOf = (): Uint32Array => {
    if (numbers) return numbers;
    const known = new Map(base.ordered.all().map((passage, id) => [passage, id]));
    const { count } = base.ordered;
    numbers = Uint32Array.from(
      base.record.passages.all(),
      (passage) => known.get(passage) ?? count,
    );
    return numbers;
  };
  const having = (needed: string[][][]): RecordedPassage[] => {
    const marks = needed.map(index.having);
    const ids = numbersOf();
    return base.record.passages
      .all()
      .filter((_, i) => marks.every((each) => each[ids[i] ?? 0] === 1));
  };
  return {
    vocabulary: index.vocabulary,
    passagesOn: (concepts) => having(termsNeeded(concepts)),
    namesIn: (said, isSought) => namesIn(said, isSought, (stems) => having([[stems]])),
    sentencesOn: (concepts, wanted) =>
      createSentenceFinder(concepts, wanted, base.themes, base.read),
    updated: (record, options) => updatedSearch(base, record, options),
    // What nobody looks at is not searched for: many answers need only part of a result.
    find(request) {
      let found: Found | null = null;
      const result = (): Found => {
        found ??= searched(request, index);
        return found;
      };
      return {
        get verdict() {
          return result().verdict;
        },
        get hits() {
          return result().hits;
        },
        get elsewhere() {
          return result().elsewhere;
        },
        outOfScope: request.outOfScope[0] ?? null,
      };
    },
  };
}

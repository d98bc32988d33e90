import type { Urn } from '../domain/authority.js';
import type { RecordedPassage } from '../domain/record.js';
import type { ThemeMatcher } from '../domain/theme-matcher.js';
import { stem } from '../domain/words.js';
import { createLender, KIN, mostTelling, type TellingKey } from './feedback.js';
import { createAccumulator, type Gift, type Range } from './index/accumulator.js';
import { type CountedPassages, countPassages } from './index/counted.js';
import { fieldsOf } from './index/fields.js';
import { pack, unpack } from './index/packed.js';
import { inOrder, type Ranked, rankAgain, rankAll, rankBest } from './index/ranking.js';
import { createSorts, type Wanted } from './index/sorts.js';
import { createWorths } from './index/worths.js';
import {
  isThemeKey,
  K1,
  type Meaning,
  rarityOf,
  type WeightedTerm,
  weighTerms,
} from './scoring.js';
import { STOP_WORDS } from './stop-words.js';

/** A passage found: `score` ranks it; `support` is the share (0–1) of the question's meaning that its words or themes carry. */
export type Hit = { passage: RecordedPassage; score: number; support: number };

/** The ranked index of all passages. */
export type PassageIndex = {
  /**
   * The passages that share anything with the terms, best first, only those of `urns`; where that is empty the 200 best of all
   * councils. After that list one for each of `narrower`, of those that it wants; each must narrow the one before.
   */
  search(meaning: Meaning, urns: Urn[], narrower: Wanted[]): Hit[][];
  /** Whether any passage has the stem. */
  has(stem: string): boolean;
  /** How often each word occurs in the passages, for spelling repair. */
  vocabulary: ReadonlyMap<string, number>;
};

/** Kin of what is asked are looked for among this many passages: some twenty-five reports say a thing in every way it is said. */
const POOL = 2_000;
/** Among all councils only so many passages are found: nobody is shown more. */
const MOST_ACROSS = 200;
/** So many of the best are ranked again by the words that kin lend. */
const RANKED_AGAIN = 300;
const LITTLE_STEMS = new Set([...STOP_WORDS].map(stem));

/** Where the index of a record was kept when it was built before (`payload`, or `null`), and a way to keep a new one. */
export type IndexKeeper = { payload: Uint8Array | null; keep(payload: Uint8Array): void };

const NOWHERE: IndexKeeper = { payload: null, keep: () => {} };

/** Takes the index that was kept, or builds it; passages of one authority stand next to each other, so that a council is a range of ids. */
export function createPassageIndex(
  recorded: RecordedPassage[],
  themes: ThemeMatcher,
  keeper: IndexKeeper = NOWHERE,
): PassageIndex {
  const passages = [...recorded].sort((a, b) => (a.urn === b.urn ? 0 : a.urn < b.urn ? -1 : 1));
  const ranges = rangesOf(passages);
  const counted = keeper.payload
    ? unpack(keeper.payload)
    : kept(keeper, countPassages(passages, themes));
  const keyIds = new Map(counted.keys.map((key, id) => [key, id]));
  const worths = createWorths(counted);
  const isOfSort = createSorts(passages);
  const accumulator = createAccumulator(counted, worths);
  const rarityOfKey = (id: number) => rarityOf(worths.count(id), passages.length);
  const rarity = (key: string): number | null => {
    const id = keyIds.get(key);
    return id === undefined ? null : rarityOfKey(id);
  };

  /** What each term gives; its keys carry shares (0–1) of the whole question's meaning. */
  function giftsOf(terms: WeightedTerm[]): Gift[][] {
    const whole = terms.reduce((sum, { meaning }) => sum + meaning, 0) || 1;
    return terms.map(({ meaning, keys }) =>
      keys
        .toSorted((a, b) => b.carries - a.carries)
        .flatMap(({ key, factor, carries }) => {
          const id = keyIds.get(key);
          if (id === undefined) return [];
          const carried = (carries * meaning) / whole;
          return [{ key: id, factor: factor * rarityOfKey(id), carried, isWhole: carries === 1 }];
        }),
    );
  }
  const all = { from: 0, to: passages.length };
  const pool = { from: 0, to: Math.min(passages.length, POOL) };

  const lend = createLender(counted.keys.length, (id) => isThemeKey(counted.keys[id] ?? ''));
  const tellingKeys = remembered((id: number): TellingKey[] => {
    const passage = passages[id];
    const fields = passage ? Object.values(fieldsOf(passage, themes, new Map())) : [];
    const weights = new Map<number, number>();
    fields.forEach((keys, field) => {
      for (const each of keys) {
        const key = keyIds.get(each);
        if (key !== undefined && !LITTLE_STEMS.has(each))
          weights.set(key, (weights.get(key) ?? 0) + worths.fieldWeight(id, field));
      }
    });
    return mostTelling(
      Array.from(weights, ([key, weight]) => ({
        key,
        weight: (weight / (K1 + weight)) * rarityOfKey(key),
      })),
    );
  });

  /** What the keys give that the best passages of the pool lend to a question: they carry nothing of its meaning. */
  function lentTo(asked: Gift[][]): Gift[] {
    const [found = []] = rankBest(accumulator, asked, pool, KIN, []);
    const best = inOrder(found).slice(0, KIN);
    const most = best[0]?.score ?? 1;
    const kin = best.map(({ id, score }) => ({ share: score / most, keys: tellingKeys(id) }));
    const own = new Set(asked.flatMap((gifts) => gifts.map(({ key }) => key)));
    return lend(kin, own).map(({ key, factor }) => ({
      key,
      factor: factor * rarityOfKey(key),
      carried: 0,
      isWhole: false,
    }));
  }

  function hitsOf(ranked: Ranked[]): Hit[] {
    const hits: Hit[] = [];
    for (const { id, score, support } of ranked) {
      const passage = passages[id];
      if (passage) hits.push({ passage, score, support });
    }
    return hits;
  }

  return {
    has: (key) => keyIds.has(key),
    vocabulary: new Map(counted.words.map((word, i) => [word, counted.frequencies[i] ?? 0])),
    search(meaning, urns, narrower) {
      const asked = giftsOf(weighTerms(meaning, rarity, rarityOf(0, passages.length)));
      const lent = lentTo(asked);
      if (urns.length > 0) {
        const own = [...new Set(urns)].flatMap((urn) => ranges.get(urn) ?? []);
        const found = hitsOf(inOrder(rankAll(accumulator, asked, lent, own)));
        return [found, ...narrower.map((wants) => found.filter(({ passage }) => wants(passage)))];
      }
      const best = rankBest(accumulator, asked, all, RANKED_AGAIN, narrower.map(isOfSort));
      return rankAgain(accumulator, best, lent).map((found) =>
        hitsOf(inOrder(found).slice(0, MOST_ACROSS)),
      );
    },
  };
}

const REMEMBERED = 5_000;

/** The function with its latest results kept. */
function remembered<T>(make: (id: number) => T): (id: number) => T {
  const known = new Map<number, T>();
  return (id) => {
    const result = known.get(id) ?? make(id);
    if (known.size >= REMEMBERED) known.clear();
    known.set(id, result);
    return result;
  };
}

function kept(keeper: IndexKeeper, counted: CountedPassages): CountedPassages {
  keeper.keep(pack(counted));
  return counted;
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

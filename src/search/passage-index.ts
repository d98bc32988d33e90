import type { Urn } from '../domain/authority.js';
import type { RecordedPassage } from '../domain/record.js';
import type { ThemeMatcher } from '../domain/theme-matcher.js';
import { createAccumulator, type Range } from './index/accumulator.js';
import { type CountedPassages, countPassages } from './index/counted.js';
import { pack, unpack } from './index/packed.js';
import { rankAll, rankBest, type TermGifts } from './index/ranking.js';
import type { Term } from './query.js';
import { rarityOf, type WeightedTerm, weighTerms } from './scoring.js';

/** A passage found: `score` ranks it; `support` is the share (0–1) of the question's meaning that its words or themes carry. */
export type Hit = { passage: RecordedPassage; score: number; support: number };

/** The ranked index of all passages. */
export type PassageIndex = {
  /**
   * The passages that share anything with the terms, best first; only those of `urns` (all where empty). With `most`
   * only so many of the best of all that are `wanted`, which spares looking at most of the others.
   */
  search(
    terms: Term[],
    urns: Urn[],
    most?: number,
    wanted?: (passage: RecordedPassage) => boolean,
  ): Hit[];
  /** How often each word occurs in the passages, for spelling repair. */
  vocabulary: ReadonlyMap<string, number>;
};

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
  const accumulator = createAccumulator(counted);
  const rarityOfKey = (id: number) => rarityOf(accumulator.count(id), passages.length);
  const rarity = (key: string): number | null => {
    const id = keyIds.get(key);
    return id === undefined ? null : rarityOfKey(id);
  };

  const giftsOf = ({ meaning, keys }: WeightedTerm): TermGifts => ({
    meaning,
    gifts: keys
      .toSorted((a, b) => b.carries - a.carries)
      .flatMap(({ key, factor, carries }) => {
        const id = keyIds.get(key);
        if (id === undefined) return [];
        return [{ key: id, factor: factor * rarityOfKey(id), carried: carries * meaning }];
      }),
  });
  const keyOf = (id: number): string => passages[id]?.key ?? '';
  const all = { from: 0, to: passages.length };

  return {
    vocabulary: new Map(counted.words.map((word, i) => [word, counted.frequencies[i] ?? 0])),
    search(terms, urns, most = Number.POSITIVE_INFINITY, wanted = () => true) {
      const own = [...new Set(urns)].flatMap((urn) => ranges.get(urn) ?? []);
      const gifts = weighTerms(terms, rarity, rarityOf(0, passages.length)).map(giftsOf);
      const whole = gifts.reduce((sum, { meaning }) => sum + meaning, 0);
      const isWanted = (id: number) => {
        const passage = passages[id];
        return passage !== undefined && wanted(passage);
      };
      const found =
        urns.length === 0 && most < passages.length
          ? rankBest(accumulator, gifts, whole, all, most, isWanted)
          : rankAll(accumulator, gifts, whole, urns.length === 0 ? [all] : own).filter(({ id }) =>
              isWanted(id),
            );
      return found
        .sort((a, b) => b.score - a.score || (keyOf(a.id) < keyOf(b.id) ? -1 : 1))
        .slice(0, most)
        .flatMap(({ id, score, support }) => {
          const passage = passages[id];
          return passage ? [{ passage, score, support }] : [];
        });
    },
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

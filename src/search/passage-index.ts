import type { Urn } from '../domain/authority.js';
import type { RecordedPassage } from '../domain/record.js';
import type { ThemeMatcher } from '../domain/theme-matcher.js';
import { stem } from '../domain/words.js';
import { KIN, type Kin, keysOfKin } from './feedback.js';
import { createAccumulator, type Range } from './index/accumulator.js';
import { type CountedPassages, countPassages, SEGMENT } from './index/counted.js';
import { fieldsOf } from './index/fields.js';
import { pack, unpack } from './index/packed.js';
import {
  K1,
  type Meaning,
  rankedScore,
  rarityOf,
  type WeightedTerm,
  weighTerms,
} from './scoring.js';
import { STOP_WORDS } from './stop-words.js';

/** A passage found: `score` ranks it; `support` is the share (0–1) of the question's meaning that its words or themes carry. */
export type Hit = { passage: RecordedPassage; score: number; support: number };

/** The ranked index of all passages. */
export type PassageIndex = {
  /** The passages that share anything with the terms, best first; only those of `urns` (all where empty). */
  search(meaning: Meaning, urns: Urn[]): Hit[];
  /** How often each word occurs in the passages, for spelling repair. */
  vocabulary: ReadonlyMap<string, number>;
};

type Scored = { score: number; support: number };

const LITTLE_STEMS = [...STOP_WORDS].map(stem);

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
  const segments = Math.max(1, Math.ceil(passages.length / SEGMENT));
  const accumulator = createAccumulator(counted);
  const rarityOfKey = (id: number): number => {
    const { starts } = counted;
    const count = (starts[(id + 1) * segments] ?? 0) - (starts[id * segments] ?? 0);
    return rarityOf(count, passages.length);
  };
  const rarity = (key: string): number | null => {
    const id = keyIds.get(key);
    return id === undefined ? null : rarityOfKey(id);
  };

  /** Adds up all terms within the ranges; the whole of the question's meaning. */
  function addUp(terms: WeightedTerm[], within: Range[]): number {
    let whole = 0;
    accumulator.start();
    for (const { meaning, keys } of terms) {
      whole += meaning;
      accumulator.term(meaning);
      for (const { key, factor, carries } of keys.sort((a, b) => b.carries - a.carries)) {
        const id = keyIds.get(key);
        if (id === undefined) continue;
        for (const range of within) accumulator.add(id, range, factor * rarityOfKey(id), carries);
      }
    }
    return whole;
  }

  /** What the terms alone give to every passage met within the ranges. */
  function scored(terms: WeightedTerm[], within: Range[]): Map<number, Scored> {
    const whole = addUp(terms, within);
    return new Map(
      Array.from(accumulator.met(), (id) => {
        const support = whole > 0 ? accumulator.carried(id) / whole : 0;
        return [id, { support, score: rankedScore(accumulator.score(id), support) }];
      }),
    );
  }

  const kinOf = (id: number, share: number): Kin => {
    const passage = passages[id];
    const fields = passage ? Object.values(fieldsOf(passage, themes, new Map())) : [];
    const weights = new Map<string, number>();
    fields.forEach((keys, field) => {
      for (const key of keys)
        weights.set(key, (weights.get(key) ?? 0) + accumulator.fieldWeight(id, field));
    });
    for (const [key, weight] of weights) weights.set(key, weight / (K1 + weight));
    return { share, weights };
  };

  return {
    vocabulary: new Map(counted.words.map((word, i) => [word, counted.frequencies[i] ?? 0])),
    search(meaning, urns) {
      const all = [{ from: 0, to: passages.length }];
      const within =
        urns.length > 0 ? [...new Set(urns)].flatMap((urn) => ranges.get(urn) ?? []) : all;
      const terms = weighTerms(meaning, rarity, rarityOf(0, passages.length));
      const best = [...scored(terms, all)].sort((a, b) => b[1].score - a[1].score).slice(0, KIN);
      const most = best[0]?.[1].score ?? 1;
      const kin = best.map(([id, { score }]) => kinOf(id, score / most));
      const asked = new Set([
        ...terms.flatMap(({ keys }) => keys.map(({ key }) => key)),
        ...LITTLE_STEMS,
      ]);
      const found = scored(terms, within);
      addUp([{ meaning: 0, keys: keysOfKin(kin, asked, (key) => rarity(key) ?? 0) }], within);
      for (const id of accumulator.met()) {
        const own = found.get(id) ?? { support: 0, score: 0 };
        found.set(id, { ...own, score: own.score + accumulator.score(id) });
      }
      return [...found]
        .flatMap(([id, { score, support }]): Hit[] => {
          const passage = passages[id];
          return passage ? [{ passage, score, support }] : [];
        })
        .sort((a, b) => b.score - a.score || (a.passage.key < b.passage.key ? -1 : 1));
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

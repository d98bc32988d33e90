import type { Urn } from '../domain/authority.js';
import type { RecordedPassage } from '../domain/record.js';
import type { ThemeMatcher } from '../domain/theme-matcher.js';
import { stem } from '../domain/words.js';
import { KIN, keysOfKin } from './feedback.js';
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

type Scored = { id: number; score: number; support: number };

/** Kin of what is asked are looked for among this many passages: some sixty councils' worth say a thing in every way it is said. */
const POOL = 20_000;

const LITTLE_STEMS = new Set([...STOP_WORDS].map(stem));

/** No reader wants more. */
const MOST_HITS = 2_000;

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
  function scored(terms: WeightedTerm[], within: Range[]): Scored[] {
    const whole = addUp(terms, within);
    return Array.from(accumulator.met(), (id) => {
      const support = whole > 0 ? accumulator.carried(id) / whole : 0;
      return { id, support, score: rankedScore(accumulator.score(id), support) };
    });
  }

  const pool = [{ from: 0, to: Math.min(passages.length, POOL) }];
  const weightsOf = remembered((id: number): Map<string, number> => {
    const passage = passages[id];
    const fields = passage ? Object.values(fieldsOf(passage, themes, new Map())) : [];
    const weights = new Map<string, number>();
    fields.forEach((keys, field) => {
      for (const key of keys)
        weights.set(key, (weights.get(key) ?? 0) + accumulator.fieldWeight(id, field));
    });
    for (const [key, weight] of weights) weights.set(key, weight / (K1 + weight));
    return weights;
  });

  /** The keys that the best passages of the pool lend to a question. */
  function lent(terms: WeightedTerm[]): WeightedTerm {
    const best = theBest(scored(terms, pool), KIN);
    const most = best[0]?.score ?? 1;
    const kin = best.map(({ id, score }) => ({ share: score / most, weights: weightsOf(id) }));
    const asked = new Set(terms.flatMap(({ keys }) => keys.map(({ key }) => key)));
    const known = (key: string) => asked.has(key) || LITTLE_STEMS.has(key);
    return { meaning: 0, keys: keysOfKin(kin, known, (key) => rarity(key) ?? 0) };
  }

  return {
    vocabulary: new Map(counted.words.map((word, i) => [word, counted.frequencies[i] ?? 0])),
    search(meaning, urns) {
      const within =
        urns.length > 0
          ? [...new Set(urns)].flatMap((urn) => ranges.get(urn) ?? [])
          : [{ from: 0, to: passages.length }];
      const terms = weighTerms(meaning, rarity, rarityOf(0, passages.length));
      const more = lent(terms);
      const own = new Map(scored(terms, within).map((each) => [each.id, each]));
      addUp([more], within);
      const found = [...own.values()];
      for (const id of accumulator.met()) {
        const each = own.get(id);
        if (each) each.score += accumulator.score(id);
        else found.push({ id, support: 0, score: accumulator.score(id) });
      }
      return theBest(found, MOST_HITS).flatMap(({ id, score, support }): Hit[] => {
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

/** The `most` best, best first; of equals the earlier passage. */
function theBest(found: Scored[], most: number): Scored[] {
  const inOrder = (list: Scored[]) => list.sort((a, b) => b.score - a.score || a.id - b.id);
  if (found.length <= most) return inOrder(found);
  const scores = Float64Array.from(found, ({ score }) => score).sort();
  const least = scores[scores.length - most] ?? 0;
  return inOrder(found.filter(({ score }) => score >= least)).slice(0, most);
}

const REMEMBERED = 5_000;

/** The function with its latest results kept. */
function remembered<T>(make: (id: number) => T): (id: number) => T {
  const kept = new Map<number, T>();
  return (id) => {
    const known = kept.get(id) ?? make(id);
    if (kept.size >= REMEMBERED) kept.clear();
    kept.set(id, known);
    return known;
  };
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

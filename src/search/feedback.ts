import { createThreshold } from './index/threshold.js';

/** A key of the index by its number, and what it tells of a passage: how much it weighs there, times how rare it is. */
export type TellingKey = { key: number; weight: number };

/** A passage that answers well: how well beside the best (0–1), and its most telling keys. */
export type Kin = { share: number; keys: TellingKey[] };

/** A key that a question was lent, by how much it is to count. */
export type LentKey = { key: number; factor: number };

/** How many of the best passages are asked what their subject is also called. */
export const KIN = 10;
/** So many of a passage's keys tell what it is about. */
const TELLING = 60;
const KEYS = 30;
const FACTOR = 0.2;
/** Themes are named by the question already, or lean that way. */
const THEME_SHARE = 0.7;

/** The keys that tell most of a passage, most telling first. */
export const mostTelling = (keys: TellingKey[]): TellingKey[] => heaviest(keys, TELLING);

/**
 * Prepares, for an index of so many keys, what finds the words that the best passages of all councils share, as keys that a passage
 * may score by too: reports on different councils say the same thing in different words. After pseudo-relevance
 * feedback (Lavrenko and Croft, 2001). `asked` are the keys of the question itself.
 */
export function createLender(
  keys: number,
  isTheme: (key: number) => boolean,
): (kin: Kin[], asked: ReadonlySet<number>) => LentKey[] {
  const weights = new Float64Array(keys);
  return (kin, asked) => {
    const shared: TellingKey[] = [];
    for (const { share, keys: telling } of kin)
      for (const { key, weight } of telling) {
        if (weights[key] === 0) shared.push({ key, weight: 0 });
        weights[key] = (weights[key] ?? 0) + share * weight;
      }
    for (const each of shared) {
      each.weight = weights[each.key] ?? 0;
      weights[each.key] = 0;
    }
    const best = heaviest(
      shared.filter(({ key }) => !asked.has(key)),
      KEYS,
    );
    const most = best[0]?.weight ?? 1;
    return best.map(({ key, weight }) => ({
      key,
      factor: (FACTOR * (isTheme(key) ? THEME_SHARE : 1) * weight) / most,
    }));
  };
}

function heaviest(keys: TellingKey[], most: number): TellingKey[] {
  const threshold = createThreshold(most);
  for (const { weight } of keys) threshold.offer(weight);
  return keys
    .filter(({ weight }) => weight >= threshold.value())
    .sort((a, b) => b.weight - a.weight || a.key - b.key)
    .slice(0, most);
}

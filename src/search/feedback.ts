import type { WeightedKey } from './scoring.js';

/** A key and what it tells of a passage: how much it weighs there, times how rare it is. */
export type TellingKey = { key: string; weight: number };

/** A passage that answers well: how well beside the best (0–1), and its most telling keys. */
export type Kin = { share: number; keys: TellingKey[] };

/** How many of the best passages are asked what their subject is also called. */
export const KIN = 10;
/** So many of a passage's keys tell what it is about. */
const TELLING = 60;
const KEYS = 30;
const FACTOR = 0.2;
/** Themes are named by the question already, or lean that way. */
const THEME_SHARE = 0.7;

const byWeight = (a: TellingKey, b: TellingKey): number =>
  b.weight - a.weight || (a.key < b.key ? -1 : 1);

/** The keys that tell most of a passage, most telling first. */
export const mostTelling = (keys: TellingKey[]): TellingKey[] =>
  keys.sort(byWeight).slice(0, TELLING);

/**
 * The words that the best passages of all councils share, as keys that a passage may score by too: reports on different councils
 * say the same thing in different words. After pseudo-relevance feedback (Lavrenko and Croft, 2001). `asked` are the keys of
 * the question itself.
 */
export function keysOfKin(kin: Kin[], asked: ReadonlySet<string>): WeightedKey[] {
  const weights = new Map<string, number>();
  for (const { share, keys } of kin)
    for (const { key, weight } of keys)
      if (!asked.has(key)) weights.set(key, (weights.get(key) ?? 0) + share * weight);
  const best = Array.from(weights, ([key, weight]) => ({ key, weight }))
    .sort(byWeight)
    .slice(0, KEYS);
  const most = best[0]?.weight ?? 1;
  return best.map(({ key, weight }) => ({
    key,
    factor: (FACTOR * (key.startsWith('#') ? THEME_SHARE : 1) * weight) / most,
    carries: 0,
  }));
}

import type { WeightedKey } from './scoring.js';

/** A passage that answers well: how well beside the best (0–1), and what each of its keys weighs in it. */
export type Kin = { share: number; weights: Map<string, number> };

/** How many of the best passages are asked what their subject is also called. */
export const KIN = 10;
const KEYS = 30;
const FACTOR = 0.2;
/** Themes are named by the question already, or lean that way. */
const THEME_SHARE = 0.7;

/**
 * The words that the best passages of all councils share, as keys that a passage may score by too: reports on different councils
 * say the same thing in different words. After pseudo-relevance feedback (Lavrenko and Croft, 2001). `asked` tells the keys
 * of the question itself, and the words that say nothing; `rarity` is that of a key.
 */
export function keysOfKin(
  kin: Kin[],
  asked: (key: string) => boolean,
  rarity: (key: string) => number,
): WeightedKey[] {
  const weights = new Map<string, number>();
  for (const { share, weights: own } of kin)
    for (const [key, weight] of own)
      if (!asked(key)) weights.set(key, (weights.get(key) ?? 0) + share * weight);
  const best = [...weights]
    .map(([key, weight]) => ({ key, weight: weight * rarity(key) }))
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
    .slice(0, KEYS);
  const most = best[0]?.weight ?? 1;
  return best.map(({ key, weight }) => ({
    key,
    factor: (FACTOR * (key.startsWith('#') ? THEME_SHARE : 1) * weight) / most,
    carries: 0,
  }));
}

/**
 * Gives the next theme in rotation: the first of `candidates` that is not among `used`. Once all of
 * them were used a new round begins, with another theme than the last one where there is another.
 * `used` comes back with the theme chosen. No candidates: no theme.
 */
export function nextTheme(
  candidates: string[],
  used: string[],
): { theme: string | null; used: string[] } {
  const next = candidates.find((id) => !used.includes(id));
  if (next !== undefined) return { theme: next, used: [...used, next] };
  const again = candidates.find((id) => id !== used.at(-1)) ?? candidates[0];
  return again === undefined ? { theme: null, used } : { theme: again, used: [again] };
}

/**
 * A prime well above the number of councils in a list, and a step with no factor in common with a
 * week.
 */
const CIRCLE = 1_009;
const STEP = 856;

/**
 * Gives up to `most` of a list, in its order, chosen by the day: each stands at its place on a
 * circle, and those next after the day's place have their turn. Whatever weekdays a subscription
 * has, all come round. `turn` goes up by one a day.
 */
export function rotate<T>(
  list: T[],
  numberOf: (one: T) => number,
  turn: number,
  most: number,
): T[] {
  if (list.length <= most) return list;
  const distance = (one: T) => (numberOf(one) * 31 + turn * STEP) % CIRCLE;
  const chosen = new Set(
    [...list].sort((a, b) => distance(a) - distance(b)).slice(0, Math.max(0, most)),
  );
  return list.filter((one) => chosen.has(one));
}

/**
 * The next theme in rotation: the first of `candidates` that is not among `used`; once all of them were used a new round begins, with
 * another theme than the one told last where there is another. `used` comes back with the theme chosen. No candidates: no theme.
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

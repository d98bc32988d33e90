const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The stretch of `text`, as long as `quotation` in words, that shares most words with it: what a
 * quotation that is not found was probably taken from; of several, the one with most of them in
 * their places. `null` where less than a third of its words are shared.
 */
export function nearestText(quotation: string, text: string): string | null {
  const sought = wordsOf(quotation).map(bare);
  const words = wordsOf(text);
  const missing = new Map<string, number>();
  for (const word of sought) missing.set(word, (missing.get(word) ?? 0) + 1);

  // `missing` counts what the window still lacks, so a word helps only as often as the quotation
  // has it.
  let shared = 0;
  let best = { shared: 0, inPlace: 0, start: 0 };
  const keys = words.map(bare);
  for (const [end, key] of keys.entries()) {
    const lacking = missing.get(key);
    if (lacking !== undefined) {
      if (lacking > 0) shared++;
      missing.set(key, lacking - 1);
    }
    const left = keys[end - sought.length];
    const had = left === undefined ? undefined : missing.get(left);
    if (left !== undefined && had !== undefined) {
      if (had >= 0) shared--;
      missing.set(left, had + 1);
    }
    const start = Math.max(0, end - sought.length + 1);
    if (shared < best.shared) continue;
    const inPlace = sought.filter((word, i) => word === keys[start + i]).length;
    if (shared > best.shared || inPlace > best.inPlace) best = { shared, inPlace, start };
  }
  if (best.shared * 3 < sought.length || best.shared === 0) return null;
  return words.slice(best.start, best.start + sought.length).join(' ');
}

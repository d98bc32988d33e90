/** So many other words may stand among those of a phrase: "care leavers who find jobs". */
const WORDS_BETWEEN = 3;

/** Where a sentence has all stems of one of some phrases near each other, in any order. */
export function placeOf(
  phrases: string[][],
  stems: readonly string[],
): { from: number; to: number } | null {
  for (const phrase of phrases) {
    if (!phrase.every((each) => stems.includes(each))) continue;
    const reach = phrase.length + WORDS_BETWEEN;
    for (const [from, each] of stems.entries()) {
      if (!phrase.includes(each)) continue;
      const near = stems.slice(from, from + reach);
      if (!phrase.every((other) => near.includes(other))) continue;
      const last = Math.max(...phrase.map((other) => near.indexOf(other)));
      return { from, to: from + last + 1 };
    }
  }
  return null;
}

import { type Accumulator, type Gift, type Range, WINDOW } from './accumulator.js';
import { createThreshold } from './threshold.js';

/** A passage by its number in the index, with its score and the share (0–1) of the question's meaning that it carries. */
export type Ranked = { id: number; score: number; support: number };

/** What the keys of a term give, those that are the whole of it first. */
export type TermGifts = Gift[];

/** Best first; of equals the earlier passage. */
export const inOrder = (found: Ranked[]): Ranked[] =>
  found.sort((a, b) => b.score - a.score || a.id - b.id);

/** Whether a passage, by its number, is wanted. */
type Wanted = (id: number) => boolean;

/** Every passage is wanted. */
const ANY: Wanted = () => true;

/** The passages of the ranges that have any of the keys, in no order, ranked with what keys that were lent to the question add. */
export function rankAll(
  accumulator: Accumulator,
  terms: TermGifts[],
  lent: Gift[],
  within: Range[],
): Ranked[] {
  const found: Ranked[] = [];
  for (const range of within.flatMap(windowsOf)) {
    addTerms(accumulator, terms, range, 0);
    accumulator.lend();
    for (const gift of lent) accumulator.add(gift);
    for (let id = range.from; id < range.to; id++) {
      const score = accumulator.score(id) + accumulator.lent(id);
      if (score > 0) found.push({ id, score, support: accumulator.carried(id) });
    }
  }
  return found;
}

/**
 * The `most` passages of highest score (and all that score as much as the last), in no order; after that list one for each of
 * `narrower`, of those that it wants: the same as would be the best of all. Passages are gone through window by window, and of each
 * window only those are looked at that score enough to be among the best so far.
 */
export function rankBest(
  accumulator: Accumulator,
  terms: TermGifts[],
  within: Range,
  most: number,
  narrower: Wanted[],
): Ranked[][] {
  const lists = [ANY, ...narrower].map((wanted) => createBest(most, wanted));
  for (const range of windowsOf(within)) {
    // The fewer are wanted, the less score is needed to be among them.
    addTerms(accumulator, terms, range, Math.min(...lists.map((list) => list.least())));
    for (const list of lists) list.offer(accumulator);
  }
  return lists.map((list) => list.best());
}

/** The passages of the lists ranked again with what keys that were lent to the question add. */
export function rankAgain(accumulator: Accumulator, lists: Ranked[][], lent: Gift[]): Ranked[][] {
  const ids = Uint32Array.from(new Set(lists.flatMap((list) => list.map(({ id }) => id)))).sort();
  const sums = accumulator.sumsOf(lent, ids);
  const more = new Map(Array.from(ids, (id, i) => [id, sums[i] ?? 0]));
  return lists.map((list) =>
    list.map((each) => ({ ...each, score: each.score + (more.get(each.id) ?? 0) })),
  );
}

function addTerms(
  accumulator: Accumulator,
  terms: TermGifts[],
  within: Range,
  least: number,
): void {
  accumulator.start(within, least);
  for (const gifts of terms) {
    accumulator.term();
    for (const gift of gifts) accumulator.add(gift);
  }
}

/** The range in windows. */
function windowsOf({ from, to }: Range): Range[] {
  const windows: Range[] = [];
  for (let start = from; start < to; start += WINDOW)
    windows.push({ from: start, to: Math.min(to, start + WINDOW) });
  return windows;
}

/** The `most` best of the wanted passages that were offered, and all that score as much as the last of them. */
function createBest(most: number, wanted: Wanted) {
  const threshold = createThreshold(most);
  const offered: Ranked[] = [];
  return {
    least: threshold.value,
    /** Offers those that were noted. */
    offer(accumulator: Accumulator): void {
      const ids = accumulator.noted();
      let least = threshold.value();
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] ?? 0;
        const score = accumulator.score(id);
        if (score <= least || !wanted(id)) continue;
        threshold.offer(score);
        least = threshold.value();
      }
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] ?? 0;
        const score = accumulator.score(id);
        if (score >= least && wanted(id))
          offered.push({ id, score, support: accumulator.carried(id) });
      }
    },
    best: () => offered.filter(({ score }) => score >= threshold.value()),
  };
}

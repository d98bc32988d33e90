import { rankedScore } from '../scoring.js';
import type { Accumulator, Bound, Gift, Range } from './accumulator.js';
import { createThreshold } from './threshold.js';
import { WINDOW, type Worths } from './worths.js';

/** A passage by its number in the index, with its score and the share (0–1) of the question's meaning that it carries. */
export type Ranked = { id: number; score: number; support: number };

/** What the keys of a term give, those that are the whole of it first. */
export type TermGifts = Gift[];

/** Room for the rounding of sums in another order. */
const ROUNDING = 1 - 1e-9;
/** Looking a key up for one passage takes as long as adding it to so many in a row. */
const LOOK_UP = 10;

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
  addTerms(accumulator, terms, within);
  accumulator.lend();
  for (const gift of lent) for (const range of within) accumulator.add(gift, range);
  const found: Ranked[] = [];
  for (const { from, to } of within)
    for (let id = from; id < to; id++) {
      const score = accumulator.score(id) + accumulator.lent(id);
      if (score > 0) found.push({ id, score, support: accumulator.carried(id) });
    }
  return found;
}

/** The `most` best passages of the range, best first. */
export function rankFew(
  accumulator: Accumulator,
  terms: TermGifts[],
  range: Range,
  most: number,
): Ranked[] {
  addTerms(accumulator, terms, [range]);
  const few = createBest(most, ANY);
  const ids = new Uint32Array(range.to - range.from);
  few.offer(ids.subarray(0, accumulator.reachingIn(range, ids, 0, NOTHING)), accumulator);
  return inOrder(few.best()).slice(0, most);
}

function addTerms(accumulator: Accumulator, terms: TermGifts[], within: Range[]): void {
  accumulator.start(within);
  for (const gifts of terms) {
    accumulator.term();
    for (const gift of gifts) for (const range of within) accumulator.add(gift, range);
  }
}

/**
 * The `most` passages of highest score (and all that score as much as the last), in no order; after that list one for each of
 * `narrower`, of those that it wants: the same as would be the best of all. Only these are then ranked with what was lent.
 *
 * Passages are gone through window by window. Keys that promise most are added first, to every passage that has
 * them. As soon as what the others can add would not lift a passage of its own among the best so far, they are only looked up for the
 * passages met by then that still can get there ("continue", after Moffat and Zobel, 1996; exact, since the bounds are): the
 * more windows there were, the sooner.
 */
export function rankBest(
  accumulator: Accumulator,
  worths: Worths,
  terms: TermGifts[],
  lent: Gift[],
  passages: number,
  most: number,
  narrower: Wanted[],
): Ranked[][] {
  const ids = new Uint32Array(WINDOW);
  const lists = [ANY, ...narrower].map((wanted) => createBest(most, wanted));
  for (let window = 0; window * WINDOW < passages; window++) {
    const range = { from: window * WINDOW, to: Math.min((window + 1) * WINDOW, passages) };
    // The fewer are wanted, the less score is needed to be among them.
    const least = ROUNDING * Math.min(...lists.map((list) => list.least()));
    const count = possibleIn(accumulator, range, stepsOf(worths, terms, window), least, ids);
    for (const list of lists) list.offer(ids.subarray(0, count), accumulator);
  }
  const found = lists.map((list) => list.best());
  const best = Uint32Array.from(new Set(found.flatMap((list) => list.map(({ id }) => id)))).sort();
  const sums = accumulator.sumsOf(lent, best);
  const more = new Map(Array.from(best, (id, i) => [id, sums[i] ?? 0]));
  return found.map((list) =>
    list.map((each) => ({ ...each, score: each.score + (more.get(each.id) ?? 0) })),
  );
}

/**
 * Adds the keys to the passages of a range and writes down in `ids` those that may score `least` or more; returns how many. It is
 * sure of the scores of these only.
 */
function possibleIn(
  accumulator: Accumulator,
  range: Range,
  steps: Step[],
  least: number,
  ids: Uint32Array,
): number {
  let possible: number | null = null;
  accumulator.start([range]);
  for (const { gift, isFirst, count, bound } of steps) {
    if (isFirst) accumulator.term();
    if (possible !== null && count > possible)
      possible = accumulator.reaching(ids, possible, least, bound);
    else if (possible === null && rankedScore(bound.score, bound.carried) < least)
      possible = accumulator.reachingIn(range, ids, least, bound);
    if (possible === 0) break;
    if (possible !== null && possible * LOOK_UP < count)
      accumulator.addTo(gift, ids.subarray(0, possible));
    else accumulator.add(gift, range);
  }
  return possible === null
    ? accumulator.reachingIn(range, ids, least, NOTHING)
    : accumulator.reaching(ids, possible, least, NOTHING);
}

/** The `most` best of the wanted passages that were offered, and all that score as much as the last of them. */
function createBest(most: number, wanted: Wanted) {
  const threshold = createThreshold(most);
  const offered: Ranked[] = [];
  return {
    least: threshold.value,
    offer(ids: Uint32Array, accumulator: Accumulator): void {
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

/** A key of a term, whether it is the term's first, how many passages have it, and the most that it and all later ones can give a passage together. */
type Step = { gift: Gift; isFirst: boolean; count: number; bound: Bound };

const NOTHING: Bound = { score: 0, carried: 0 };

/** The keys in the order in which they are added: term by term, those terms first that promise most. */
function stepsOf(worths: Worths, terms: TermGifts[], window: number): Step[] {
  const promised = ({ key, factor }: Gift) => factor * worths.most(key, window);
  const inOrder = terms
    .map((gifts) => ({ gifts, promise: gifts.reduce((sum, gift) => sum + promised(gift), 0) }))
    .sort((a, b) => b.promise - a.promise);
  const steps: Step[] = [];
  let score = 0;
  let later = 0;
  for (const { gifts } of inOrder.toReversed()) {
    let carried = 0;
    for (const [i, gift] of [...gifts.entries()].toReversed()) {
      score += promised(gift);
      carried = gift.isWhole ? Math.max(carried, gift.carried) : carried + gift.carried;
      const count = worths.count(gift.key, window);
      const bound = { score, carried: later + carried };
      steps.unshift({ gift, isFirst: i === 0, count, bound });
    }
    later += carried;
  }
  return steps;
}

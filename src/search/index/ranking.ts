import { rankedScore } from '../scoring.js';
import { type Accumulator, type Gift, type Range, WINDOW } from './accumulator.js';
import { createThreshold } from './threshold.js';

/** A passage by its number in the index, with its score and the share (0–1) of the question's meaning that it carries. */
export type Ranked = { id: number; score: number; support: number };

/** What the keys of a term give, those that carry most first. */
export type TermGifts = Gift[];

/** Looking a key up for one passage takes as long as adding it to so many in a row. */
const LOOK_UP = 10;
/** Room for the rounding of sums in another order. */
const ROUNDING = 1 + 1e-9;

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
  return Array.from(accumulator.met(), (id) => ranked(accumulator, id));
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
  const ids = accumulator.met();
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] ?? 0;
    few.offer(id, ownScore(accumulator, id), accumulator.carried(id));
  }
  return inOrder(few.best()).slice(0, most);
}

function addTerms(accumulator: Accumulator, terms: TermGifts[], within: Range[]): void {
  accumulator.start();
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
  terms: TermGifts[],
  lent: Gift[],
  passages: number,
  most: number,
  narrower: Wanted[],
): Ranked[][] {
  const lists = [ANY, ...narrower].map((wanted) => createBest(most, wanted));
  for (let window = 0; window * WINDOW < passages; window++) {
    // The fewer are wanted, the less score is needed to be among them.
    const least = Math.min(...lists.map((list) => list.least()));
    const ids = possibleIn(accumulator, terms, window, least);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0;
      const score = ownScore(accumulator, id);
      for (const list of lists) list.offer(id, score, accumulator.carried(id));
    }
  }
  const found = lists.map((list) => list.best());
  const ids = Uint32Array.from(new Set(found.flatMap((list) => list.map(({ id }) => id)))).sort();
  accumulator.start();
  accumulator.lend();
  for (const gift of lent) accumulator.addTo(gift, ids);
  return found.map((list) =>
    list.map((each) => ({ ...each, score: each.score + accumulator.lent(each.id) })),
  );
}

/** Adds the keys to the passages of a window; gives those that may score `least` or more, and is sure of the scores of these only. */
function possibleIn(
  accumulator: Accumulator,
  terms: TermGifts[],
  window: number,
  least: number,
): Uint32Array {
  const range = { from: window * WINDOW, to: (window + 1) * WINDOW };
  accumulator.start();
  let possible: Uint32Array | null = null;
  for (const { gift, isFirst, score, carried } of stepsOf(accumulator, terms, window)) {
    if (isFirst) accumulator.term();
    if (possible || rankedScore(score, carried) * ROUNDING < least) {
      const met: Uint32Array = possible ?? accumulator.met().slice();
      let kept = 0;
      for (let i = 0; i < met.length; i++) {
        const id = met[i] ?? 0;
        const support = accumulator.carried(id) + carried;
        if (rankedScore(accumulator.score(id) + score, support) * ROUNDING >= least)
          met[kept++] = id;
      }
      possible = met.subarray(0, kept);
      if (kept === 0) break;
    }
    if (possible && possible.length * LOOK_UP < accumulator.count(gift.key, window))
      accumulator.addTo(gift, possible);
    else accumulator.add(gift, range);
  }
  return possible ?? accumulator.met();
}

/** The `most` best of the wanted passages that were offered, and all that score as much as the last of them. */
function createBest(most: number, wanted: Wanted) {
  const threshold = createThreshold(most);
  const offered: Ranked[] = [];
  return {
    least: threshold.value,
    offer(id: number, score: number, support: number): void {
      if (score < threshold.value() || !wanted(id)) return;
      threshold.offer(score);
      offered.push({ id, score, support });
    },
    best: () => offered.filter(({ score }) => score >= threshold.value()),
  };
}

/** The score of a passage by the question's own keys. */
const ownScore = (accumulator: Accumulator, id: number): number =>
  rankedScore(accumulator.score(id), accumulator.carried(id));

/** A key of a term, whether it is the term's first, and the most that it and all later ones can give a passage together. */
type Step = { gift: Gift; isFirst: boolean; score: number; carried: number };

/** The keys in the order in which they are added: term by term, those terms first that promise most. */
function stepsOf(accumulator: Accumulator, terms: TermGifts[], window: number): Step[] {
  const promised = ({ key, factor }: Gift) => factor * accumulator.most(key, window);
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
      carried = Math.max(carried, gift.carried);
      steps.unshift({ gift, isFirst: i === 0, score, carried: later + carried });
    }
    later += carried;
  }
  return steps;
}

function ranked(accumulator: Accumulator, id: number): Ranked {
  const support = accumulator.carried(id);
  const score = rankedScore(accumulator.score(id), support) + accumulator.lent(id);
  return { id, score, support };
}

import { rankedScore } from '../scoring.js';
import type { Accumulator, Gift, Range } from './accumulator.js';
import { createThreshold } from './threshold.js';

/** A passage by its number in the index, with its score and the share (0–1) of the question's meaning that it carries. */
export type Ranked = { id: number; score: number; support: number };

/** A term of a question, its keys that carry most first; `meaning` is its part of the whole question's. */
export type TermGifts = { meaning: number; gifts: Gift[] };

/** Looking a key up for one passage takes as long as adding it to so many in a row. */
const LOOK_UP = 10;
/** Room for the rounding of sums in another order. */
const ROUNDING = 1 + 1e-9;

/** Best first; of equals the earlier passage. */
export const inOrder = (found: Ranked[]): Ranked[] =>
  found.sort((a, b) => b.score - a.score || a.id - b.id);

/** The `most` best of what was found, best first. */
export function theBest(found: Ranked[], most: number): Ranked[] {
  const threshold = createThreshold(most);
  for (const { score } of found) threshold.offer(score);
  return inOrder(found.filter(({ score }) => score >= threshold.value())).slice(0, most);
}

/** The meaning of all terms together; one where there is none, which is then carried by none. */
const wholeOf = (terms: TermGifts[]): number =>
  terms.reduce((sum, { meaning }) => sum + meaning, 0) || 1;

/** All passages of the ranges that have any of the keys, in no order. */
export function rankAll(accumulator: Accumulator, terms: TermGifts[], within: Range[]): Ranked[] {
  const whole = wholeOf(terms);
  accumulator.start();
  for (const { gifts } of terms) {
    accumulator.term();
    for (const gift of gifts) for (const range of within) accumulator.add(gift, range);
  }
  return Array.from(accumulator.met(), (id) => ranked(accumulator, id, whole));
}

/**
 * The `most` passages of highest score among those `wanted` (and all that score as much as the last), in no order: the same
 * as `rankAll` finds. Keys that promise most
 * are added first, to every passage that has them. As soon as what the others can add would not lift a passage of
 * their own among the best, they are only looked up for the passages met by then that still can get there ("continue",
 * after Moffat and Zobel, 1996; exact, since the bounds are).
 */
export function rankBest(
  accumulator: Accumulator,
  terms: TermGifts[],
  range: Range,
  most: number,
  wanted: (id: number) => boolean,
): Ranked[] {
  const whole = wholeOf(terms);
  const steps = stepsOf(accumulator, terms);
  const scoreOf = (id: number) =>
    rankedScore(accumulator.score(id), accumulator.carried(id) / whole);
  /** The score that a passage needs to be among the best, as far as was added. */
  function leastOf(ids: Uint32Array): number {
    const threshold = createThreshold(most);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0;
      const score = scoreOf(id);
      if (score > threshold.value() && wanted(id)) threshold.offer(score);
    }
    return threshold.value();
  }
  function bestOf(ids: Uint32Array): Ranked[] {
    const least = leastOf(ids);
    const best: Ranked[] = [];
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0;
      if (scoreOf(id) >= least && wanted(id)) best.push(ranked(accumulator, id, whole));
    }
    return best;
  }

  accumulator.start();
  /** Once no others can be: those met that still can be among the best. */
  let possible: Uint32Array | null = null;
  for (const { gift, isFirst, score, carried } of steps) {
    if (isFirst) accumulator.term();
    const count = accumulator.count(gift.key);
    const met: Uint32Array = possible ?? accumulator.met();
    if (met.length >= most && count > met.length / 2) {
      const least = leastOf(met);
      if (possible || rankedScore(score, carried / whole) * ROUNDING < least) {
        let kept = 0;
        possible ??= met.slice();
        for (let i = 0; i < met.length; i++) {
          const id = met[i] ?? 0;
          const support = (accumulator.carried(id) + carried) / whole;
          if (rankedScore(accumulator.score(id) + score, support) * ROUNDING >= least)
            possible[kept++] = id;
        }
        possible = possible.subarray(0, kept);
      }
    }
    if (possible && possible.length * LOOK_UP < count)
      for (let i = 0; i < possible.length; i++) accumulator.addTo(gift, possible[i] ?? 0);
    else accumulator.add(gift, range);
  }
  return bestOf(possible ?? accumulator.met());
}

/** The passages found, with what further keys add to their scores, and those of the ranges that have only further keys. */
export function withMore(
  accumulator: Accumulator,
  found: Ranked[],
  { gifts }: TermGifts,
  within: Range[],
): Ranked[] {
  accumulator.start();
  accumulator.term();
  for (const gift of gifts) for (const range of within) accumulator.add(gift, range);
  const had = new Set(found.map(({ id }) => id));
  const others = Array.from(accumulator.met()).filter((id) => !had.has(id));
  return [...found, ...others.map((id) => ({ id, score: 0, support: 0 }))].map((each) => ({
    ...each,
    score: each.score + accumulator.score(each.id),
  }));
}

/** A passage with what further keys add to its score. */
export function rankedAgain(accumulator: Accumulator, each: Ranked, { gifts }: TermGifts): Ranked {
  accumulator.start();
  accumulator.term();
  for (const gift of gifts) accumulator.addTo(gift, each.id);
  return { ...each, score: each.score + accumulator.score(each.id) };
}

/** A key of a term, whether it is the term's first, and the most that it and all later ones can give a passage together. */
type Step = { gift: Gift; isFirst: boolean; score: number; carried: number };

/** The keys in the order in which they are added: term by term, those terms first that promise most. */
function stepsOf(accumulator: Accumulator, terms: TermGifts[]): Step[] {
  const promised = ({ key, factor }: Gift) => factor * accumulator.most(key);
  const promise = ({ gifts }: TermGifts) => gifts.reduce((sum, gift) => sum + promised(gift), 0);
  const inOrder = terms
    .map((term) => ({ ...term, promise: promise(term) }))
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

function ranked(accumulator: Accumulator, id: number, whole: number): Ranked {
  const support = accumulator.carried(id) / whole;
  return { id, score: rankedScore(accumulator.score(id), support), support };
}

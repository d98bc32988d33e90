import { describe, expect, it } from '@jest/globals';
import { createThemeMatcher } from '../../src/domain/theme-matcher.js';
import { createAccumulator, type Gift, WINDOW } from '../../src/search/index/accumulator.js';
import { countPassages } from '../../src/search/index/counted.js';
import {
  inOrder,
  type Ranked,
  rankAgain,
  rankAll,
  rankBest,
} from '../../src/search/index/ranking.js';
import { createWorths } from '../../src/search/index/worths.js';
import { OLDHAM, passage, source, visit } from '../support/record.js';

const PASSAGES = 2 * WINDOW + 5_000;
const MOST = 50;
const QUESTIONS = 60;

/** Numbers from 0 up to 1, the same at every run. */
let state = 20_260_401;
const random = () => {
  state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return state / 4_294_967_296;
};
/** Few words are frequent and many rare, as in any text. */
const word = () => `w${Math.floor(300 * random() ** 3)}`;
const text = () => Array.from({ length: 4 + Math.floor(12 * random()) }, word).join(' ');

const counted = countPassages(
  Array.from({ length: PASSAGES }, (_, i) => ({
    key: String(i),
    urn: OLDHAM,
    passage: passage({ quote: text() }),
    source: source(),
    visit: visit(),
    paragraph: String(i),
  })),
  createThemeMatcher([]),
);
const accumulator = createAccumulator(counted, createWorths(counted));
const all = { from: 0, to: PASSAGES };

/** Terms of a question: some with a key that is the whole of them and others that are a part. */
function question(): Gift[][] {
  const length = 1 + Math.floor(6 * random());
  return Array.from({ length }, () => {
    const [whole, part] = [word(), word()].map((each) => counted.keys.indexOf(each));
    const carried = 1 / length;
    return [
      { key: whole ?? 0, factor: 0.2 + 6 * random(), carried, isWhole: true },
      { key: part ?? 0, factor: 0.2 + random(), carried: 0.2 * carried, isWhole: false },
    ].filter(({ key }) => key >= 0);
  });
}

const told = (ranked: Ranked[]) =>
  inOrder(ranked)
    .slice(0, MOST)
    .map(({ id, score, support }) => [id, score.toFixed(6), support.toFixed(6)]);

describe('The best passages of all councils', () => {
  it('are those that ranking every passage finds, with those of a kind apart', () => {
    const isOfKind = (id: number) => id % 7 === 0;
    for (let n = 0; n < QUESTIONS; n++) {
      const asked = question();
      const every = rankAll(accumulator, asked, [], [all]);
      const [best = [], ofKind = []] = rankBest(accumulator, asked, all, MOST, [isOfKind]);
      expect(told(best)).toEqual(told(every));
      expect(told(ofKind)).toEqual(told(every.filter(({ id }) => isOfKind(id))));
    }
  });

  it('gain what keys that were lent give, whichever way they are ranked', () => {
    const lent = { key: counted.keys.indexOf('w9'), factor: 1.5, carried: 0, isWhole: false };
    const asked = question();
    const every = new Map(
      rankAll(accumulator, asked, [lent], [all]).map(({ id, score }) => [id, score]),
    );
    const ownWords = rankBest(accumulator, asked, all, MOST, []);
    const [best = []] = rankAgain(accumulator, ownWords, [lent]);
    expect(best.length).toBeGreaterThanOrEqual(MOST);
    for (const { id, score } of best) expect(score).toBeCloseTo(every.get(id) ?? 0, 6);
  });
});

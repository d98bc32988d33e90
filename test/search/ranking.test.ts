import { describe, expect, it } from '@jest/globals';
import { createThemeMatcher } from '../../src/domain/theme-matcher.js';
import { buildInvertedIndex } from '../../src/search/index/build.js';
import { createAccumulator, type QueryTerm, WINDOW } from '../../src/search/ranking/accumulator.js';
import { createCuts } from '../../src/search/ranking/cuts.js';
import { createImpacts } from '../../src/search/ranking/impacts.js';
import { passing, type Ranking } from '../../src/search/ranking/ranking.js';
import { rankAll, rerank, topK } from '../../src/search/ranking/top-k.js';
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

const passages = Array.from({ length: PASSAGES }, (_, i) => ({
  key: String(i),
  urn: OLDHAM,
  passage: passage({ quote: text() }),
  source: source(),
  visit: visit(),
  paragraph: String(i),
}));
const index = buildInvertedIndex(
  { sizes: [[OLDHAM, PASSAGES]], all: () => passages },
  createThemeMatcher([]),
);
const accumulator = createAccumulator(
  index,
  createImpacts(index),
  createCuts(index, [0, 2 * WINDOW, PASSAGES]),
);
const all = { from: 0, to: PASSAGES };

/** Concepts of a question, of one term that is the whole of them and one that is a part. */
function question(): QueryTerm[][] {
  const length = 1 + Math.floor(6 * random());
  return Array.from({ length }, () => {
    const [whole, part] = [word(), word()].map((each) => index.terms.indexOf(each));
    const coverage = 1 / length;
    return [
      { term: whole ?? 0, factor: 0.2 + 6 * random(), coverage, settles: true },
      { term: part ?? 0, factor: 0.2 + random(), coverage: 0.2 * coverage, settles: false },
    ].filter(({ term }) => term >= 0);
  });
}

const rows = ({ ids, scores, coverages }: Ranking) =>
  ids.map((id, i) => ({ id, score: scores[i] ?? 0, coverage: coverages[i] ?? 0 }));

const best = (ranking: Ranking) =>
  rows(ranking)
    .slice(0, MOST)
    .map(({ id, score, coverage }) => [id, score.toFixed(6), coverage.toFixed(6)]);

describe('The best passages of all councils', () => {
  it('are those that ranking every passage finds, with those of a kind apart', () => {
    const isOfKind = (id: number) => id % 7 === 0;
    for (let n = 0; n < QUESTIONS; n++) {
      const asked = question();
      const every = rankAll(accumulator, asked, [], [all]);
      const found = topK(accumulator, asked, all, MOST, [isOfKind]);
      expect(found.map(best)).toEqual([every, passing(every, isOfKind)].map(best));
    }
  });

  it('gain what expansion terms add, whichever way they are ranked', () => {
    const expansion = { term: index.terms.indexOf('w9'), factor: 1.5, coverage: 0, settles: false };
    const asked = question();
    const every = new Map(
      rows(rankAll(accumulator, asked, [expansion], [all])).map(({ id, score }) => [id, score]),
    );
    const unexpanded = topK(accumulator, asked, all, MOST, []);
    const reranked = rerank(accumulator, unexpanded, [expansion]).flatMap(rows);
    expect(reranked.length).toBeGreaterThanOrEqual(MOST);
    for (const { id, score } of reranked) expect(score).toBeCloseTo(every.get(id) ?? 0, 6);
  });
});

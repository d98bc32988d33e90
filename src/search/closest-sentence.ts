import { sentences } from '../language/index.js';
import { createFit } from './alignment.js';
import { leansOnBefore } from './clarity.js';
import type { SearchRequest } from './request.js';
import type { Hit } from './result.js';

/** So many of the best hits are read sentence by sentence. */
const READ = 24;
/** What two sentences have together is told less surely than what one has. */
const OF_TWO = 0.9;
/** So much of the search's own score counts beside the sentence: all words of a passage do too. */
const DAMPED = 0.7;
/** What is said at an older visit than those preferred. */
const OLDER = 0.7;

/**
 * The hits with those first whose closest sentence, alone or with the one before that it leans on,
 * has most of the question: a passage may have all its words in sentences that have nothing to do
 * with each other. Scores are set anew, in the same order of size; only the first hits are read.
 */
export function closestSentenceFirst(
  hits: Hit[],
  { terms, preferredVisitIds }: Pick<SearchRequest, 'terms' | 'preferredVisitIds'>,
): Hit[] {
  const { shares, fit } = createFit(terms);
  if (shares.length === 0 || hits.length < 2) return hits;
  const sum = (fits: number[]) => fits.reduce((all, each, i) => all + each * (shares[i] ?? 0), 0);
  const fitOf = ({ whole }: Hit): number => {
    const list = sentences(whole.passage.quote);
    const fits = list.map((each) => fit(each, whole.passage.themes));
    return fits.reduce((best, own, i) => {
      const before = fits[i - 1];
      const leans = before && leansOnBefore(list[i] ?? '');
      const both = leans ? own.map((each, at) => Math.max(each, OF_TWO * (before[at] ?? 0))) : own;
      return Math.max(best, sum(both));
    }, 0);
  };
  const highest = Math.max(...hits.map(({ score }) => score));
  const read = hits.slice(0, READ).map((hit) => {
    const share = fitOf(hit);
    const isOlder = preferredVisitIds && !preferredVisitIds.has(hit.whole.visit.id);
    const factor = share * share * (isOlder ? OLDER : 1);
    return withScore(hit, highest * (hit.score / highest) ** DAMPED * factor);
  });
  const least = Math.min(...read.map(({ score }) => score));
  const others = hits.slice(READ).map((hit) => withScore(hit, Math.min(hit.score, least)));
  return [...read.sort((a, b) => b.score - a.score), ...others];
}

/** A hit with another score; what is shown of it is still found when it is looked at. */
const withScore = (hit: Hit, score: number): Hit => ({
  whole: hit.whole,
  coverage: hit.coverage,
  score,
  get passage() {
    return hit.passage;
  },
});

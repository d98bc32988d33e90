import { sentences } from '../language/index.js';
import { createFit } from './alignment.js';
import { isFragment, leansOnBefore } from './clarity.js';
import type { SearchRequest } from './request.js';
import type { Hit } from './result.js';

/** So many of the best hits are read sentence by sentence. */
const READ = 24;
/** What two sentences have together is told less surely than what one has. */
const OF_TWO = 0.9;
/** So many hits are seen at once. */
const SEEN = 3;
/** What has less of a question in one sentence is no closer than what the search found first. */
const LEAST = 0.6;
/** As near to the best as this is as close, and the first hit where it is no further from it. */
const [NEAR, FAR] = [0.05, 0.4];
/** So many hits are put first, which fit nearly as well as the best. */
const [MOST, NEARLY] = [2, 0.1];

/**
 * The hits, those first whose closest sentence, alone or with the one before that it leans on, has
 * clearly more of the question than those that would be seen: a passage may have all its words in
 * sentences that have nothing to do with each other. Their scores are raised above all others'.
 */
export function closestSentenceFirst(
  hits: Hit[],
  { terms, preferredVisitIds }: Pick<SearchRequest, 'terms' | 'preferredVisitIds'>,
): Hit[] {
  const { shares, fit } = createFit(terms);
  if (shares.length === 0 || hits.length < 2) return hits;
  const sum = (fits: number[]) => fits.reduce((all, each, i) => all + each * (shares[i] ?? 0), 0);
  const fitOf = ({ whole }: Hit): number => {
    const { quote, finding } = whole.passage;
    const list = [...sentences(quote), ...(finding ? [finding] : [])];
    const fits = list.map((each) => fit(each, whole.passage.themes));
    return fits.reduce((best, own, i) => {
      const before = fits[i - 1];
      const leans = before && leansOnBefore(list[i] ?? '');
      const both = leans ? own.map((each, at) => Math.max(each, OF_TWO * (before[at] ?? 0))) : own;
      return Math.max(best, sum(both));
    }, 0);
  };
  const read = hits.slice(0, READ).map((hit) => ({ hit, share: fitOf(hit) }));
  const best = Math.max(...read.map(({ share }) => share));
  const seen = Math.max(...read.slice(0, SEEN).map(({ share }) => share));
  const isFirst = (read[0]?.share ?? 0) > best - FAR;
  if (best < LEAST || (seen > best - NEAR && isFirst)) return hits;
  const least = Math.max(LEAST, best - NEARLY);
  const isClosest = ({ hit, share }: (typeof read)[number]) =>
    share >= least &&
    !isFragment(hit.whole) &&
    (!preferredVisitIds || preferredVisitIds.has(hit.whole.visit.id));
  const highest = Math.max(...hits.map(({ score }) => score));
  const first = read
    .filter(isClosest)
    .slice(0, MOST)
    .map(({ hit }) => hit);
  const raised = first.map((hit) => withScore(hit, highest + hit.score));
  return [...raised, ...hits.filter((hit) => !first.includes(hit))];
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

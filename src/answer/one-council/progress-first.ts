import { asksOfProgress } from '../../question/index.js';
import {
  type Hit,
  highestCoverage,
  type SearchRequest,
  toldOfProgress,
} from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';

/**
 * Who asks how a thing went is shown first what tells that of the newest visit meant, in a sentence
 * on what is asked.
 */
export function progressFirst(
  hits: Hit[],
  { question }: AskedOfOne,
  request: SearchRequest,
): Hit[] {
  const { preferredVisitIds: newest, terms } = request;
  if (!asksOfProgress(question) || !newest) return hits;
  const tells = toldOfProgress(terms);
  const least = AS_NEAR * highestCoverage(hits);
  const isTold = ({ passage, coverage }: Hit) =>
    coverage >= least && newest.has(passage.visit.id) && tells(passage);
  return [...hits.filter(isTold), ...hits.filter((hit) => !isTold(hit))];
}

/** What carries this share of what the best does is near enough to tell how that went. */
const AS_NEAR = 0.7;

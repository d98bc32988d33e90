import { Grade } from '../../domain/judgement.js';
import { leaningOf } from '../../question/index.js';
import {
  createLacking,
  type Hit,
  hasStanding,
  highestCoverage,
  type SearchRequest,
  snippet,
} from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { standingOf } from './passages.js';

/** The hits with those first that say what grade the area has whose standing is asked. */
export function standingFirst(hits: Hit[], asked: AskedOfOne): Hit[] {
  const standing = Grade.safeParse(standingOf(asked)?.judgement.grade);
  if (!standing.success) return hits;
  const highest = Math.max(1, ...hits.map(({ score }) => score));
  const saysIt = ({ passage }: Hit) => hasStanding(passage.passage.quote, standing.data);
  return hits
    .map((hit) => (saysIt(hit) ? { ...hit, score: highest + hit.score } : hit))
    .sort((a, b) => b.score - a.score);
}

/** Criticism that carries this share of a question answers it. */
const ALL_OF_IT = 0.85;
/** What carries so much more of a question that names a harm is on that harm. */
const MORE_ON_IT = 0.25;

/**
 * Who asks of a harm is shown first what is on all of that harm, and no praise that has only a part
 * of the words ("at risk of sexual exploitation" for "at risk of harm").
 */
export function harmFirst(hits: Hit[], { question }: AskedOfOne): Hit[] {
  const critical = hits.filter(({ passage: { passage } }) => passage.tone === 'criticism');
  if (leaningOf(question) !== 'criticism' || highestCoverage(critical) < ALL_OF_IT) return hits;
  const least = highestCoverage(critical) - MORE_ON_IT;
  const isLess = ({ coverage, passage }: Hit) =>
    passage.passage.tone === 'praise' && coverage < least;
  return [...hits.filter((hit) => !isLess(hit)), ...hits.filter(isLess)];
}

/** So many of the best hits are looked through for one that holds all of a question. */
const LOOKED_THROUGH = 16;
/** What covers as much (0–1) of a question as the best is no further from it. */
const AS_COVERED = 0.85;

/**
 * The hits, that one first whose shown sentences hold all that is asked where the first one's do
 * not, of the visits that are preferred: a condition of a question is not dropped where a sentence
 * has it.
 */
export function holdingFirst(
  hits: Hit[],
  { terms, preferredVisitIds: preferred }: Pick<SearchRequest, 'terms' | 'preferredVisitIds'>,
): Hit[] {
  const lacking = createLacking(terms);
  const [first, ...others] = hits;
  if (!lacking || !first) return hits;
  const holds = ({ passage: { passage } }: Hit) => {
    const { quote, tones, themes } = passage;
    return lacking(snippet(quote, terms, tones), themes).places.length === 0;
  };
  if (holds(first)) return hits;
  const least = AS_COVERED * Math.min(1, highestCoverage(hits));
  const best = others
    .slice(0, LOOKED_THROUGH)
    .find(
      (hit) =>
        (!preferred || preferred.has(hit.passage.visit.id)) && hit.coverage >= least && holds(hit),
    );
  return best ? [best, ...hits.filter((hit) => hit !== best)] : hits;
}

import type { RecordedPassage } from '../../domain/record.js';
import { spansOf } from '../../question/index.js';
import {
  closestFigures,
  type FigureAsked,
  type Hit,
  isFigureHeld,
  isFigureSeen,
  isFigureWord,
  type SearchRequest,
  type SearchTerm,
  tellsEach,
  withContinuation,
  withFigure,
} from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { unsaidIn } from './closeness.js';
import { type PassagesFacts, passages } from './passages.js';

/** How nothing is told as praise or criticism. */
const WITHOUT_TONE = { praise: null, criticism: null, isHeld: true };

/**
 * The passages that give the figure asked for, the closest first, with what of the question their
 * sentences lack; `null` where none gives it.
 */
export function figureTold(
  asked: AskedOfOne,
  request: SearchRequest,
  hits: Hit[],
  figure: FigureAsked,
): PassagesFacts | null {
  const { question, context, authority } = asked;
  const exact = withFigure(hits, request, figure);
  const giving = ofEachAsked(
    asked,
    exact.length === 0 ? closestFigures(hits, request.terms, figure) : exact,
  );
  if (giving.length === 0) return null;
  const ranked = giving.map(({ passage }) => passage);
  const facts = passages(asked, ranked, request.terms);
  // How old somebody is when a thing happens is neither praised nor criticised.
  const told = figure === 'age' ? { ...facts.told, ...WITHOUT_TONE } : facts.told;
  const shown = withContinuation(facts.shown, context.passagesOf(authority.urn));
  const terms = request.terms.filter((term) => !isFigureWord(term));
  const unsaid = unsaidIn(shown, question, { ...request, terms });
  const isFound = unsaid.length === 0;
  return { ...facts, told, shown, asked: { ...facts.asked, isFound, unsaid } };
}

/** Whether what is shown first of some passages gives the figure asked for. */
export const isFigureTold = (
  asked: AskedOfOne,
  shown: RecordedPassage[],
  terms: SearchTerm[],
  figure: FigureAsked,
): boolean =>
  isFigureSeen(
    asksOfEach(asked) ? shown.filter(({ passage }) => tellsEach(passage.quote)) : shown,
    terms,
    figure,
  ) ||
  (figure !== 'age' && !asksOfEach(asked) && isFigureHeld(shown, terms));

const asksOfEach = ({ question }: AskedOfOne): boolean =>
  spansOf(question, 'quantity').some(({ value }) => value === 'each');

/** The hits that give a figure, of "how many each has" those that tell how many are of each. */
const ofEachAsked = (asked: AskedOfOne, hits: Hit[]): Hit[] =>
  asksOfEach(asked) ? hits.filter(({ passage }) => tellsEach(passage.passage.quote)) : hits;

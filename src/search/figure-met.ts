import { sentences } from '../language/index.js';
import { createFit } from './alignment.js';
import { type FigureAsked, isFigureWord } from './figures.js';
import { figuresIn } from './figures-in-text.js';
import type { SearchTerm } from './request.js';

/** A sentence with so much of what is counted gives the figure that was asked for. */
const MOST_OF_IT = 0.7;

/**
 * Whether what is shown has a figure of the sort asked for in a sentence that, alone or with the
 * one before, has most of what the question asks it of.
 */
export function givesFigureOf(shown: string, terms: SearchTerm[], asked: FigureAsked): boolean {
  const { shares, fit } = createFit(terms.filter((term) => !isFigureWord(term)));
  if (shares.length === 0) return false;
  const list = sentences(shown);
  const fits = list.map((each) => fit(each, []));
  return list.some((sentence, i) => {
    const isAsked = figuresIn(sentence).some(
      ({ isShare }) => asked === 'any' || isShare === (asked === 'share'),
    );
    const before = fits[i - 1];
    const share = (fits[i] ?? []).reduce(
      (sum, own, at) => sum + Math.max(own, before?.[at] ?? 0) * (shares[at] ?? 0),
      0,
    );
    return isAsked && share >= MOST_OF_IT;
  });
}

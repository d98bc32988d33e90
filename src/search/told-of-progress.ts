import { tellsOfProgress } from '../domain/progress-written.js';
import type { RecordedPassage } from '../domain/record.js';
import { sentences } from '../language/index.js';
import { type AlignedTerm, createSentenceWeights } from './alignment.js';

/** A sentence with this share of what the best of its passage has is on what is asked. */
const ON_IT = 0.4;

/**
 * Prepares to tell whether a passage has a sentence on what `terms` ask that says how that went
 * since before.
 */
export function toldOfProgress(terms: AlignedTerm[]): (recorded: RecordedPassage) => boolean {
  const weigh = createSentenceWeights(terms);
  return ({ passage }) => {
    if (passage.kind !== 'finding') return false;
    const list = sentences(passage.quote);
    const weights = weigh(list);
    const least = ON_IT * Math.max(...weights.map(({ inPlace }) => inPlace));
    return list.some((sentence, i) => {
      const { inPlace = 0 } = weights[i] ?? {};
      return inPlace > 0 && inPlace >= least && tellsOfProgress(sentence);
    });
  };
}

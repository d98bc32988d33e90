import { tellsOfProgress } from '../domain/progress-written.js';
import type { RecordedPassage } from '../domain/record.js';
import { sentences } from '../language/index.js';
import { type AlignedTerm, createSentenceWeights } from './alignment.js';
import { pointsBack } from './clarity.js';

/**
 * Of each sentence of a passage, whether it tells how something went since before: by itself, or
 * where it goes on from one that does ("… has declined. This includes …").
 */
export const progressIn = (sentences: readonly string[]): boolean[] => {
  const own = sentences.map(tellsOfProgress);
  return sentences.map(
    (sentence, i) => own[i] === true || (own[i - 1] === true && pointsBack(sentence)),
  );
};

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
    const isOn = weights.map(({ inPlace }) => inPlace > 0 && inPlace >= least);
    return isOn.includes(true) && progressIn(list).some((isTold, i) => isTold && isOn[i]);
  };
}

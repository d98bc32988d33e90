import { words } from '../language/index.js';

const NUMBERS = new Set('two three four five six seven eight nine ten eleven twelve'.split(' '));
/** Whether a word is a figure, in digits or spelt. */
export const isFigure = (word: string): boolean => /\d/.test(word) || NUMBERS.has(word);

/**
 * Whether a sentence has a figure, year or month that is not among a claim's, where the claim has
 * one that the sentence lacks.
 */
export function hasOtherFigure(sentence: string, claim: string): boolean {
  const [said, claimed] = [sentence, claim].map((text) => words(text).filter(isDated));
  const lacks = claimed?.some((word) => !said?.includes(word)) ?? false;
  return lacks && (said?.some((word) => !claimed?.includes(word)) ?? false);
}

const MONTHS = new Set(
  'january february march april may june july august september october november december'.split(
    ' ',
  ),
);
const isDated = (word: string): boolean => isFigure(word) || MONTHS.has(word);

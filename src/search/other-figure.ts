import { words } from '../language/index.js';
import { IN_WORDS, MONTH } from './figures-in-text.js';

const SPELT = new RegExp(`^${IN_WORDS}$`);
const OF_MONTH = new RegExp(`^${MONTH}$`);

/** Whether a word is a figure, in digits or spelt. */
export const isFigure = (word: string): boolean => /\d/.test(word) || SPELT.test(word);

/**
 * Whether a sentence has a figure, year or month that is not among a claim's, where the claim has
 * one that the sentence lacks.
 */
export function hasOtherFigure(sentence: string, claim: string): boolean {
  const [said, claimed] = [sentence, claim].map((text) => words(text).filter(isDated));
  const lacks = claimed?.some((word) => !said?.includes(word)) ?? false;
  return lacks && (said?.some((word) => !claimed?.includes(word)) ?? false);
}

const isDated = (word: string): boolean => isFigure(word) || OF_MONTH.test(word);

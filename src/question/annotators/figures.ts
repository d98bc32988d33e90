import { z } from 'zod';
import { finderOf, readVocabulary } from '../../domain/vocabulary.js';
import type { Annotator, Span, Token } from '../question.js';
import { saidIn } from '../said.js';
import { book } from './phrases.js';

const points = finderOf(readVocabulary('points-counted', z.literal('points')), book);

/** How many points somebody may ask for, as words. */
const FEW = new Set('two three four five six seven eight nine ten'.split(' '));
const MOST_POINTS = 10;

/**
 * Numbers in digits. Those of dates belong to periods, which win against them; how many points are
 * wanted ("3 things to fix", "three concerns") is no figure, and carries nothing.
 */
export const figureAnnotator: Annotator = {
  name: 'figures',
  annotate({ tokens }) {
    if (!tokens.some(isNumeral)) return [];
    const counted = new Set(points.find(saidIn(tokens).all).map(({ from }) => from));
    return tokens.flatMap((token) => spanOf(token, counted.has(token.at + 1)));
  },
};

const isNumeral = ({ word }: Token): boolean => FEW.has(word) || isNumber(word);
const isNumber = (word: string): boolean => /^\d+$/.test(word);

function spanOf({ word, at }: Token, isBeforePoints: boolean): Span[] {
  const span = { from: at, to: at + 1, surface: '', by: 'figures' };
  if (isBeforePoints && (FEW.has(word) || (isNumber(word) && Number(word) <= MOST_POINTS)))
    return [{ ...span, kind: 'filler', value: 'little' }];
  return isNumber(word) ? [{ ...span, kind: 'figure', value: Number(word) }] : [];
}

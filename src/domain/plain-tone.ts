import { z } from 'zod';
import { type PhraseFinder, words } from '../language/index.js';
import { finderOf, readVocabulary } from './vocabulary.js';

const Sign = z.enum(['praise', 'criticism', 'turns']);
type Sign = z.infer<typeof Sign>;
let finder: PhraseFinder<Sign | null> | null = null;

/**
 * What a sentence without a mark of tone says plainly all the same: that its subject is strong or
 * got better, or that it is weak or got worse; `null` where it says neither, or turns.
 */
export function plainToneOf(sentence: string): 'praise' | 'criticism' | null {
  finder ??= finderOf(readVocabulary('plain-tones', Sign));
  const met = finder.find(words(sentence));
  const isHidden = ({ from, to }: { from: number; to: number }) =>
    met.some((other) => other.value === null && other.from < to && from < other.to);
  const signs = new Set(met.flatMap((one) => (one.value && !isHidden(one) ? [one.value] : [])));
  if (signs.size !== 1 || signs.has('turns')) return null;
  return signs.has('praise') ? 'praise' : 'criticism';
}

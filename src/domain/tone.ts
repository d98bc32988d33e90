import { z } from 'zod';
import { evidenceOf, type Side } from './tone-evidence.js';

/** What a sentence of inspectors says of a council's work, where that is clear. */
export const SentenceTone = z.enum(['praise', 'criticism', 'mixed']);
export type SentenceTone = z.infer<typeof SentenceTone>;

/** The tone of a sentence, `null` where it is not certain, and the words that decide it. */
export type ToneReading = { tone: SentenceTone | null; because: string[] };

/**
 * Reads the tone of one sentence. It is marked only where a clear phrase stands, nothing of the
 * other polarity, and no contrast; `mixed` is praise on one side of a contrast and criticism on the
 * other.
 */
export function toneOf(sentence: string): ToneReading {
  const { sides, isUncertain, isNegated } = evidenceOf(sentence);
  const tones = sides.map(toneOfSide);
  const [first, second] = tones;
  if (isUncertain || !first || tones.length > 2) return UNCERTAIN;
  const because = sides.flatMap(({ praise, leaning, criticism }) => [
    ...praise,
    ...leaning,
    ...criticism,
  ]);
  if (tones.length === 1)
    return first === 'praise' && isNegated ? UNCERTAIN : { tone: first, because };
  const isClear = sides.every(({ praise, criticism }) => praise.length + criticism.length > 0);
  return isClear && second && first !== second ? { tone: 'mixed', because } : UNCERTAIN;
}

const UNCERTAIN: ToneReading = { tone: null, because: [] };

/** Of one side of a contrast; `null` where nothing is said or both are. */
function toneOfSide({ praise, leaning, criticism }: Side): 'praise' | 'criticism' | null {
  if (criticism.length > 0) return praise.length + leaning.length > 0 ? null : 'criticism';
  return praise.length > 0 || leaning.length > 1 ? 'praise' : null;
}

/** Whether nothing in a sentence speaks against its being praise. */
export function mayPraise(sentence: string): boolean {
  const { sides, isUncertain, isNegated } = evidenceOf(sentence);
  const isCriticised = sides.some(({ criticism }) => criticism.length > 0);
  return sides.length === 1 && !isUncertain && !isNegated && !isCriticised;
}

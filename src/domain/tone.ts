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
  const { sides, isUncertain, hasReserve } = evidenceOf(sentence);
  const tones = sides.map(toneOfSide);
  const [first, second] = tones;
  if (isUncertain || !first || tones.length > 2) return UNCERTAIN;
  const because = sides.flatMap((side) => Object.values(side).flat());
  if (tones.length === 1)
    return first === 'praise' && hasReserve ? UNCERTAIN : { tone: first, because };
  const isClear = sides.every(({ praise, criticism }) => praise.length + criticism.length > 0);
  return isClear && second && first !== second ? { tone: 'mixed', because } : UNCERTAIN;
}

const UNCERTAIN: ToneReading = { tone: null, because: [] };

/** Of one side of a contrast; `null` where nothing is said or both are. */
function toneOfSide(side: Side): 'praise' | 'criticism' | null {
  const praised = side.praise.length * 2 + side['leaning to praise'].length;
  const criticised = side.criticism.length * 2 + side['leaning to criticism'].length;
  if (praised > 0 && criticised > 0) return null;
  if (criticised > 1) return 'criticism';
  return praised > 1 ? 'praise' : null;
}

/** Whether some words have or lean to a tone by themselves ("patchy"). */
export const hasTone = (text: string): boolean =>
  evidenceOf(text).sides.some((side) => Object.values(side).some((said) => said.length > 0));

/** Whether nothing in a sentence speaks against its being praise. */
export function mayPraise(sentence: string): boolean {
  const { sides, isUncertain, hasReserve } = evidenceOf(sentence);
  const isCriticised = sides.some((side) => toneOfSide(side) === 'criticism');
  return sides.length === 1 && !isUncertain && !hasReserve && !isCriticised;
}

import { plainToneOf } from '../../../domain/plain-tone.js';
import type { SentenceFound } from '../../../search/index.js';
import type { CouncilFindings } from './plainest.js';

/** How many councils have a sentence of praise, and one of criticism, among those found. */
export function tonesOf(councils: CouncilFindings[]): { praise: number; criticism: number } {
  const having = (tone: 'praise' | 'criticism') =>
    councils.filter(({ found }) => found.some((each) => toneSaid(each) === tone)).length;
  return { praise: having('praise'), criticism: having('criticism') };
}

/** The tone that is marked, or that is said plainly of the very thing asked for. */
function toneSaid({
  tone,
  isSubject,
  isConceded,
  isAside,
  isShort,
  isExcess,
  recorded,
}: SentenceFound) {
  if (tone !== 'unmarked' && tone !== 'neutral') return tone;
  if (!isSubject || isConceded || isAside) return null;
  if (isShort || isExcess) return 'criticism';
  return plainToneOf(recorded.passage.quote);
}

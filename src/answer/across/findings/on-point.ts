import { excessAsked, type Question } from '../../../question/index.js';
import type { SentenceFound } from '../../../search/index.js';
import { councilsIn } from './plainest.js';

/** So many councils' reports tell the measure asked for, where only that is counted. */
const FEWEST = 2;

type Wanted = { wanted: SentenceFound[]; unsaid: string[] };

/**
 * The sentences that say it of the very thing: where too much of it is asked for, those that say
 * there is much of it (that it is badly recorded is no answer), and of all those whose tone is not
 * said of something beside it, where any is left. `unsaid` are, besides what was, the words for the
 * measure, where next to no report tells it.
 */
export function onPoint(question: Question, { wanted, unsaid }: Wanted): Wanted {
  const excess = excessAsked(question);
  const much = excess === null ? wanted : wanted.filter(({ isMuch }) => isMuch);
  const isTold = councilsIn(much) >= FEWEST || much.length === wanted.length;
  const measured = isTold ? much : wanted;
  const toned = measured.filter(({ isToneApart }) => !isToneApart);
  return {
    wanted: toned.length > 0 ? toned : measured,
    unsaid: isTold || excess === null ? unsaid : [...unsaid, excess],
  };
}

import type { RecordedPassage } from '../../domain/record.js';
import { spansOf } from '../../question/index.js';
import { type SearchTerm, withoutRepeats } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { type About, aboutOf } from './about.js';

const MOST = 5;

/**
 * The passages that answer a free question, best first, and how many more match less closely.
 * `isOthersWords`: the question is after Ofsted's words, and the best passage is in the council's.
 */
export type PassagesFacts = {
  about: About;
  shown: RecordedPassage[];
  more: number;
  terms: SearchTerm[];
  isOthersWords: boolean;
};

/** Of ranked passages, those to show. */
export function passages(
  asked: AskedOfOne,
  ranked: RecordedPassage[],
  terms: SearchTerm[],
): PassagesFacts {
  const distinct = withoutRepeats(ranked);
  const shown = distinct.slice(0, MOST);
  const asksOfsted = spansOf(asked.question, 'speaker').some(({ value }) => value === 'ofsted');
  const speaker = shown[0]?.passage.speaker.kind;
  return {
    about: aboutOf(asked),
    shown,
    more: distinct.length - shown.length,
    terms,
    isOthersWords: asksOfsted && (speaker === 'council' || speaker === 'office_holder'),
  };
}

import type { RecordedPassage } from '../domain/record.js';
import { sentences, words } from '../language/index.js';
import type { OutOfScopeTopic, SearchRequest, SearchTerm } from './request.js';

/**
 * Whether a sentence of one of some passages has every word of a question in the form that was
 * typed, one or many: what inspectors do not treat they may well tell of in passing ("tea with the
 * mayor"). The words of a topic that is out of scope alone ("the mayor") tell nothing of the kind,
 * but where they are something that children are given or do.
 */
export function isSaidWhole(
  { terms, outOfScope }: Pick<SearchRequest, 'terms' | 'outOfScope'>,
  passages: readonly RecordedPassage[],
): boolean {
  const asked = terms.map(({ word, repaired }) => singular(repaired ?? word));
  const isMore = terms.some((term) => !outOfScope.some((topic) => isPartOf(term, topic)));
  if (!isMore && !outOfScope.every((topic) => topic.isForYoung)) return false;
  return passages.some(({ passage: { quote } }) =>
    sentences(quote).some((sentence) => {
      const said = new Set(words(sentence).map(singular));
      return asked.every((word) => said.has(word));
    }),
  );
}

const singular = (word: string): string => word.replace(/s$/, '');

/** Whether a word of a question is one of those that name a topic. */
export const isPartOf = ({ position }: SearchTerm, { from, to }: OutOfScopeTopic): boolean =>
  from <= position && position < to;

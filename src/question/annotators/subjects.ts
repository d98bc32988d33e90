import { subjectFinder } from '../../domain/particular-subjects.js';
import type { Annotator } from '../question.js';
import { longestOnly, phrasesIn } from './phrases.js';

/**
 * Subjects narrower than a theme. Words are taken as typed, unless they were repaired: everyday
 * words for people ("mum") are among the phrases.
 */
export function createSubjectAnnotator(): Annotator {
  return {
    name: 'particular-subjects',
    get words() {
      return subjectFinder.words;
    },
    annotate: ({ tokens }) => {
      const said = tokens.map((token) =>
        token.isRepaired ? token : { ...token, word: token.typed },
      );
      return longestOnly(phrasesIn(said, subjectFinder)).map(({ value, from, to, words }) => ({
        kind: 'subject',
        value,
        from,
        to,
        words,
        surface: '',
        by: 'particular-subjects',
      }));
    },
  };
}

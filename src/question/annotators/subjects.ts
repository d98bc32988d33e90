import { subjectFinder } from '../../domain/particular-subjects.js';
import type { Annotator, Token } from '../question.js';
import { longestOnly, phrasesIn } from './phrases.js';

/** Words on both sides of a quotation mark are no phrase: “agency staff” said. */
const QUOTED = /["“”]/;

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
    annotate: ({ tokens, text }) => {
      const said = tokens.every(isAsTyped) ? tokens : tokens.map(asTyped);
      const isWhole = ({ from, to }: { from: number; to: number }) =>
        !QUOTED.test(text.slice(tokens[from]?.start, tokens[to - 1]?.end));
      const found = longestOnly(phrasesIn(said, subjectFinder)).filter(isWhole);
      return found.flatMap(({ value, from, to, words }) =>
        value === null
          ? []
          : [{ kind: 'subject', value, from, to, words, surface: '', by: 'particular-subjects' }],
      );
    },
  };
}

const isAsTyped = ({ word, typed, isRepaired }: Token): boolean => isRepaired || word === typed;
const asTyped = (token: Token): Token =>
  isAsTyped(token) ? token : { ...token, word: token.typed };

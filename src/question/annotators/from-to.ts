import { Grade } from '../../domain/judgement.js';
import { readVocabulary } from '../../domain/vocabulary.js';
import { createPhraseFinder } from '../../language/index.js';
import type { Annotator, Span } from '../question.js';

const grades = readVocabulary('grades', Grade);
const finder = createPhraseFinder(
  grades.entries
    .filter(({ value }) => value !== null)
    .flatMap(({ phrases }) => phrases.map((phrase) => [phrase, null] as const)),
  grades.sets,
);

/** "From" and "to" right before a grade: the one that was, and the one that came. */
export const fromToAnnotator: Annotator = {
  name: 'from-to',
  annotate: ({ tokens }) =>
    finder.find(tokens.map(({ word }) => word)).flatMap(({ from: grade }): Span[] => {
      const at = grade - 1;
      const word = tokens[at]?.word;
      if (word !== 'from' && word !== 'to') return [];
      return [{ kind: 'from_to', value: word, from: at, to: grade, surface: '', by: 'from-to' }];
    }),
};

import { FUNCTION_WORDS } from '../../language/index.js';
import type { Annotator } from '../question.js';

/** The words that hold an English sentence together. */
export const functionWordAnnotator: Annotator = {
  name: 'function-words',
  annotate: ({ tokens }) =>
    tokens
      .filter(({ word }) => FUNCTION_WORDS.has(word))
      .map(({ at }) => ({
        kind: 'filler',
        value: 'little',
        from: at,
        to: at + 1,
        surface: '',
        by: 'function-words',
      })),
};

import type { Annotator } from '../question.js';

/** Numbers in digits. Those of dates belong to periods, which win against them. */
export const figureAnnotator: Annotator = {
  name: 'figures',
  annotate: ({ tokens }) =>
    tokens
      .filter(({ word }) => /^\d+$/.test(word))
      .map(({ word, at }) => ({
        kind: 'figure',
        value: Number(word),
        from: at,
        to: at + 1,
        surface: '',
        by: 'figures',
      })),
};

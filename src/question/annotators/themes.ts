import type { ThemeMatcher } from '../../domain/theme-matcher.js';
import type { Annotator } from '../question.js';
import { saidIn } from '../said.js';

/**
 * The themes of the record, in inspectors' or lay words; phrases of several themes name them all.
 */
export const createThemeAnnotator = (themes: ThemeMatcher): Annotator => ({
  name: 'themes',
  annotate: ({ tokens }) =>
    themes.read(saidIn(tokens).all).map(({ theme, from, to }) => ({
      kind: 'theme',
      value: [theme],
      from,
      to,
      surface: '',
      by: 'themes',
    })),
});

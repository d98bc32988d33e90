import type { Feature } from '../../question/index.js';

/** What is said where a grade is asked for a theme that Ofsted does not grade. */
export const THEME_GRADED: Feature[][] = [
  ['grade', 'theme.other'],
  ['rating', 'theme.other'],
];

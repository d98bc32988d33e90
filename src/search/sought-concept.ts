import type { Theme } from '../domain/theme.js';

/**
 * Something that a sentence must be on: words by themselves, or themes with the phrases (of stems)
 * by which the asker named them. `texts` are what was typed; `named`: by the theme's name, by
 * another of the inspectors' terms for it, which mean less than the whole theme, or in everyday
 * words for it. `isTagged`: every sentence that has the phrase is on the theme, unless the phrase
 * is part of another one's ("private fostering"). `means`: what inspectors write for it.
 */
export type SoughtConcept = {
  texts: string[];
  phrases: string[][];
  themes: Theme[];
  named: 'by name' | 'by term' | 'in everyday words' | 'word';
  isTagged: boolean;
  means: string[];
  /** The stems of what inspectors write for it, as phrases. */
  meant: string[][];
};

/** Where a question names themes: the text as typed, its words, and the places of these. */
export type ThemeNamed = { text: string; words: string[]; places: number[]; themes: Theme[] };

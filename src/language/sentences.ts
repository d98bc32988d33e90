const UNTIDY = /[^\S ]| {2}|^ | $/;

/**
 * The text with every run of white space (no-break spaces included) as one space, and none at its
 * ends. Nothing else changes.
 */
export const collapseSpace = (text: string): string =>
  // Nearly every text is tidy already, and looking costs a fraction of writing anew.
  UNTIDY.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;

const SENTENCES = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** The whole sentences of a text, in order. Joined by one space they are the collapsed text. */
export const sentences = (text: string): string[] =>
  [...SENTENCES.segment(collapseSpace(text))].map((s) => s.segment.trim()).filter(Boolean);

const UNTIDY = /[^\S ]| {2}|^ | $/;

/**
 * Text with every run of white space (no-break spaces included) as one space, ends trimmed; nothing
 * else changed.
 */
export const collapseSpace = (text: string): string =>
  // Nearly every passage of a record is tidy, and looking costs a fraction of writing anew.
  UNTIDY.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;

const SENTENCES = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/**
 * The whole sentences of a text, in order; joined by one space they are the text again (white space
 * collapsed).
 */
export const sentences = (text: string): string[] =>
  [...SENTENCES.segment(collapseSpace(text))].map((s) => s.segment.trim()).filter(Boolean);

/** Text with every run of white space (no-break spaces included) as one space, ends trimmed; nothing else changed. */
export const collapseSpace = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const SENTENCES = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** The whole sentences of a text, in order; joined by one space they are the text again (white space collapsed). */
export const sentences = (text: string): string[] =>
  [...SENTENCES.segment(collapseSpace(text))].map((s) => s.segment.trim()).filter(Boolean);

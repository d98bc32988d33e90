const UNTIDY = /[^\S ]| {2}|^ | $/;

/**
 * The text with every run of white space (no-break spaces included) as one space, and none at its
 * ends. Nothing else changes.
 */
export const collapseSpace = (text: string): string =>
  // Nearly every text is tidy already, and looking costs a fraction of writing anew.
  UNTIDY.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;

const SENTENCES = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** Where each whole sentence of a text stands in it: UTF-16 offsets, the end exclusive. */
export const sentenceSpans = (text: string): { from: number; to: number }[] =>
  [...SENTENCES.segment(text)].flatMap(({ segment, index }) => {
    const sentence = segment.trim();
    const from = index + segment.indexOf(sentence);
    return sentence ? [{ from, to: from + sentence.length }] : [];
  });

/** The whole sentences of a text, in order. Joined by one space they are the collapsed text. */
export const sentences = (text: string): string[] =>
  [...SENTENCES.segment(collapseSpace(text))].map((s) => s.segment.trim()).filter(Boolean);

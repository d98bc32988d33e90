import { memoised } from './memoised.js';

const UNTIDY = /[^\S ]| {2}|^ | $/;

/**
 * The text with every run of white space (no-break spaces included) as one space, and none at its
 * ends. Nothing else changes.
 */
export const collapseSpace = (text: string): string =>
  // Nearly every text is tidy already, and looking costs a fraction of writing anew.
  UNTIDY.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;

let segmenter: Intl.Segmenter | null = null;

/** It is prepared with the first text, for many runs of the program and its threads need none. */
function segmentsOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en-GB', { granularity: 'sentence' });
  return segmenter.segment(text);
}

/** So many texts are remembered by their sentences, which take long to find. */
const TEXTS_REMEMBERED = 10_000;

/** Where a sentence stands in its text: UTF-16 offsets, the end exclusive. */
type SentenceSpan = { readonly from: number; readonly to: number };

function spansIn(text: string): SentenceSpan[] {
  const spans: { from: number; to: number }[] = [];
  for (const { segment, index } of segmentsOf(text)) {
    const sentence = segment.trim();
    const from = index + segment.indexOf(sentence);
    if (sentence) spans.push({ from, to: from + sentence.length });
  }
  return spans;
}

/** Where each whole sentence of a text stands in it. */
export const sentenceSpans: (text: string) => readonly SentenceSpan[] = memoised(
  spansIn,
  TEXTS_REMEMBERED,
);

/** The whole sentences of a text, in order. Joined by one space they are the collapsed text. */
export const sentences: (text: string) => readonly string[] = memoised(
  (text) => [...segmentsOf(collapseSpace(text))].map((s) => s.segment.trim()).filter(Boolean),
  TEXTS_REMEMBERED,
);

/** The first sentence of a text; those after it are not looked for. Empty where there is none. */
export function firstSentence(text: string): string {
  for (const { segment } of segmentsOf(collapseSpace(text))) {
    const sentence = segment.trim();
    if (sentence) return sentence;
  }
  return '';
}

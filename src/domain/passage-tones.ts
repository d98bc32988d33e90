import { sentenceSpans } from '../language/index.js';
import type { Passage, Tone, ToneSpan } from './passage.js';
import { mayPraise, toneOf } from './tone.js';

/** What decides the tone of a passage's sentences: its words, and where they stand in a report. */
type Placed = Pick<Passage, 'kind' | 'quote'> & { section: string | null };

/**
 * The sentences of a passage whose tone is certain. Each sentence of the inspectors' list of what
 * must improve is a criticism, and one of their list of strengths is praise unless its words speak
 * against that. Context has no tone.
 */
export function markedSentences({ kind, quote, section }: Placed): ToneSpan[] {
  if (kind !== 'finding' && kind !== 'recommendation') return [];
  return sentenceSpans(quote).flatMap(({ from, to }): ToneSpan[] => {
    if (kind === 'recommendation') return [{ from, to, tone: 'criticism' }];
    const sentence = quote.slice(from, to);
    const tone = toneOf(sentence).tone ?? toneOfPlace(sentence, section);
    return tone ? [{ from, to, tone }] : [];
  });
}

const toneOfPlace = (sentence: string, section: string | null): 'praise' | null =>
  isStrengthsSection(section) && mayPraise(sentence) ? 'praise' : null;

/** Whether a heading opens a list or chapter of strengths. */
export const isStrengthsSection = (section: string | null): boolean =>
  /\bstrengths(?::|$)/i.test(section ?? '');

/** The tone of a passage whose sentences are marked so. */
export function toneOfMarked(tones: ToneSpan[]): Tone {
  const [tone, ...others] = new Set(tones.map((span) => span.tone));
  return others.length > 0 ? 'mixed' : (tone ?? 'unmarked');
}

/**
 * A passage with a run of its quotation in place of the whole. Its tone is that of the sentences
 * that are left, where sentences are marked at all.
 */
export function withQuote(passage: Passage, quote: string): Passage {
  const start = passage.quote.indexOf(quote);
  const tones = passage.tones
    .filter(({ from, to }) => from >= start && to <= start + quote.length)
    .map(({ from, to, tone }) => ({ from: from - start, to: to - start, tone }));
  const tone = passage.tones.length > 0 ? toneOfMarked(tones) : passage.tone;
  return { ...passage, quote, tone, tones };
}

/** Where the sentence before one begins, or that one where the one before has a tone of its own. */
export function withSentenceBefore({ quote, tones }: Passage, from: number): number {
  const before = sentenceSpans(quote).findLast(({ to }) => to <= from);
  return before && !tones.some((span) => span.from === before.from) ? before.from : from;
}

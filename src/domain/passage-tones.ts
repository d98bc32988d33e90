import { sentenceSpans } from '../language/index.js';
import type { Passage, Tone, ToneSpan } from './passage.js';
import { isRemedied } from './salience.js';
import { mayPraise, toneOf } from './tone.js';

/** What decides the tone of a passage's sentences: its words, and where they stand in a report. */
type Placed = Pick<Passage, 'kind' | 'quote'> & { section: string | null };

/**
 * The sentences of a passage whose tone is certain. Each sentence of the inspectors' list of what
 * must improve is a criticism, and one of their list of strengths is praise unless its words speak
 * against that. A fault of before, which the same paragraph says was put right, is not marked.
 * Context has no tone.
 */
export function markedSentences({ kind, quote, section }: Placed): ToneSpan[] {
  if (kind !== 'finding' && kind !== 'recommendation') return [];
  const spans = sentenceSpans(quote);
  if (kind === 'recommendation') return spans.map((span) => ({ ...span, tone: 'criticism' }));
  const list = spans.map(({ from, to }) => quote.slice(from, to));
  return spans.flatMap((span, i): ToneSpan[] => {
    const sentence = list[i] ?? '';
    const tone = toneOf(sentence).tone ?? toneOfPlace(sentence, section);
    if (tone === null) return [];
    const isPast = tone !== 'praise' && isRemedied(sentence, list.slice(i + 1));
    return isPast ? [] : [{ ...span, tone }];
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
  return { ...passage, quote, tone, tones, ...pagesOfRun(passage, start, start + quote.length) };
}

/** The pages of a run of a quotation, where it is known at which words they begin. */
function pagesOfRun(
  { locator, pageStarts = [] }: Passage,
  from: number,
  to: number,
): Pick<Passage, 'locator' | 'pageStarts'> {
  if (pageStarts.length === 0) return { locator };
  const inside = pageStarts.filter(({ at }) => from < at && at < to);
  const page = pageStarts.findLast(({ at }) => at <= from)?.page ?? locator.page;
  return {
    locator: { ...locator, page, lastPage: inside.at(-1)?.page ?? page },
    pageStarts: inside.map((start) => ({ ...start, at: start.at - from })),
  };
}

/** Where the sentence before one begins, or that one where the one before has a tone of its own. */
export function withSentenceBefore({ quote, tones }: Passage, from: number): number {
  const before = sentenceSpans(quote).findLast(({ to }) => to <= from);
  return before && !tones.some((span) => span.from === before.from) ? before.from : from;
}

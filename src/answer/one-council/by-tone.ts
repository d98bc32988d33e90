import { withSentenceBefore } from '../../domain/passage-tones.js';
import { isOfSummary } from '../../domain/point-kind.js';
import { isAboutBoard, type RecordedPassage } from '../../domain/record.js';
import { byClarity, leansOnBefore, narrowed } from '../../search/index.js';

/** Sentences of one tone that follow each other are shown together up to so many characters. */
const SHOWN = 360;

/**
 * A passage as it says what was asked for: of one whose sentences are marked, a marked sentence
 * that is understood by itself, or else the first one with the sentence before it. Any other
 * passage is shown whole.
 */
export function saying(
  recorded: RecordedPassage,
  wanted: 'praise' | 'criticism' | null,
): RecordedPassage {
  const { kind, quote, tones } = recorded.passage;
  if (!wanted || kind !== 'finding' || tones.length === 0) return recorded;
  const clear = tones.filter(({ tone }) => tone === wanted);
  const marked = clear.length > 0 ? clear : tones.filter(({ tone }) => tone === 'mixed');
  const first = marked.find(({ from }) => !leansOnBefore(quote.slice(from))) ?? marked[0];
  if (!first) return recorded;
  const after = marked.find(({ from, to }) => from === first.to + 1 && to - first.from <= SHOWN);
  const from = leansOnBefore(quote.slice(first.from))
    ? withSentenceBefore(recorded.passage, first.from)
    : first.from;
  return narrowed(recorded, quote.slice(from, after?.to ?? first.to));
}

/**
 * Orders findings before what must improve, the council's own before its safeguarding board's, what
 * is understood by itself before what leans on words not shown, the report's summary before its
 * chapters, and then by clarity.
 */
export const byPlainness = (a: RecordedPassage, b: RecordedPassage): number =>
  plainness(a) - plainness(b) || byClarity(a, b);

const plainness = (recorded: RecordedPassage): number =>
  (recorded.passage.kind === 'recommendation' ? 8 : 0) +
  (isAboutBoard(recorded) ? 4 : 0) +
  (leansOnBefore(recorded.passage.quote) ? 2 : 0) +
  (isOfSummary(recorded) ? 0 : 1);

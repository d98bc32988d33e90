import type { ToneSpan } from '../../domain/passage.js';
import { withSentenceBefore } from '../../domain/passage-tones.js';
import { isOfSummary } from '../../domain/point-kind.js';
import { isAboutBoard, type RecordedPassage } from '../../domain/record.js';
import { salienceOf } from '../../domain/salience.js';
import { yearOf } from '../../domain/visit.js';
import { byClarity, leansOnBefore, narrowed } from '../../search/index.js';

/** Sentences of one tone that follow each other are shown together up to so many characters. */
const SHOWN = 360;

/**
 * A passage as it says what was asked for: of one whose sentences are marked, a marked sentence
 * that is understood by itself and says it most plainly, or else the first one with the sentence
 * before it. Any other passage is shown whole.
 */
export function saying(
  recorded: RecordedPassage,
  wanted: 'praise' | 'criticism' | null,
): RecordedPassage {
  const { kind, quote, tones } = recorded.passage;
  if (!wanted || kind !== 'finding' || tones.length === 0) return recorded;
  const clear = tones.filter(({ tone }) => tone === wanted);
  const marked = clear.length > 0 ? clear : tones.filter(({ tone }) => tone === 'mixed');
  const year = yearOf(recorded.visit);
  const plainly = (span: ToneSpan): number =>
    salienceOf(
      { quote: quote.slice(span.from, span.to), tone: span.tone, isInSummary: false },
      year,
    );
  const alone = marked.filter(({ from }) => !leansOnBefore(quote.slice(from)));
  const first = (alone.length > 0 ? alone : marked.slice(0, 1)).reduce<ToneSpan | undefined>(
    (best, span) => (best && plainly(best) >= plainly(span) ? best : span),
    undefined,
  );
  if (!first) return recorded;
  const after = marked.find(({ from, to }) => from === first.to + 1 && to - first.from <= SHOWN);
  const from = leansOnBefore(quote.slice(first.from))
    ? withSentenceBefore(recorded.passage, first.from)
    : first.from;
  return narrowed(recorded, quote.slice(from, after?.to ?? first.to));
}

/**
 * Orders findings before what must improve, the council's own before its safeguarding board's, what
 * is understood by itself before what leans on words not shown, then by clarity, and what says most
 * plainly something of the council before what tells of a few or of earlier.
 */
export const byPlainness = (a: RecordedPassage, b: RecordedPassage): number =>
  plainness(a) - plainness(b) || byClarity(a, b) || salience(b) - salience(a);

const plainness = (recorded: RecordedPassage): number =>
  (recorded.passage.kind === 'recommendation' ? 4 : 0) +
  (isAboutBoard(recorded) ? 2 : 0) +
  (leansOnBefore(recorded.passage.quote) ? 1 : 0);

const salience = (recorded: RecordedPassage): number => {
  const { quote, tone } = recorded.passage;
  const isInSummary = isOfSummary(recorded);
  return salienceOf({ quote, tone, isInSummary }, yearOf(recorded.visit));
};

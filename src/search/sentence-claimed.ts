import type { Tone } from '../domain/passage.js';
import { withSentenceBefore } from '../domain/passage-tones.js';
import type { RecordedPassage } from '../domain/record.js';
import { sentenceSpans, stem, stemmed } from '../language/index.js';
import { type AlignedTerm, createSentenceWeights } from './alignment.js';
import { pointsBack } from './clarity.js';
import { narrowed } from './snippet.js';

/** Every word of what is claimed of it makes a sentence so much more surely the one. */
const CLAIMED = 0.5;

/**
 * The sentence of a passage that a claim is about, with the tone that it has by itself: of those on
 * what `terms` ask, rather the one with the words of what is claimed of it.
 */
export function sentenceClaimed(
  recorded: RecordedPassage,
  terms: AlignedTerm[],
  claimed: readonly string[],
): { by: RecordedPassage; tone: Tone } {
  const { quote, tones, tone, kind } = recorded.passage;
  const spans = sentenceSpans(quote);
  const texts = spans.map(({ from, to }) => quote.slice(from, to));
  const wanted = claimed.map(stem);
  const weights = createSentenceWeights(terms)(texts).map(({ inPlace }, i) => {
    const stems = stemmed(texts[i] ?? '');
    return inPlace * (1 + CLAIMED * wanted.filter((each) => stems.includes(each)).length);
  });
  const at = weights.indexOf(Math.max(...weights));
  const best = spans[at];
  if (!best || kind === 'recommendation' || tones.length === 0) return { by: recorded, tone };
  const own = tones.find(({ from }) => from === best.from)?.tone ?? 'unmarked';
  const from = pointsBack(texts[at] ?? '')
    ? withSentenceBefore(recorded.passage, best.from)
    : best.from;
  return { by: narrowed(recorded, quote.slice(from, best.to)), tone: own };
}

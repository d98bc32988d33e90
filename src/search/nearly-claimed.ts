import { isOfEverybody } from '../domain/everybody.js';
import type { RecordedPassage } from '../domain/record.js';
import { sentenceSpans, stemmed, words } from '../language/index.js';
import { createFit } from './alignment.js';
import { marksIn } from './qualifying-words.js';
import type { SearchTerm } from './request.js';
import { narrowed } from './snippet.js';

/** A sentence with so much of a claim may well say it, if as often turned. */
const NEARLY_ALL = 0.85;
/** All its words must be there: what only means the same may be said of something else. */
const IN_ITS_WORDS = 1;
/** What is claimed with fewer ideas is said by too many sentences. */
const FEWEST = 2;

/**
 * The sentence, among findings of inspectors', that has nearly all ideas of a claim and as many
 * words that turn them ("not a priority", "has not been a priority"): it may say the claim, which
 * a reader must judge. `null` where none has.
 */
export function nearlyClaimedIn(
  passages: RecordedPassage[],
  terms: SearchTerm[],
  claim: string,
): RecordedPassage | null {
  const { shares, fit } = createFit(terms);
  const own = terms.filter((term) => !isOfEverybody(term.stem));
  if (shares.length < FEWEST || own.length < FEWEST) return null;
  const turns = marksIn(words(claim)).turns.size;
  let best: { by: RecordedPassage; share: number } | null = null;
  for (const recorded of passages) {
    const { quote, kind, speaker } = recorded.passage;
    if (kind !== 'finding' || speaker.kind !== 'ofsted') continue;
    for (const { from, to } of sentenceSpans(quote)) {
      const sentence = quote.slice(from, to);
      const share = fit(sentence, []).reduce((sum, own, i) => sum + own * (shares[i] ?? 0), 0);
      if (share < NEARLY_ALL || share <= (best?.share ?? 0)) continue;
      const stems = new Set(stemmed(sentence));
      const literal = own.filter((term) => stems.has(term.stem)).length;
      if (literal < IN_ITS_WORDS * own.length) continue;
      if (marksIn(words(sentence)).turns.size !== turns) continue;
      best = { by: narrowed(recorded, sentence), share };
    }
  }
  return best?.by ?? null;
}

import { type Side, sidesIn } from '../domain/opposites.js';
import type { RecordedPassage } from '../domain/record.js';
import { sentenceSpans, words } from '../language/index.js';
import { narrowed } from './snippet.js';

/**
 * The sentences of some passages of one visit that say the opposite of `side` of everybody, each
 * with its passage narrowed to it; none where the visit says that side too, anywhere.
 */
export function contraryTo(side: Side, passages: RecordedPassage[]): RecordedPassage[] {
  const found: RecordedPassage[] = [];
  for (const recorded of passages) {
    const { quote, kind } = recorded.passage;
    for (const { from, to } of sentenceSpans(quote)) {
      const text = quote.slice(from, to);
      const { sides, isSure } = sidesIn(words(text));
      const own = sides.filter(({ side: { of } }) => of === side.of);
      if (own.some((each) => each.side.as === side.as)) return [];
      if (own.length > 0 && isSure && kind === 'finding') found.push(narrowed(recorded, text));
    }
  }
  return found;
}

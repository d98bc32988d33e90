import type { RecordedPassage } from '../domain/record.js';
import { stemmed } from '../language/index.js';
import type { LiteralPhrase } from './request.js';

/** So many other words may stand among those of a phrase: "children who go missing". */
const WORDS_BETWEEN = 3;

/** Whether a passage uses the phrase: all its stems near each other, in any order. */
export function usesPhrase({ stems }: LiteralPhrase, { passage }: RecordedPassage): boolean {
  const text = stemmed(passage.quote);
  const reach = stems.length + WORDS_BETWEEN;
  return text.some((word, from) => {
    if (!stems.includes(word)) return false;
    const near = text.slice(from, from + reach);
    return stems.every((each) => near.includes(each));
  });
}

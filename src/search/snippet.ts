import { withQuote } from '../domain/passage-tones.js';
import type { RecordedPassage } from '../domain/record.js';
import { sentences, stem, words } from '../language/index.js';
import type { SearchTerm } from './request.js';

/** A quotation up to this many characters is shown whole. */
export const SHORT = 360;
const MOST_SENTENCES = 2;
/** A sentence on the theme asked about says more than one that shares a word with the question. */
const WHOLE_PHRASE = 2;

/**
 * The part of a quotation that answers: one or two neighbouring whole sentences that share most
 * with the question, never cut inside one. A short quotation is its own snippet. The snippet is a
 * run of the quotation, byte for byte.
 */
export function snippet(quote: string, terms: Pick<SearchTerm, 'stem' | 'themes'>[]): string {
  if (quote.length <= SHORT) return quote;
  const list = sentences(quote);
  const shared = list.map(sharedWith(terms));
  let best = 0;
  shared.forEach((count, i) => {
    if (count > (shared[best] ?? 0)) best = i;
  });
  const [from, to] =
    (shared[best + 1] ?? -1) >= (shared[best - 1] ?? -1) ? [best, best + 2] : [best - 1, best + 1];
  const chosen = list
    .slice(Math.max(0, from), Math.min(to, Math.max(0, from) + MOST_SENTENCES))
    .join(' ');
  const single = list[best] ?? quote;
  const run = chosen.length <= SHORT * 2 ? chosen : single;
  return quote.includes(run) ? run : quote;
}

/** Prepares a measure of how much sentences share with the words asked for. */
export function sharedWith(
  terms: Pick<SearchTerm, 'stem' | 'themes'>[],
): (sentence: string) => number {
  const stems = new Set(terms.map((term) => term.stem));
  const phrases = [...new Set(terms.flatMap((term) => term.themes))].map((theme) =>
    theme.terms.map((phrase) => ` ${words(phrase).map(stem).join(' ')} `),
  );
  return (sentence) => {
    const own = words(sentence).map(stem);
    const text = ` ${own.join(' ')} `;
    const onTheme = phrases.filter((each) => each.some((phrase) => text.includes(phrase))).length;
    return WHOLE_PHRASE * onTheme + new Set(own.filter((s) => stems.has(s))).size;
  };
}

/** A passage with a run of its quotation in place of the whole. */
export const narrowed = (recorded: RecordedPassage, quote: string): RecordedPassage => ({
  ...recorded,
  passage: withQuote(recorded.passage, quote),
});

import type { Span } from './question.js';

/** The places of the tokens that say what a span means. */
export function placesOf({ from, to, words }: Pick<Span, 'from' | 'to' | 'words'>): number[] {
  if (words) return words;
  const places: number[] = [];
  for (let at = from; at < to; at++) places.push(at);
  return places;
}

/**
 * Whether some spans say all of a question's `count` words between them: then nothing else is
 * asked than they say.
 */
export const sayAll = (spans: Span[], count: number): boolean =>
  new Set(spans.flatMap(placesOf)).size === count;

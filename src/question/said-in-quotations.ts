import type { Kind, Span } from './question.js';

/** What says of which visits a question is, and of which time. */
const OF_VISITS: ReadonlySet<Kind> = new Set([
  ...(['period', 'set_aside', 'visit', 'order', 'framework', 'release'] as const),
  ...(['interval', 'time_since', 'when'] as const),
]);
const FEWEST_QUOTED = 3;

/**
 * A quotation of some words is looked for as it stands: a year in it is not the time that is asked
 * about, nor "the last inspection" the visit.
 */
export function withoutSaidInQuotations(seen: Span[]): Span[] {
  const quotations = seen.filter(
    ({ kind, from, to }) => kind === 'quoted' && to - from >= FEWEST_QUOTED,
  );
  const isWithin = (span: Span) =>
    quotations.some(({ from, to }) => from <= span.from && span.to <= to);
  return seen.filter((span) => !OF_VISITS.has(span.kind) || !isWithin(span));
}

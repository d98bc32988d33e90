import type { Kind, Span } from './question.js';

const OF_MANY: ReadonlySet<Kind> = new Set(['place', 'council_type', 'neighbours']);

/** The annotators whose words mean so of one council alone. */
const OF_ONE: ReadonlySet<string> = new Set(['since-grades', 'areas-of-one']);

/**
 * Without what is meant of one council alone, where many are asked about: of each of them "since it
 * was inadequate" is another time, and their "best area" is a place.
 */
export function withoutMeantOfOne(seen: Span[]): Span[] {
  if (!seen.some(({ by }) => OF_ONE.has(by))) return seen;
  const councils = new Set(seen.flatMap(({ kind, value }) => (kind === 'council' ? [value] : [])));
  const isOfMany =
    councils.size > 1 ||
    seen.some(({ kind, value }) => OF_MANY.has(kind) || (kind === 'councils' && value !== 'ours'));
  return isOfMany ? seen.filter(({ by }) => !OF_ONE.has(by)) : seen;
}

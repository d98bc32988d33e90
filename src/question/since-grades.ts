import type { Kind, Span } from './question.js';

const OF_MANY: ReadonlySet<Kind> = new Set(['place', 'council_type', 'neighbours']);

/**
 * Without "since it was inadequate" where many councils are asked about: of each of them that is
 * another time, so that the grade alone is read.
 */
export function withoutSinceGradesOfMany(seen: Span[]): Span[] {
  if (!seen.some(({ kind }) => kind === 'since_grade')) return seen;
  const councils = new Set(seen.flatMap(({ kind, value }) => (kind === 'council' ? [value] : [])));
  const isOfMany =
    councils.size > 1 ||
    seen.some(({ kind, value }) => OF_MANY.has(kind) || (kind === 'councils' && value !== 'ours'));
  return isOfMany ? seen.filter(({ kind }) => kind !== 'since_grade') : seen;
}

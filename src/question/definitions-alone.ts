import { termsOfInspection } from '../domain/terms.js';
import type { Kind, Span } from './question.js';

const OF_COUNCILS: ReadonlySet<Kind> = new Set([
  'council',
  'former_council',
  'place',
  'council_type',
  'neighbours',
]);

/**
 * Without the definitions that are none: "what is the front door like in Barnsley" asks for what
 * was found there, where "what does inadequate mean for Kent" asks what the word means.
 */
export function withoutDefinitionsOfCouncils(seen: Span[]): Span[] {
  const isWithinTerm = (at: number) =>
    seen.some(({ kind, from, to }) => kind === 'definition' && from <= at && at < to);
  const isOfCouncils = seen.some(
    ({ kind, value, from }) =>
      OF_COUNCILS.has(kind) || (kind === 'councils' && value !== 'ours' && !isWithinTerm(from)),
  );
  if (!isOfCouncils) return seen;
  return seen.filter(
    (span) => span.kind !== 'definition' || termsOfInspection().get(span.value)?.beside === true,
  );
}

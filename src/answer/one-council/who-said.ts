import type { RecordedPassage } from '../../domain/record.js';
import { spansOf, textWithout } from '../../question/index.js';
import { withExactPhrase } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { requestOf } from '../search-request.js';
import { visitsMeant } from './about.js';
import { type NothingFacts, nothing } from './nothing.js';
import { type PassagesFacts, passages } from './passages.js';

/** The passages with the words asked after, whose speakers answer the question; or nothing. */
export type WhoSaidFacts =
  | { found: 'passages'; passages: PassagesFacts }
  | { found: 'nothing'; nothing: NothingFacts };

/**
 * Looks for who said something: passages with the very words come first, then those of the council
 * and its office holders, whom such a question mostly means, where they come as close as others.
 */
export function whoSaid(asked: AskedOfOne): WhoSaidFacts {
  const { authority, question, context } = asked;
  const kind = { speaker: 'council', tone: null, recommendations: false } as const;
  const request = requestOf(question, [authority.urn], context, kind);
  const asking = spansOf(question, 'speaker');
  const terms = request.terms.filter(
    ({ position }) => !asking.some(({ from, to }) => from <= position && position < to),
  );
  const result = context.search.find({ ...request, terms });
  const exact = withTheWords(asked);
  const keys = new Set(exact.map(({ key }) => key));
  const ranked = [
    ...exact,
    ...result.hits.map(({ passage }) => passage).filter(({ key }) => !keys.has(key)),
  ];
  return ranked.length > 0
    ? { found: 'passages', passages: passages(asked, ranked, terms) }
    : { found: 'nothing', nothing: nothing(asked, request, result) };
}

/** The fewest words that are looked for as they stand. */
const FEWEST_WORDS = 3;

function withTheWords(asked: AskedOfOne): RecordedPassage[] {
  const { question, context } = asked;
  const words = textWithout(question, ['speaker', 'council', 'period', 'visit']);
  if (words.split(' ').length < FEWEST_WORDS) return [];
  const visits = new Set(visitsMeant(asked).map(({ id }) => id));
  return withExactPhrase(
    context.record.passages.filter(({ visit }) => visits.has(visit.id)),
    words,
  );
}

import type { RecordedPassage } from '../../domain/record.js';
import { spansOf } from '../../question/index.js';
import { highestCoverage } from '../../search/index.js';
import type { AskedOfOne } from '../asked.js';
import { requestOf } from '../search-request.js';
import { type NothingFacts, nothing } from './nothing.js';
import { type PassagesFacts, passages } from './passages.js';
import { withTheWords } from './with-the-words.js';

/** The passages with the words asked after, whose speakers answer the question; or nothing. */
export type WhoSaidFacts =
  | { found: 'passages'; passages: PassagesFacts }
  | { found: 'nothing'; nothing: NothingFacts };

/** A statement that covers this share of what the best passage covers comes before findings. */
const AS_COVERED = 0.75;

/**
 * Looks for who said something: passages with the very words come first, then what the council, its
 * office holders and other people stated, whom such a question mostly means, where it comes about
 * as close as the rest.
 */
export function whoSaid(asked: AskedOfOne): WhoSaidFacts {
  const { authority, question, context } = asked;
  const request = requestOf(question, [authority.urn], context);
  const asking = spansOf(question, 'speaker');
  const terms = request.terms.filter(
    ({ position }) => !asking.some(({ from, to }) => from <= position && position < to),
  );
  const result = context.search.find({ ...request, terms });
  const least = AS_COVERED * highestCoverage(result.hits);
  const [stated, others] = [true, false].map((wanted) =>
    result.hits
      .filter((hit) => (isStatement(hit.passage) && hit.coverage >= least) === wanted)
      .map(({ passage }) => passage),
  );
  const ranked = [
    ...new Map(
      [...withTheWords(asked), ...(stated ?? []), ...(others ?? [])].map(
        (p) => [p.key, p] as const,
      ),
    ).values(),
  ];
  return ranked.length > 0
    ? { found: 'passages', passages: passages(asked, ranked, terms) }
    : { found: 'nothing', nothing: nothing(asked, { ...request, terms }, result) };
}

const isStatement = ({ passage: { kind, speaker } }: RecordedPassage): boolean =>
  kind === 'statement' || speaker.kind === 'council' || speaker.kind === 'office_holder';

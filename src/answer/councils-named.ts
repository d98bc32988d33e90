import type { LocalAuthority } from '../domain/authority.js';
import {
  type FormerCouncil,
  type Question,
  type Span,
  says,
  spansOf,
  speaksOfOwnCouncil,
} from '../question/index.js';
import type { Asked } from './asked.js';

/**
 * A question about the statistical neighbours of the one council that it names, as one about a kind
 * of council (to compare with them is to ask for their grades); `null` where it is none, or the
 * register does not know that council's neighbours.
 */
export function aboutNeighbours({ question, context }: Asked): Question | null {
  const [near] = spansOf(question, 'neighbours');
  const [authority, ...others] = new Set(spansOf(question, 'council').map(({ value }) => value));
  const isOfAverage = spansOf(question, 'quantity').some(({ value }) => value === 'average');
  if (!near || !authority?.neighbours || others.length > 0 || isOfAverage) return null;
  const own = new Set(authority.neighbours);
  const councils = context.record.authorities.filter(({ urn }) => own.has(urn));
  // How they do as a whole is what they were graded.
  const asksAfterThem = !says(question, 'theme', 'grade', 'rating');
  const name = `statistical neighbours of ${authority.name}`;
  return withSpans(question, (span) => {
    if (span === near) return { ...span, kind: 'council_type', value: { name, councils } };
    if (span.kind === 'comparison' || (span.kind === 'whole' && asksAfterThem))
      return { ...span, kind: 'rating', value: 'asked' };
    return span.kind === 'council' || span.kind === 'neighbours' ? asFiller(span) : span;
  });
}

/** A question about a council that is no more, as one about `own`, the council of the register. */
export const aboutFormer = (
  question: Question,
  former: FormerCouncil,
  own: LocalAuthority,
): Question =>
  withSpans(question, (span) =>
    span.kind === 'former_council' && span.value === former
      ? { ...span, kind: 'council', value: own }
      : span,
  );

/** The question with "compare" saying nothing, for there is nothing to compare to. */
const withoutComparison = (question: Question): Question =>
  withSpans(question, (span) => (span.kind === 'comparison' ? asFiller(span) : span));

/**
 * The question as it is answered where only one of the councils that it names is covered: with
 * nothing to compare it to, "compare" says nothing.
 */
export function alone(asked: Asked): Asked {
  const { question } = asked;
  // "Compare leeds with leeds" names two.
  const isAlone = spansOf(question, 'council').length < 2;
  return isAlone ? asked : { ...asked, question: withoutComparison(question) };
}

/** A span that says nothing any more, and whose words are not searched for either. */
export const asFiller = (span: Span): Span => ({ ...span, kind: 'filler', value: 'elsewhere' });

/** The question with each of its spans changed. */
export const withSpans = (question: Question, change: (span: Span) => Span): Question => ({
  ...question,
  spans: question.spans.map(change),
});

/**
 * Whether one council is set beside the asker's own, which is not named; where the record has only
 * one, that is the one meant.
 */
export const isBesideOwn = ({ question, context: { covered } }: Asked): boolean =>
  covered.length > 1 &&
  says(question, 'comparison') &&
  new Set(spansOf(question, 'council').map(({ value }) => value)).size === 1 &&
  !says(question, 'neighbours', 'place') &&
  speaksOfOwnCouncil(question);

import type { LocalAuthority } from '../../domain/authority.js';
import { type Question, says, spansOf } from '../../question/index.js';
import type { Asked, AskedOfSeveral } from '../asked.js';
import { withSpans } from '../councils-named.js';

/** A council with the councils that it is compared to, and what these are called together. */
export type Group = { authority: LocalAuthority; others: LocalAuthority[]; name: string };

/**
 * The question that compares one council with its statistical neighbours, or with a region or
 * county ("bristol vs the rest of the south west"), as one about all of them, that council first;
 * `null` where it is none.
 */
export function comparedWithMany(asked: Asked): AskedOfSeveral | null {
  const { question, context } = asked;
  const [authority, ...more] = new Set(spansOf(question, 'council').map(({ value }) => value));
  if (!says(question, 'comparison') || !authority || more.length > 0) return null;
  // Beside the average of many is one council's own question.
  if (spansOf(question, 'quantity').some(({ value }) => value === 'average')) return null;
  const near = spansOf(question, 'neighbours').length > 0 ? authority.neighbours : null;
  const [place] = spansOf(question, 'place').filter(({ value }) => value.type !== 'everywhere');
  const urns = near ?? place?.value.councils.map(({ urn }) => urn);
  if (!urns) return null;
  const others = context.covered.filter(
    (each) => each !== authority && !each.ended && urns.includes(each.urn),
  );
  if (others.length === 0 || !context.covered.includes(authority)) return null;
  const name = near ? 'statistical neighbours' : `other ${place?.value.name} councils`;
  return {
    context,
    authorities: [authority, ...others],
    question: asGroup(question, { name, councils: others }),
  };
}

const asGroup = (
  question: Question,
  value: { name: string; councils: LocalAuthority[] },
): Question =>
  withSpans(question, (span) =>
    span.kind === 'neighbours' || span.kind === 'place'
      ? { ...span, kind: 'council_type', value }
      : span,
  );

/** The council and the group that a question compares, where it does. */
export function groupOf({ question, authorities }: AskedOfSeveral): Group | null {
  const [span] = spansOf(question, 'council_type');
  const [authority, ...others] = authorities;
  return span && authority ? { authority, others, name: span.value.name } : null;
}

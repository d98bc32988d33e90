import type { LocalAuthority } from '../../domain/authority.js';
import type { Choice } from '../answer.js';
import type { AnswerContext } from '../context.js';

/** What examples are made for: councils (URNs) that somebody follows, and what the last one is. */
type ExamplesOf = { own?: string[]; last?: 'help' | 'timeline' };

/**
 * Four questions that show what can be asked, of councils that somebody follows or else of those
 * that the record tells most of, in two regions.
 */
export function examplesFor(
  context: AnswerContext,
  { own = [], last = 'help' }: ExamplesOf = {},
): Choice[] {
  const { covered } = context;
  const [first, other = first] = councilsForExamples(context, own);
  if (!first || !other) return [{ label: 'Help', question: 'help' }];
  const of = (question: string): Choice => ({ label: question, question });
  return [
    of(`${first.name} latest`),
    covered.length > 1
      ? of('Which councils are inadequate now?')
      : of(`${first.name} strengths and concerns`),
    of(`What did inspectors say about care leavers in ${other.name}?`),
    of(last === 'help' ? 'Help' : `${first.name} timeline`),
  ];
}

/** Two councils for examples; one where the record has no more. */
function councilsForExamples({ covered, record }: AnswerContext, own: string[]): LocalAuthority[] {
  const told = new Map<string, number>();
  for (const { urn } of record.passages.all()) told.set(urn, (told.get(urn) ?? 0) + 1);
  const isTold = ({ urn }: LocalAuthority): boolean => told.size === 0 || told.has(urn);
  const byText = covered
    .filter((council) => !council.ended && isTold(council))
    .toSorted((a, b) => (told.get(b.urn) ?? 0) - (told.get(a.urn) ?? 0));
  const followed = own.flatMap((urn) => byText.find((each) => each.urn === urn) ?? []);
  const [first] = byText;
  const elsewhere = byText.find(({ region }) => region !== first?.region);
  const spread = [...followed, first, elsewhere, ...byText].filter((each) => each !== undefined);
  return [...new Set(spread)].slice(0, 2);
}

import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import type { Discarded, Span, SpanOfKind, Token } from './question.js';

const leads = finderOf(readVocabulary('left-out', z.literal('left_out')));

/** What joins the names of several that are left out. */
const JOINS = new Set(['and', 'or', 'nor', 'also']);

/**
 * The spans with the councils that a question of many leaves out ("which are good apart from leeds
 * and kent") as such, the words that say so being part of the first. A question that asks of those
 * that it names alone leaves none out.
 */
export function withCouncilsLeftOut(
  spans: Span[],
  tokens: Token[],
  discarded: Discarded[],
): Span[] {
  if (!spans.some(isOfMany)) return spans;
  const named = spans.filter((span): span is SpanOfKind<'council'> => span.kind === 'council');
  if (named.length === 0) return spans;
  const said = leads.find(tokens.map(({ word }) => word));
  const left: Span[] = [];
  for (const council of named) {
    const before = left.at(-1);
    const lead = said
      .filter(({ to }) => to === council.from)
      .reduce<number | null>((first, { from }) => Math.min(first ?? from, from), null);
    const isNext =
      before !== undefined &&
      tokens.slice(before.to, council.from).every(({ word }) => JOINS.has(word));
    if (lead === null && !isNext) continue;
    const from = lead ?? council.from;
    const surface = tokens.slice(from, council.to).map((token) => token.surface);
    left.push({ ...council, kind: 'left_out', from, surface: surface.join(' ') });
  }
  const taking = (span: Span) => left.find(({ from, to }) => span.from < to && from < span.to);
  return [
    ...spans.filter((span) => {
      const by = taking(span);
      if (by) discarded.push({ span, because: `left_out “${by.surface}”` });
      return !by;
    }),
    ...left,
  ];
}

const isOfMany = ({ kind, value }: Span): boolean =>
  kind === 'place' || kind === 'council_type' || (kind === 'councils' && value === 'many');

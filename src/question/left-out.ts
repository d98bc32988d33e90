import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import type { Discarded, Span, SpanOfKind, Token } from './question.js';

const leads = finderOf(readVocabulary('left-out', z.literal('left_out')));

/** What joins the names of several that are left out. */
const JOINS = new Set(['and', 'or', 'nor', 'also']);

/** What may stand before the name of what is left out: "except for those in the north west". */
const REACHING = new Set(
  'the those that are any all ones one in of from for at within across councils authorities boroughs'.split(
    ' ',
  ),
);

/** Councils, places and types of council can be left out. */
type Named = SpanOfKind<'council'> | SpanOfKind<'place'> | SpanOfKind<'council_type'>;

/**
 * The spans with what a question of many councils leaves out ("which are good apart from leeds and
 * kent", "not counting the ones in london") as such, the words that say so being part of the first.
 * A question that asks of those that it names alone leaves none out. Children may be placed outside
 * a place: one is left out beside a grade or a visit only.
 */
export function withLeftOut(spans: Span[], tokens: Token[], discarded: Discarded[]): Span[] {
  if (!spans.some(isOfMany)) return spans;
  const isOfFacts = spans.some(({ kind }) => FACTS.has(kind));
  const named = spans
    .filter((span): span is Named => span.kind === 'council' || (isOfFacts && isGroup(span)))
    .toSorted((a, b) => a.from - b.from);
  if (named.length === 0) return spans;
  const said = leads.find(tokens.map(({ word }) => word));
  const between = (from: number, to: number, among: ReadonlySet<string>) =>
    from <= to && tokens.slice(from, to).every(({ word }) => among.has(word));
  const left: Span[] = [];
  for (const name of named) {
    const before = left.at(-1);
    const reaching = isGroup(name) ? REACHING : NOTHING;
    const lead = said
      .filter(({ to }) => between(to, name.from, reaching))
      .reduce<number | null>((first, { from }) => Math.min(first ?? from, from), null);
    const isNext =
      before !== undefined &&
      tokens.slice(before.to, name.from).some(({ word }) => JOINS.has(word)) &&
      between(before.to, name.from, JOINED);
    if (lead === null && !isNext) continue;
    const from = lead ?? before?.to ?? name.from;
    const { to, by, byLikeness } = name;
    const surface = tokens.slice(from, to).map((token) => token.surface);
    const councils = name.kind === 'council' ? [name.value] : name.value.councils;
    const value = { name: name.value.name, councils };
    left.push({ kind: 'left_out', value, from, to, by, byLikeness, surface: surface.join(' ') });
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

const NOTHING: ReadonlySet<string> = new Set();
const JOINED: ReadonlySet<string> = new Set([...JOINS, ...REACHING]);

const FACTS: ReadonlySet<Span['kind']> = new Set(['grade', 'rating', 'visit', 'order', 'movement']);

const isGroup = ({ kind, value }: Span): boolean =>
  (kind === 'place' && value.type !== 'everywhere') || kind === 'council_type';

const isOfMany = ({ kind, value }: Span): boolean =>
  kind === 'place' || kind === 'council_type' || (kind === 'councils' && value === 'many');

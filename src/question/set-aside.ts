import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import type { Discarded, Span, Token } from './question.js';

const aside = finderOf(readVocabulary('set-aside', z.literal('aside')));

/** What may follow the time: "the 2018 one". */
const ONE = new Set(['one', 'ones']);

/**
 * The spans with the times that are set aside ("not the 2018 one") as such, each with the words
 * that say so and what it names; "not inspected in 2018" sets none aside, nor does a question of
 * many councils.
 */
export function withTimesSetAside(spans: Span[], tokens: Token[], discarded: Discarded[]): Span[] {
  const isOfMany = spans.some(({ kind, value }) => kind === 'councils' && value === 'many');
  if (isOfMany || !spans.some(({ kind }) => kind === 'period')) return spans;
  const leads = aside.find(tokens.map(({ word }) => word));
  let list = spans;
  for (const period of spans) {
    if (period.kind !== 'period') continue;
    const lead = leads.find(({ to }) => to === period.from);
    if (!lead) continue;
    const end = period.to + Number(ONE.has(tokens[period.to]?.word ?? ''));
    const named = spans.find(({ kind, from }) => kind === 'visit' && from === end);
    const [from, to] = [lead.from, named?.to ?? end];
    const isPart = (span: Span) => span.from < to && from < span.to;
    for (const span of list.filter(isPart))
      discarded.push({ span, because: `set_aside “${period.surface}”` });
    const surface = tokens.slice(from, to).map((token) => token.surface);
    const set: Span = { ...period, kind: 'set_aside', from, to, surface: surface.join(' ') };
    list = [...list.filter((span) => !isPart(span)), set];
  }
  return list;
}

import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import type { Discarded, Span, Token } from './question.js';
import { saidIn } from './said.js';

const vocabulary = readVocabulary('set-aside', z.enum(['aside', 'area_aside']));
const finder = finderOf(vocabulary);
const leadsOf = (which: 'aside' | 'area_aside', tokens: Token[]) =>
  finder.find(saidIn(tokens).all).filter(({ value }) => value === which);

/** Words that leave a kind of visit out of what one council had; of many, they ask who had none. */
const NONE = new Set(['without', 'minus', 'no', 'with']);
/** "Without counting" leaves out, of many as of one. */
const COUNTING = new Set(['counting', 'including', 'considering']);

const isOfMany = ({ kind, value }: Span): boolean =>
  kind === 'place' || kind === 'council_type' || (kind === 'councils' && value === 'many');

/**
 * The spans seen with what asks for councils that had a visit only where the grades of many are
 * asked about: else "had a" says nothing.
 */
export const withVisitConditionsOfMany = (seen: Span[]): Span[] => {
  const isOfGrades = seen.some(
    ({ kind, value }) =>
      kind === 'grade' || kind === 'rating' || (kind === 'movement' && value !== 'ever'),
  );
  return isOfGrades && seen.some(isOfMany)
    ? seen
    : seen.filter(({ kind }) => kind !== 'visit_condition');
};

/** The spans seen without the kinds of visit that "without" or "no" asks many councils for. */
export const withKindsAsideOfOne = (seen: Span[], tokens: Token[]): Span[] => {
  const isOfOne =
    seen.some(({ kind }) => kind === 'council' || kind === 'former_council') &&
    !seen.some(isOfMany);
  const isNone = ({ kind, from }: Span) =>
    kind === 'kinds_aside' &&
    NONE.has(tokens[from]?.word ?? '') &&
    !COUNTING.has(tokens[from + 1]?.word ?? '');
  return isOfOne ? seen : seen.filter((span) => !isNone(span));
};

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
  const leads = leadsOf('aside', tokens);
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

/**
 * The spans with the areas that are set aside ("children in care, not care leavers") as such: those
 * right after the words that say so, where another area is asked about. Beside a grade "not" turns
 * the grade round, and of many councils it is held against each.
 */
export function withAreasSetAside(spans: Span[], tokens: Token[], discarded: Discarded[]): Span[] {
  const areas = spans.filter(({ kind }) => kind === 'area');
  const isElse = spans.some(
    ({ kind, value }) =>
      kind === 'grade' || kind === 'place' || (kind === 'councils' && value === 'many'),
  );
  if (areas.length < 2 || isElse) return spans;
  const leads = leadsOf('area_aside', tokens);
  let list = spans;
  for (const area of areas) {
    const found = leads.filter(({ to }) => to === area.from);
    if (found.length === 0 || !list.some((span) => span !== area && span.kind === 'area')) continue;
    const from = Math.min(...found.map((lead) => lead.from));
    const { to, surface } = area;
    const isPart = (span: Span) => span.from < to && from < span.to;
    for (const span of list.filter(isPart))
      discarded.push({ span, because: `area_aside “${surface}”` });
    const by = 'set-aside';
    list = [
      ...list.filter((span) => !isPart(span)),
      { kind: 'area_aside', value: surface, from, to, surface, by },
    ];
  }
  return list;
}

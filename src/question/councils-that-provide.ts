import { z } from 'zod';
import { finderOf, readVocabulary } from '../domain/vocabulary.js';
import type { Discarded, Span, SpanOfKind, Token } from './question.js';

const leads = finderOf(readVocabulary('providers', z.literal('provider')));

/**
 * The spans without the councils by which a service of another one named is run ("what does
 * Hampshire run for the Isle of Wight"): they are words to look for in the other's reports, and
 * nothing is set side by side.
 */
export function withoutProviders(spans: Span[], tokens: Token[], discarded: Discarded[]): Span[] {
  const named = spans.filter((span): span is SpanOfKind<'council'> => span.kind === 'council');
  if (new Set(named.map(({ value }) => value)).size < 2) return spans;
  const said = leads.find(tokens.map(({ word }) => word));
  const providers = named.filter(({ from }) => said.some(({ to }) => to === from));
  if (providers.length === 0 || providers.length === named.length) return spans;
  for (const span of providers) discarded.push({ span, because: 'it runs a service of another' });
  return spans.filter((span) => !providers.some((each) => each === span));
}

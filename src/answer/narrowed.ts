import { isUngraded } from '../domain/named-kinds.js';
import {
  isMeant,
  type Question,
  type Span,
  type SpanOfKind,
  spansOf,
  type VisitFilter,
} from '../question/index.js';
import { listedMonths } from './across/visit-rows.js';
import type { Chosen } from './ask-back.js';
import type { Asked } from './asked.js';
import type { Scope } from './scope.js';
import { havingLines } from './wording/scope.js';

/**
 * Answers a question about the grades of those councils that had (or had not) a focused or a
 * monitoring visit as one about these alone: "which councils had a monitoring visit and are still
 * inadequate". `null` where it asks no such thing, or there are none.
 */
export function narrowedByVisits(
  asked: Asked,
  scope: Scope,
  answerOf: (asked: Asked, scope: Scope) => Chosen,
): Chosen | null {
  const { question, context } = asked;
  const [condition, ...others] = spansOf(question, 'visit_condition');
  const visit = spansOf(question, 'visit').find(({ from }) => from === condition?.to);
  const kind = visit?.value.kind;
  if (!condition || others.length > 0 || !visit || !kind || !isUngraded(kind)) return null;
  const period = periodOf(visit, question);
  const filter: VisitFilter = { kind, ordinal: visit.value.ordinal, period: period?.value ?? null };
  const had = condition.value === 'had';
  const authorities = scope.authorities.filter(
    ({ urn }) => context.visitsOf(urn).some((each) => isMeant(each, filter)) === had,
  );
  if (authorities.length === 0) return null;
  const having = { kind, had, period: filter.period, listed: listedMonths(context) };
  const narrowed = { ...scope, having, authorities };
  const rest = withoutSpans(question, [condition, visit, ...(period ? [period] : [])]);
  const { intent, answer } = answerOf({ ...asked, question: rest }, narrowed);
  return { intent, answer: { ...answer, notes: [...havingLines(narrowed), ...answer.notes] } };
}

/** The time right after the visit, which is the visit's: "a monitoring visit in 2024". */
const periodOf = (visit: Span, question: Question): SpanOfKind<'period'> | undefined =>
  spansOf(question, 'period').find(({ from }) => from === visit.to);

/** A question whose words of some spans say nothing more. */
const withoutSpans = (question: Question, gone: Span[]): Question => ({
  ...question,
  spans: question.spans.map(
    (span): Span => (gone.includes(span) ? { ...span, kind: 'filler', value: 'little' } : span),
  ),
});

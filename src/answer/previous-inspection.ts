import type { LocalAuthority } from '../domain/authority.js';
import { formatMonth } from '../domain/dates.js';
import { isFullInspection } from '../domain/frameworks.js';
import { isNamedSo } from '../domain/named-kinds.js';
import type { Visit } from '../domain/visit.js';
import {
  firstOf,
  isMeant,
  type Period,
  type Question,
  type Span,
  says,
  spansOf,
} from '../question/index.js';
import type { AnswerContext } from './context.js';
import { asFiller, withSpans } from './councils-named.js';

/**
 * A question about the previous inspection of a council as one about the months of that visit, so
 * that every way to answer takes it; the same question where it does not ask for that, and `null`
 * where no earlier one is known. The previous one is the full inspection (or the visit of the kind
 * that is named) before the newest or, where a time is named as well, the newest of that time.
 */
export function aboutPrevious(
  question: Question,
  { urn }: LocalAuthority,
  { visitsOf }: AnswerContext,
): Question | null {
  const order = spansOf(question, 'order').find(({ value }) => value === 'previous');
  if (!order || says(question, ...OF_HISTORY)) return question;
  // "The last visit, and the one before": both, and not the one instead of the other.
  const asksNewest = spansOf(question, 'order').some(({ value }) => value === 'newest');
  if (asksNewest && says(question, 'when'))
    return withSpans(question, (span): Span => {
      if (span === order) return { ...order, kind: 'command', value: 'timeline' };
      return span.kind === 'when' || span.kind === 'visit' ? asFiller(span) : span;
    });
  const own = visitsOf(urn).filter(isOfKind(question));
  const period = firstOf(question, 'period');
  const visit = period
    ? own.find((each) => isMeant(each, { period, kind: null, ordinal: null }))
    : own[1];
  if (!visit) return null;
  return withSpans(question, (span): Span => {
    if (span === order) return { ...order, kind: 'period', value: monthsOf(visit) };
    return span.kind === 'period' ? asFiller(span) : span;
  });
}

/** Where these are said, the inspection before is what something is held against. */
const OF_HISTORY = ['movement', 'from_to', 'interval', 'trend', 'comparison', 'streak'] as const;

function isOfKind(question: Question): (visit: Visit) => boolean {
  const said = spansOf(question, 'visit').map(({ value }) => value);
  const kind = said.find((each) => each.kind !== null)?.kind;
  if (kind) return (visit) => isNamedSo(visit.kind, kind);
  const isOfAny = said.length > 0 && said.every((each) => each.said === 'visit');
  return isOfAny ? () => true : (visit) => isFullInspection(visit.kind);
}

const YEAR = 'yyyy'.length;
const MONTH = 'yyyy-mm'.length;

/** The months in which inspectors were there; of a visit known by its year, all of that year. */
function monthsOf({ start, end, period }: Visit): Period {
  if (period.length === YEAR)
    return { from: `${period}-01`, to: `${period}-12`, label: `in ${period}` };
  const from = (start ?? period).slice(0, MONTH);
  return { from, to: (end ?? period).slice(0, MONTH), label: `in ${formatMonth(from)}` };
}

import type { Discarded, Kind, Span, Token } from './question.js';

/** Kinds beside which a grade's word is a grade: somebody asks who has it, or how it changed. */
const ASKS_FOR_GRADES: ReadonlySet<Kind> = new Set([
  'rating',
  'councils',
  'council_type',
  'visit',
  'movement',
  'every_area',
  'area',
  'times',
  'streak',
  'tally',
  'grades_apart',
  'interval',
  'from_to',
  'contrast',
  'grouping',
  'first_few',
]);

/** Kinds that may stand around a grade in a question that is about the grade alone. */
const AROUND: ReadonlySet<Kind> = new Set([
  'council',
  'former_council',
  'left_out',
  'kinds_aside',
  'area_aside',
  'place',
  'neighbours',
  'period',
  'set_aside',
  'visit',
  'framework',
  'negation',
  'standing',
  'order',
  'quantity',
  'comparison',
  'when',
  'release',
  'why',
  'trend',
  'mention',
  'whole',
  'speaker',
  'filler',
  'command',
  'grade',
  'lay_grade',
  ...ASKS_FOR_GRADES,
]);

/** Whether a kind may stand around a grade in a question that is about the grade alone. */
export const standsAroundGrades = (kind: Kind): boolean => AROUND.has(kind);

/** A grade's word right before one of these is said of a council, not of the noun that follows. */
const MAY_FOLLOW: ReadonlySet<Kind> = new Set([...AROUND, 'out_of_scope']);

/**
 * The spans seen without the praise of "good at" right before an area that Ofsted grades: "good at
 * help and protection" asks for the grade, "good at listening" for what was praised.
 */
export const withoutPraiseOfAreas = (seen: Span[]): Span[] =>
  seen.filter(
    (span) =>
      span.kind !== 'tone' ||
      !seen.some(({ kind, from }) => kind === 'area' && from === span.to) ||
      !seen.some(
        ({ kind, from, to }) => kind === 'grade' && from >= span.from && to === span.to - 1,
      ),
  );

/**
 * "Inadequate" and "good" are grades where grades are asked for, and everyday words before a noun
 * ("inadequate supervision", "good early help"). Those that are none are dropped, so that their
 * words are read like any other. Without a grade or a visit, "have been" is no more than a tense.
 */
export function gradesInContext(
  spans: Span[],
  tokens: Token[],
): { kept: Span[]; dropped: Discarded[] } {
  if (!spans.some(({ kind }) => kind === 'grade' || kind === 'movement'))
    return { kept: spans, dropped: [] };
  const others = spans.filter(({ kind }) => kind !== 'grade');
  const kindAt = tokens.map(
    (_, at) =>
      spans.find(({ from, to, words }) => (words ? words.includes(at) : from <= at && at < to))
        ?.kind ?? null,
  );
  const aloneOrAsked =
    others.some(({ kind, value }) => ASKS_FOR_GRADES.has(kind) || value === 'coverage') ||
    kindAt.every((kind) => kind !== null && AROUND.has(kind));
  const dropped: Discarded[] = [];
  const kept = spans.filter((span) => {
    if (span.kind !== 'grade') return true;
    const next = kindAt[firstBehind(span, others)];
    const beforeNoun = next === null || (next !== undefined && !MAY_FOLLOW.has(next));
    const isPhrase = span.to - span.from > 1;
    const rated = others.some(({ kind }) => kind === 'rating');
    const isGrade = aloneOrAsked && (isPhrase || rated || !beforeNoun);
    if (!isGrade) dropped.push({ span, because: 'no grade is asked for here' });
    return isGrade;
  });
  const isOfVisits = kept.some(({ kind }) => ASKS_FOR_TIMES.has(kind));
  const meant = isOfVisits ? kept : kept.filter((span) => !isPerfect(span, tokens));
  return { kept: meant, dropped };
}

/** The place of the first word behind a span that may name a thing by itself ("local offer"). */
function firstBehind({ to }: Span, others: Span[]): number {
  const next = others.find(
    ({ kind, value, from }) =>
      kind === 'filler' && (value === 'field' || value === 'loose') && from === to,
  );
  return next ? firstBehind(next, others) : to;
}

/** Kinds of which "have been" says that any time is meant. */
const ASKS_FOR_TIMES: ReadonlySet<Kind> = new Set([
  ...(['grade', 'rating', 'visit', 'interval', 'times', 'streak', 'tally'] as const),
]);

/** "Have been" before any other word ("have been criticised") asks for no history. */
const isPerfect = ({ kind, value, from, to }: Span, tokens: Token[]): boolean =>
  kind === 'movement' &&
  value === 'ever' &&
  to - from === 2 &&
  tokens[to - 1]?.word === 'been' &&
  tokens[from]?.word !== 'ever';

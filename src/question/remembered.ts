import { formatDate, formatMonth } from '../domain/dates.js';
import { areaName, Grade } from '../domain/judgement.js';
import type { Remembered, RememberedPart, Slot } from '../domain/remembered.js';
import { type Theme, themeInSentence } from '../domain/theme.js';
import { layRunsIn } from './lay-runs.js';
import { EARLIEST, LATEST } from './period/months.js';
import type { Kind, Period, Question, Span, Values } from './question.js';
import { shareToken } from './refine.js';
import { residue, says, spansOf } from './residue.js';

/** What is remembered of a question alone; its answer adds what it quoted. */
type RememberedQuestion = Pick<Remembered, 'parts' | 'hasOtherWords' | 'isInPart'>;

type Said = { [K in Kind]?: { slot: Slot; say: (value: Values[K]) => string | null } };

const TONES = { praise: 'strengths', criticism: 'concerns' };
const NAMED: Partial<Record<Values['command'], string>> = {
  timeline: 'timeline',
  sources: 'sources',
};

/** Movements and bounds of grades in words that are read so again. */
const MOVED: Partial<Record<Values['movement'], string>> = {
  changed: 'changed',
  improved: 'improved',
  declined: 'declined',
};
const BOUNDS: Record<Values['negation'], string> = {
  not: 'not',
  never: 'never',
  above: 'above',
  below: 'below',
  at_least: 'or better',
  at_most: 'or worse',
  outside: 'outside',
  without: 'without',
};

const TRENDS: Partial<Record<Values['trend'], string>> = {
  better: 'getting better',
  worse: 'getting worse',
};

const ORDERS: Partial<Record<Values['order'], string>> = {
  previous: 'previous inspection',
};

/** How the neighbours of a council are said again. */
export const NEIGHBOURS = 'statistical neighbours';

/** How each kind is said again. */
const SAID: Said = {
  council: { slot: 'councils', say: ({ name }) => name },
  former_council: { slot: 'councils', say: ({ name }) => name },
  place: { slot: 'places', say: ({ name }) => name },
  council_type: { slot: 'places', say: ({ name }) => name },
  left_out: { slot: 'places', say: ({ name }) => `except ${name}` },
  theme: { slot: 'subject', say: ([theme]) => (theme ? themeSaid(theme) : null) },
  subject: { slot: 'subject', say: (name) => name },
  area: { slot: 'subject', say: ([area]) => (area ? areaName(area).toLowerCase() : null) },
  command: { slot: 'subject', say: (command) => NAMED[command] ?? null },
  recommendations: { slot: 'subject', say: () => 'recommendations' },
  inspector: { slot: 'subject', say: (who) => (who === 'asked' ? 'lead inspector' : who) },
  grade: { slot: 'subject', say: (grade) => grade },
  rating: { slot: 'subject', say: () => 'grades' },
  from_to: { slot: 'subject', say: (which) => which },
  movement: { slot: 'subject', say: (movement) => MOVED[movement] ?? null },
  negation: { slot: 'subject', say: (bound) => BOUNDS[bound] },
  neighbours: { slot: 'kind', say: () => NEIGHBOURS },
  why: { slot: 'kind', say: () => 'why' },
  tone: { slot: 'kind', say: (tone) => TONES[tone] },
  quantity: { slot: 'kind', say: (of) => (of === 'count' ? 'how many' : null) },
  trend: { slot: 'kind', say: (trend) => TRENDS[trend] ?? null },
  councils: { slot: 'many', say: (which) => (which === 'many' ? 'which councils' : null) },
  period: { slot: 'time', say: (period) => periodSaid(period) },
  visit: { slot: 'time', say: ({ kind }) => kind },
  order: { slot: 'time', say: (order) => ORDERS[order] ?? null },
  since_grade: { slot: 'time', say: (grade) => (grade === 'any' ? null : `since it was ${grade}`) },
};

/** What a conversation keeps of a question. */
export function remember(question: Question): RememberedQuestion {
  const spans = question.spans.filter((span) => !hasNearer(span, question));
  const parts = spans.flatMap(({ kind, value }) => saidOf(kind, value) ?? []);
  const isInPart = spans.some(
    // "Latest" is what is meant where no time is named, and "it" the council that is.
    ({ kind, value }) =>
      !PUTS.has(kind) && value !== 'newest' && value !== 'ours' && !saidOf(kind, value),
  );
  const distinct = parts.filter(
    (part, i) => parts.findIndex(({ said }) => said === part.said) === i,
  );
  const everyday = everydaySubjects(question);
  const hasOtherWords = residue(question).some(
    ({ at }) => !everyday.some(({ from, to }) => from <= at && at < to),
  );
  const named = [...distinct, ...everyday.map(({ part }) => part)];
  return { parts: named.slice(0, MOST_PARTS), hasOtherWords, isInPart };
}

const MOST_PARTS = 20;

/** Words that no vocabulary of subjects has, by what inspectors call it ("dads" as fathers). */
function everydaySubjects(
  question: Question,
): { from: number; to: number; part: RememberedPart }[] {
  const left = new Set(residue(question).map(({ at }) => at));
  const found: { from: number; to: number; part: RememberedPart }[] = [];
  for (const { from, to, entry } of layRunsIn(question.tokens)) {
    const places = question.tokens.slice(from, to).map(({ at }) => at);
    const [said] = entry.means;
    const isFree = found.every((each) => each.to <= from || to <= each.from);
    if (!said || !isFree || !places.every((at) => left.has(at))) continue;
    found.push({ from, to, part: { slot: 'subject', said } });
  }
  return found;
}

/**
 * Whether another span says the same words more nearly: "knife crime" is a subject, and leads to a
 * wider theme; "care leavers" is an area where grades are asked for, and a theme elsewhere.
 */
function hasNearer(span: Span, question: Question): boolean {
  const isOfGrades = says(question, 'grade', 'rating');
  const nearer: Partial<Record<Kind, Kind[]>> = isOfGrades
    ? { theme: ['subject', 'movement', 'area'] }
    : { theme: ['subject', 'movement'], area: ['theme'] };
  return (nearer[span.kind] ?? []).some((kind) =>
    spansOf(question, kind).some((other) => shareToken(other, span)),
  );
}

/** Kinds that say how the rest is put, and ask nothing by themselves. */
const PUTS: ReadonlySet<Kind> = new Set([
  'filler',
  'claim',
  'speaker',
  'when',
  'command',
  'visit',
  'comparison',
  'contrast',
  'whole',
]);

function saidOf(kind: Kind, value: unknown): RememberedPart | null {
  const row = SAID[kind];
  // The row of a kind takes the values of that kind, which the compiler cannot see.
  const said = (row?.say as ((value: unknown) => string | null) | undefined)?.(value);
  return row && said ? { slot: row.slot, said } : null;
}

/** What is asked of grades, documents and visits, and not of a theme of the reports. */
const OF_NO_THEME: ReadonlySet<string> = new Set([
  ...Grade.options,
  ...Object.values(MOVED),
  ...Object.values(BOUNDS),
  ...Object.values(NAMED),
  ...['recommendations', 'lead inspector', 'grades', 'from', 'to'],
]);

/** Whether a part names a theme of the reports, an area, or a narrower subject. */
export const isOfTheme = ({ slot, said }: RememberedPart): boolean =>
  slot === 'subject' && !OF_NO_THEME.has(said);

/** How what a span says is said again; null where there is no name for it. */
export const saidAgain = ({ kind, value }: Span): string | null =>
  saidOf(kind, value)?.said ?? null;

/** The name of a theme; one that explains itself after a colon is named by its first term. */
const themeSaid = (theme: Theme): string =>
  theme.name.includes(':') ? (theme.terms[0] ?? theme.name) : themeInSentence(theme);

/** A period in words that are read as the same period again. */
function periodSaid({ from, to, asOf, day }: Period): string {
  if (asOf && day) return `as of ${formatDate(day)}`;
  if (asOf) return `as of ${formatMonth(to)}`;
  if (from === to) return `in ${formatMonth(from)}`;
  if (from <= EARLIEST) return `until ${formatMonth(to)}`;
  if (to >= LATEST) return `since ${formatMonth(from)}`;
  const isYear = from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01') && to.endsWith('-12');
  return isYear ? `in ${from.slice(0, 4)}` : `from ${formatMonth(from)} to ${formatMonth(to)}`;
}

import { gradeGroupsOf } from './grade-groups.js';
import { EARLIEST } from './period/months.js';
import type { Kind, Place, Question, Span } from './question.js';
import { BESIDE, placesOf } from './refine.js';
import { residue } from './residue.js';

/**
 * Something that a question says, as intents ask for it: a kind of span, or a kind with its value
 * ("order.newest"); `residue` where words are left that no annotator understood.
 */
export type Feature = Kind | `${Kind}.${string}` | 'residue';

/**
 * Features with the words that say them, and the places of these; `span` is `null` for residue.
 */
export type Said = { features: Feature[]; surface: string; places: number[]; span: Span | null };

/** Everything that a question says, in order of its place. */
export function featuresOf(question: Question): Said[] {
  const said = question.spans.map((span): Said & { at: number } => ({
    features: featuresOfSpan(span, question),
    surface: span.surface,
    places: placesOf(span),
    span,
    at: span.from,
  }));
  const left = residue(question).map(({ surface, at }): Said & { at: number } => ({
    features: ['residue'],
    surface,
    places: [at],
    span: null,
    at,
  }));
  for (const each of said)
    if (each.span && standsBetweenGrades(each.span, question))
      each.features.push(`${each.span.kind}.between`);
  const several = (['grade', 'area'] as const).filter((kind) => isSeveral(question, kind));
  for (const each of said)
    for (const kind of several) if (each.span?.kind === kind) each.features.push(`${kind}.several`);
  return [...said, ...left].sort((a, b) => a.at - b.at);
}

/** Whether "ever" or "never" stands between two grades: one was, and the other is. */
const standsBetweenGrades = ({ kind, value, from }: Span, question: Question): boolean =>
  ((kind === 'movement' && value === 'ever') || (kind === 'negation' && value === 'never')) &&
  gradeGroupsOf(question).some((grade) => grade.to <= from) &&
  gradeGroupsOf(question).some((grade) => grade.from > from);

/** Whether a question names several grades, or several areas. */
const isSeveral = ({ spans }: Question, kind: Kind): boolean =>
  new Set(spans.filter((span) => span.kind === kind).map(({ value }) => String(value))).size > 1;

function featuresOfSpan(span: Span, question: Question): Feature[] {
  const { kind, value } = span;
  if (kind === 'out_of_scope')
    return [kind, `${kind}.${isAside(span, question) ? 'aside' : 'alone'}`];
  if (kind === 'place' && isAround(value, question)) return ['filler', 'filler.little'];
  // "It" beside "which councils" is one of those.
  if (kind === 'councils' && value === 'ours' && asksOfMany(question))
    return ['filler', 'filler.little'];
  if (kind === 'theme') return [kind, `${kind}.${themeSaid(span, question)}`];
  if (kind === 'visit')
    return [kind, value.kind || value.ordinal ? `${kind}.particular` : `${kind}.any`];
  // "The most inspections" is the most of them, too.
  if (kind === 'tally') return [kind, `${kind}.${value}`, `order.${value}`];
  if (kind === 'quoted') return [kind, span.to - span.from > 1 ? `${kind}.phrase` : `${kind}.word`];
  if (kind === 'period')
    return [
      kind,
      value.asOf ? `${kind}.as-of` : `${kind}.time`,
      ...(value.from === EARLIEST ? [`${kind}.before` as const] : []),
    ];
  if (kind === 'command' && value === 'coverage')
    return [kind, `${kind}.coverage`, 'councils.many'];
  if (kind === 'inspector') return [kind, value === 'asked' ? `${kind}.asked` : `${kind}.named`];
  return typeof value === 'string' ? [kind, `${kind}.${value}`] : [kind];
}

/** Whether a place is where a council that the question names is. */
const isAround = ({ councils }: Place, { spans }: Question): boolean =>
  spans.some((span) => span.kind === 'council' && councils.includes(span.value));

const asksOfMany = ({ spans }: Question): boolean =>
  spans.some((span) => span.kind === 'councils' && span.value === 'many');

/** A topic that reports may touch on beside a theme ("council tax" waived for care leavers). */
const isAside = (span: Span, { spans }: Question): boolean =>
  span.kind === 'out_of_scope' && !span.value.always && spans.some(({ kind }) => kind === 'theme');

/** Kinds that say how grades went through time. */
const CHANGES: ReadonlySet<Kind> = new Set(['movement', 'trend', 'order', 'interval', 'streak']);

/** Kinds whose words may stand within a theme's without saying what else they mean. */
const SMALL: ReadonlySet<Kind> = new Set([
  'negation',
  'councils',
  'contrast',
  'comparison',
  'quantity',
]);

/**
 * What a theme's words say beside the theme: an area that Ofsted grades, nothing but what was read
 * otherwise ("how long", "no longer inadequate"), or something of its own.
 */
function themeSaid(theme: Span, { spans }: Question): 'graded' | 'read' | 'other' {
  const places = placesOf(theme);
  const around = spans.filter(({ kind }) => !BESIDE.has(kind));
  const said = places.map((at) => around.filter((other) => placesOf(other).includes(at)));
  if (said.some((there) => there.some(({ kind }) => kind === 'area'))) return 'graded';
  const isRead = said.every((there) => there.some(({ kind }) => kind !== 'filler'));
  // "Got worse", "improved since": how grades went, with little words around it.
  const ofChange = said.filter((there) => there.some(({ kind }) => CHANGES.has(kind)));
  const isLittle = (there: Span[]) => there.some(({ value }) => value === 'little');
  if (ofChange.length > 0 && said.every((there) => ofChange.includes(there) || isLittle(there)))
    return 'read';
  return isRead && said.flat().some(({ kind }) => !SMALL.has(kind)) ? 'read' : 'other';
}

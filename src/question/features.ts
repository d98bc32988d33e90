import type { Kind, Place, Question, Span } from './question.js';
import { placesOf } from './refine.js';
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
  const several = (['grade', 'area'] as const).filter((kind) => isSeveral(question, kind));
  for (const each of said)
    for (const kind of several) if (each.span?.kind === kind) each.features.push(`${kind}.several`);
  return [...said, ...left].sort((a, b) => a.at - b.at);
}

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
  if (kind === 'theme') return [kind, `${kind}.${isGraded(span, question) ? 'graded' : 'other'}`];
  if (kind === 'visit')
    return [kind, value.kind || value.ordinal ? `${kind}.particular` : `${kind}.any`];
  if (kind === 'quoted') return [kind, span.to - span.from > 1 ? `${kind}.phrase` : `${kind}.word`];
  if (kind === 'period') return [kind, value.asOf ? `${kind}.as-of` : `${kind}.time`];
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

/** Whether the words of a theme name an area that Ofsted grades. */
function isGraded(theme: Span, { spans }: Question): boolean {
  const places = placesOf(theme);
  return spans.some(
    (other) => other.kind === 'area' && placesOf(other).some((at) => places.includes(at)),
  );
}

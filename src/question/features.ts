import type { Kind, Question, Span } from './question.js';
import { placesOf } from './refine.js';
import { residue } from './residue.js';

/**
 * Something that a question says, as intents ask for it: a kind of span, or a kind with its value
 * ("order.newest"); `residue` where words are left that no annotator understood.
 */
export type Feature = Kind | `${Kind}.${string}` | 'residue';

/** A feature with the words that say it; `span` is `null` for the residue. */
export type Said = { features: Feature[]; surface: string; span: Span | null };

/** Everything that a question says, in order of its place. */
export function featuresOf(question: Question): Said[] {
  const said = question.spans.map((span): Said & { at: number } => ({
    features: featuresOfSpan(span, question),
    surface: span.surface,
    span,
    at: span.from,
  }));
  const left = residue(question).map(({ surface, at }): Said & { at: number } => ({
    features: ['residue'],
    surface,
    span: null,
    at,
  }));
  return [...said, ...left].sort((a, b) => a.at - b.at);
}

function featuresOfSpan(span: Span, question: Question): Feature[] {
  const { kind, value } = span;
  if (kind === 'out_of_scope')
    return [kind, `${kind}.${isAside(span, question) ? 'aside' : 'alone'}`];
  if (kind === 'theme') return [kind, `${kind}.${isGraded(span, question) ? 'graded' : 'other'}`];
  if (kind === 'visit')
    return [kind, value.kind || value.ordinal ? `${kind}.particular` : `${kind}.any`];
  if (kind === 'inspector') return [kind, value === 'asked' ? `${kind}.asked` : `${kind}.named`];
  return typeof value === 'string' ? [kind, `${kind}.${value}`] : [kind];
}

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

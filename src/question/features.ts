import { isUngraded } from '../domain/named-kinds.js';
import { isVoice } from '../domain/particular-subjects.js';
import { isDeniedOfArea } from './denied-of-area.js';
import { gradeGroupsOf } from './grade-groups.js';
import { EARLIEST } from './period/months.js';
import { placesOf } from './places-of.js';
import type { Kind, Place, Question, Span } from './question.js';
import { BESIDE } from './refine.js';
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
  const several = MAY_BE_SEVERAL.filter((kind) => isSeveral(question, kind));
  for (const each of said)
    for (const kind of several) if (each.span?.kind === kind) each.features.push(`${kind}.several`);
  return [...said, ...left].sort((a, b) => a.at - b.at);
}

/**
 * Whether "ever" or "never" stands between two grades: one was, and the other is. A grade that is
 * named again ("the i-word at some time, inadequate I mean") is one grade.
 */
function standsBetweenGrades({ kind, value, from }: Span, question: Question): boolean {
  const isEver = kind === 'movement' && value === 'ever';
  if (!isEver && !(kind === 'negation' && value === 'never')) return false;
  const groups = gradeGroupsOf(question);
  const named = (those: typeof groups) => new Set(those.flatMap(({ grades }) => grades));
  const before = named(groups.filter((group) => group.to <= from));
  const after = named(groups.filter((group) => group.from > from));
  return before.size > 0 && [...after].some((grade) => !before.has(grade));
}

/** Kinds of which a question may name more than one, where it matters that they are several. */
const MAY_BE_SEVERAL = [
  'grade',
  'area',
  'place',
  'council_type',
  'period',
  'framework',
  'inspector',
  'visit',
] as const;

/** Whether a question names several of a kind that are not the same. */
const isSeveral = ({ spans }: Question, kind: Kind): boolean =>
  new Set(spans.filter((span) => span.kind === kind).flatMap(nameOf)).size > 1;

/** By what name two of a kind are the same; nothing where a span names none in particular. */
function nameOf({ kind, value }: Span): string | never[] {
  switch (kind) {
    case 'council_type':
    case 'place':
      return value.name;
    case 'period':
      return `${value.from} to ${value.to}`;
    case 'visit':
      return value.kind ?? [];
    case 'inspector':
      return value === 'asked' ? [] : value;
    default:
      return String(value);
  }
}

function featuresOfSpan(span: Span, question: Question): Feature[] {
  const { kind, value } = span;
  if (kind === 'out_of_scope')
    return [kind, `${kind}.${isAside(span, question) ? 'aside' : 'alone'}`];
  const isEverywhere = kind === 'place' && value.type === 'everywhere';
  if (kind === 'place' && isAround(value, question))
    return ['filler', 'filler.little', isEverywhere ? 'place.everywhere' : 'place.around'];
  // "It" beside "which councils" or "its neighbours" is one of those.
  if (kind === 'councils' && value === 'ours' && asksOfMany(question))
    return ['filler', 'filler.little'];
  if (ASIDE.has(kind)) return ['filler', 'filler.little'];
  if (isEverywhere) return [kind, 'place.everywhere'];
  if (kind === 'councils' && value === 'many' && WHICH.has(question.tokens[span.from]?.word ?? ''))
    return [kind, 'councils.many', 'councils.which'];
  // "No inspection of …" asks who had none, and of nothing that was found.
  const isOfVisits = (at: number) =>
    question.spans.some((other) => other.kind === 'visit' && other.from === at);
  if (kind === 'negation' && value === 'without' && isOfVisits(span.to))
    return [kind, `${kind}.${value}`, `${kind}.of_visits`];
  // "Good but not for care leavers" has two conditions.
  if (kind === 'negation' && isDeniedOfArea(question))
    return [kind, `${kind}.${value}`, `${kind}.of_area`];
  // "When first inspected", of many, is the first inspection of each, and not the first of all.
  if (kind === 'order' && value === 'oldest' && asksOfMany(question))
    if (isOfEach(question, span.from)) return [`${kind}.oldest_of_each`];
  // Of visits, the first council to have had one is that of the oldest.
  if (kind === 'order' && value === 'first') return [kind, `${kind}.first`, `${kind}.oldest`];
  if (kind === 'order' && value === 'last') return [kind, `${kind}.last`, `${kind}.newest`];
  if (kind === 'theme') return [kind, `${kind}.${themeSaid(span, question)}`];
  if (kind === 'subject' && isVoice(value)) return ['subject.voice'];
  if (kind === 'visit')
    return [
      kind,
      value.kind || value.ordinal ? `${kind}.particular` : `${kind}.any`,
      ...(value.kind && isUngraded(value.kind) ? [`${kind}.ungraded` as const] : []),
    ];
  // "The most inspections" is the most of them, too.
  if (kind === 'tally') return [kind, `${kind}.${value}`, `order.${value}`];
  if (kind === 'quoted') return [kind, span.to - span.from > 1 ? `${kind}.phrase` : `${kind}.word`];
  if (kind === 'period') {
    const isMonth = !value.asOf && value.from === value.to;
    return [
      kind,
      value.asOf ? `${kind}.as-of` : `${kind}.time`,
      ...(isMonth ? [`${kind}.month` as const] : []),
      ...(value.from === EARLIEST ? [`${kind}.before` as const] : []),
    ];
  }
  if (kind === 'command' && value === 'coverage')
    return [kind, `${kind}.coverage`, 'councils.many'];
  if (kind === 'area') return [kind, `${kind}.${value.includes('overall') ? 'whole' : 'part'}`];
  // "Everything but leadership" is not every area.
  if (kind === 'every_area' && namesPart(question)) return [kind, `${kind}.beside_area`];
  if (kind === 'inspector') return [kind, value === 'asked' ? `${kind}.asked` : `${kind}.named`];
  return typeof value === 'string' ? [kind, `${kind}.${value}`] : [kind];
}

/** Words that ask which of many councils it is, and not what is so of them. */
const WHICH: ReadonlySet<string> = new Set(['which', 'who', 'whos', 'whose', 'any']);

/** What is left out, and asks for nothing. */
const ASIDE: ReadonlySet<Kind> = new Set(['set_aside', 'left_out', 'kinds_aside', 'area_aside']);

/** Words before "first" by which each of many is meant: "their first", "when they were first". */
const OF_EACH = /(?:^| )(?:when|their|its|each|when they were|when they got)$/;
const isOfEach = ({ tokens }: Question, at: number): boolean =>
  OF_EACH.test(
    tokens
      .slice(Math.max(0, at - 3), at)
      .map(({ word }) => word)
      .join(' '),
  );

const namesPart = ({ spans }: Question): boolean =>
  spans.some((span) => span.kind === 'area' && !span.value.includes('overall'));

/** Whether a place is where a council that the question names is. */
const isAround = ({ councils }: Place, { spans }: Question): boolean =>
  spans.some((span) => span.kind === 'council' && councils.includes(span.value));

const asksOfMany = ({ spans }: Question): boolean =>
  spans.some(
    (span) =>
      span.kind === 'place' ||
      span.kind === 'council_type' ||
      (span.kind === 'councils' && span.value !== 'ours'),
  );

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

/** A word that names nothing beside a grade, though reports may use it otherwise. */
const isCarrier = ({ by }: Span): boolean => by === 'carriers';

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
  if (isRead && said.flat().some(({ kind }) => !SMALL.has(kind))) return 'read';
  // "Marked good" is no finding on marks at school.
  const isCarried = said.every((there) => there.some(isCarrier));
  return isCarried && spans.some(({ kind }) => kind === 'grade') ? 'read' : 'other';
}

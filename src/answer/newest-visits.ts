import type { Urn } from '../domain/authority.js';
import { isFullInspection } from '../domain/frameworks.js';
import type { RecordedJudgement } from '../domain/record.js';
import type { Visit } from '../domain/visit.js';
import {
  asksOfProgress,
  isAnyVisit,
  placesOf,
  type Question,
  says,
  spansOf,
  visitFilterOf,
} from '../question/index.js';
import type { AnswerContext } from './context.js';

/**
 * The visits that are meant where a question of one council names no time: the newest whose text
 * is held and, where that treats only a part, the newest full inspection too. `null` for a question
 * with a time, or of how things went.
 */
export function newestVisits(
  question: Question,
  urn: Urn,
  context: AnswerContext,
): ReadonlySet<string> | null {
  const isOfWhole = isOfHistory(question) && !asksOnlyOfProgress(question);
  if (!isAnyVisit(visitFilterOf(question)) || isOfWhole) return null;
  const quoted = quotedVisits(urn, context);
  const judged = standingAsked(question, quoted, context);
  if (judged) return new Set([judged.visit.id]);
  const newest = quoted[0];
  const full = quoted.find(({ kind }) => isFullInspection(kind));
  return new Set([newest, full].flatMap((visit) => (visit ? [visit.id] : [])));
}

/**
 * The newest of some visits' judgements of the area whose standing is asked ("how good is
 * adoption"); `null` where none is asked or given.
 */
export function standingAsked(
  question: Question,
  visits: Visit[],
  { judgementsOf }: Pick<AnswerContext, 'judgementsOf'>,
): RecordedJudgement | null {
  if (!says(question, 'whole', 'rating')) return null;
  const areas = spansOf(question, 'area').flatMap(({ value }) => value);
  const [newest = null] = visits.flatMap((visit) =>
    judgementsOf(visit).filter(({ judgement: { area } }) => areas.includes(area)),
  );
  return newest;
}

/** Movements by which a question is of more than one visit; "gone" and "lost" may be of one. */
const OVER_TIME: ReadonlySet<string> = new Set([
  'improved',
  'declined',
  'always',
  'otherwise',
  'ever',
]);

/**
 * Whether a question is of how things went over time, so that no visit is meant before others.
 * "Changes" within a theme's words ("changes of social worker") are none.
 */
export function isOfHistory(question: Question): boolean {
  const inThemes = new Set(spansOf(question, 'theme').flatMap(placesOf));
  return (
    says(question, 'times', 'interval', 'time_since') ||
    spansOf(question, 'movement').some(({ value }) => OVER_TIME.has(value)) ||
    spansOf(question, 'trend').some((span) => placesOf(span).some((at) => !inThemes.has(at))) ||
    spansOf(question, 'order').some(({ value }) => value === 'oldest') ||
    spansOf(question, 'command').some(({ value }) => value === 'timeline') ||
    spansOf(question, 'negation').some(({ value }) => value === 'never')
  );
}

/**
 * Whether a question is whether a thing got better or worse, and of no other time: what the newest
 * visit says of it answers that, and older failings do not.
 */
function asksOnlyOfProgress(question: Question): boolean {
  const isOfBoth = (span: Question['spans'][number]) =>
    (span.kind === 'movement' && OVER_TIME.has(span.value) && !GOT.has(span.value)) ||
    (span.kind === 'trend' && span.value === 'any');
  return (
    asksOfProgress(question) &&
    !question.spans.some(isOfBoth) &&
    !says(question, 'times', 'interval', 'time_since') &&
    !spansOf(question, 'order').some(({ value }) => value === 'oldest') &&
    !spansOf(question, 'command').some(({ value }) => value === 'timeline')
  );
}

const GOT: ReadonlySet<string> = new Set(['improved', 'declined']);

/** The visits of a council whose text the record holds, newest first. */
export const quotedVisits = (urn: Urn, { quotedVisitsOf }: AnswerContext): Visit[] =>
  quotedVisitsOf(urn);

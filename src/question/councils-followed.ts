import type { Remembered, RememberedPart } from '../domain/remembered.js';
import { comparisonOf, leadOf, saysFollowing } from './follow-up-phrases.js';
import type { Question, Span } from './question.js';
import { remember } from './remembered.js';
import { residue, says, spansOf } from './residue.js';

/** Whether a message has, from a token on, a subject of its own. */
export const hasOwnSubject = (question: Question, from: number): boolean =>
  remember(question).parts.some(({ slot }) => slot === 'subject') ||
  says(question, 'movement', 'interval') ||
  residue(question).some(({ at }) => at >= from);

const councilsOf = ({ parts }: Remembered): RememberedPart[] =>
  parts.filter(({ slot }) => slot === 'councils');

/** What was asked before of several councils without those that a message leaves out. */
export function leftOutOf(question: Question, remembered: Remembered): RememberedPart[] | null {
  const councils = councilsOf(remembered);
  const isLeaving =
    says(question, 'left_out') ||
    spansOf(question, 'negation').some(({ value }) => value === 'without');
  const named = [...spansOf(question, 'council'), ...spansOf(question, 'left_out')].map(
    ({ value }) => value.name,
  );
  const isLeft = ({ said }: RememberedPart) => named.includes(said);
  if (!isLeaving || councils.filter(isLeft).length === 0 || councils.every(isLeft)) return null;
  return remembered.parts.filter((part) => part.slot !== 'councils' || !isLeft(part));
}

/**
 * How a message leaves councils or places out of a list that was asked for ("without Derby", "not
 * in London"), as the question of many says it; `null` where it says anything else beside.
 */
export function leftOutOfMany(question: Question, { parts }: Remembered): string | null {
  const isOfMany = parts.some(({ slot }) => slot === 'many');
  const isLeaving =
    says(question, 'left_out') ||
    spansOf(question, 'negation').some(({ value }) => LEAVING.has(value));
  const names = question.spans.flatMap((span) =>
    span.kind === 'council' || span.kind === 'place' || span.kind === 'left_out'
      ? [span.value.name]
      : [],
  );
  const isMore = question.spans.some(({ kind }) => !OF_LEAVING.has(kind));
  if (!isOfMany || !isLeaving || names.length === 0 || isMore) return null;
  return `except ${names.join(' and ')}`;
}

const LEAVING: ReadonlySet<string> = new Set(['without', 'outside', 'not']);
const OF_LEAVING: ReadonlySet<Span['kind']> = new Set<Span['kind']>([
  ...(['negation', 'left_out', 'council', 'place', 'filler'] as const),
]);

/** Whether a message puts a council to several that were asked about together ("Dorset too"). */
export const isAdded = (question: Question, remembered: Remembered): boolean =>
  councilsOf(remembered).length > 1 &&
  says(question, 'council') &&
  !hasOwnSubject(question, leadOf(question)?.to ?? 0) &&
  saysFollowing(question, 'adding');

/**
 * Whether a message compares councils or places that it names with the one that was asked about:
 * it names a single one, or says "it", or "with" whom.
 */
export function isComparedWith(question: Question, { parts }: Remembered): boolean {
  const isOfCouncil = parts.some(({ slot }) => slot === 'councils');
  if (!isOfCouncil || !says(question, 'comparison')) return false;
  const named = spansOf(question, 'council').length;
  const isBeside =
    comparisonOf(question)?.value === 'beside' ||
    spansOf(question, 'councils').some(({ value }) => value === 'ours');
  return named === 1 || (isBeside && (named > 1 || says(question, 'place', 'council_type')));
}

/** Whether a message is but "COUNCIL latest", which asks for all of the newest inspection. */
export const isLatestOf = (question: Question): boolean =>
  spansOf(question, 'order').some(({ value }) => value === 'newest') &&
  remember(question).parts.every(({ slot }) => slot === 'councils') &&
  residue(question).length === 0;

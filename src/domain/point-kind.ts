import type { Passage } from './passage.js';
import { isStrengthsSection } from './passage-tones.js';
import type { RecordedPassage } from './record.js';

/**
 * A kind of point that somebody may want: by whose words it is in, by its tone, or as an item of
 * the inspectors' own list of what to improve.
 */
export type PointKind = {
  speaker: 'ofsted' | 'council' | 'press' | null;
  tone: 'praise' | 'criticism' | null;
  recommendations: boolean;
};

/** What decides of which kind a passage is. */
type KindFacets = Pick<Passage, 'kind' | 'tone'> & { speaker: Pick<Passage['speaker'], 'kind'> };

/** Whether every passage is of the kind. */
export const isAnyKind = ({ speaker, tone, recommendations }: PointKind): boolean =>
  !recommendations && tone === null && speaker === null;

/**
 * Whether a passage may be of a kind: what nobody has marked may praise or criticise, and is both.
 * Ofsted's words include what the press tells of them, never a statement of others.
 */
export function mayBeOfKind({ kind, tone, speaker }: KindFacets, asked: PointKind): boolean {
  if (asked.recommendations && kind !== 'recommendation') return false;
  if (asked.tone && tone !== asked.tone && tone !== 'mixed' && tone !== 'unmarked') return false;
  if (asked.speaker === 'council')
    return speaker.kind === 'council' || speaker.kind === 'office_holder';
  if (asked.speaker === 'press') return speaker.kind === 'press';
  return asked.speaker !== 'ofsted' || kind !== 'statement';
}

/**
 * Whether a passage is of a kind and nothing is left open: its tone is marked, where one is asked
 * for, or it is an item of the list of what must improve.
 */
export const isMarkedOfKind = (facets: KindFacets, asked: PointKind): boolean =>
  mayBeOfKind(facets, asked) &&
  (asked.tone === null ||
    facets.tone !== 'unmarked' ||
    (asked.tone === 'criticism' && facets.kind === 'recommendation'));

/**
 * Whether a passage shows by itself that it is of a kind. What nobody has marked shows it only by
 * its place in the report: the chapter of strengths is praise, and the inspectors' list of what to
 * improve is their concerns.
 */
export function isPlainlyOfKind(recorded: RecordedPassage, asked: PointKind): boolean {
  const { passage } = recorded;
  if (!mayBeOfKind(passage, asked)) return false;
  if (passage.tone !== 'unmarked' || asked.tone === null) return true;
  return asked.tone === 'praise' ? isOfStrengths(recorded) : passage.kind === 'recommendation';
}

/**
 * Whether a finding stands in the chapter of strengths that reports of the single inspection
 * framework have.
 */
export const isOfStrengths = ({ passage: { kind, locator } }: RecordedPassage): boolean =>
  kind === 'finding' && isStrengthsSection(locator.section);

/**
 * Whether a finding stands in the summary that opens a report: before its first heading, or under
 * one that says so.
 */
export const isOfSummary = ({ passage: { kind, locator }, source }: RecordedPassage): boolean =>
  kind === 'finding' && source.kind === 'report' && /^$|\bsummary\b/i.test(locator.section ?? '');

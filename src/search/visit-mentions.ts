import type { RecordedPassage } from '../domain/record.js';
import type { Visit } from '../domain/visit.js';
import { sentences } from '../language/index.js';
import { narrowed } from './snippet.js';

/** A visit that was asked for: its kind, and the time as months ("YYYY-MM", inclusive). */
export type VisitAsked = {
  kind: 'focused visit' | 'monitoring visit' | 'inspection' | 're-inspection' | null;
  period: { from: string; to: string } | null;
};

/** The words by which sentences name each kind of visit. */
const NAMES: Record<NonNullable<VisitAsked['kind']> | 'visit', RegExp> = {
  'focused visit': /\bfocuss?ed visits?\b/i,
  'monitoring visit': /\bmonitoring (?:visits?|inspections?)\b/i,
  inspection: /\binspections?\b|\binspected\b/i,
  're-inspection': /\bre-?inspect(?:ion|ed)\b/i,
  visit:
    /\b(?:focuss?ed|monitoring|Ofsted(?:’s|'s)?) (?:\w+ )?visits?\b|\binspections?\b|\binspected\b/i,
};

/** Passages that mention such a visit, in their order, each narrowed to the sentence that does. */
export const visitMentions = (passages: RecordedPassage[], asked: VisitAsked): RecordedPassage[] =>
  passages.flatMap((recorded) => {
    const { passage, visit } = recorded;
    const sentence = sentences(passage.quote).find(
      (each) => passage.quote.includes(each) && mentions(each, visit, asked),
    );
    return sentence ? [narrowed(recorded, sentence)] : [];
  });

/**
 * Whether a sentence names such a visit and, where a time was asked for, a year of it. A sentence
 * without a year that names the kind of visit counts for the time of the document ("Ofsted has
 * conducted seven monitoring visits").
 */
function mentions(
  sentence: string,
  { period: written }: Pick<Visit, 'period'>,
  { kind, period }: VisitAsked,
): boolean {
  if (!NAMES[kind ?? 'visit'].test(sentence)) return false;
  if (!period) return true;
  const named = sentence.match(/\b20\d\d\b/g) ?? [];
  const years = named.length === 0 && kind ? [written.slice(0, 4)] : named;
  return years.some((year) => period.from.slice(0, 4) <= year && year <= period.to.slice(0, 4));
}

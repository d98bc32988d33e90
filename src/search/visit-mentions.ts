import { mentionOf, NAMED_KINDS, type NamedKind } from '../domain/named-kinds.js';
import type { RecordedPassage } from '../domain/record.js';
import type { Visit } from '../domain/visit.js';
import { sentences } from '../language/index.js';
import { narrowed } from './snippet.js';

/** A visit that was asked for: its kind, and the time as months ("YYYY-MM", inclusive). */
export type VisitAsked = {
  kind: NamedKind | null;
  period: { from: string; to: string } | null;
};

/** The words by which sentences name any visit, and each kind of visit. */
const ANY_VISIT =
  /\b(?:focuss?ed|monitoring|Ofsted(?:’s|'s)?) (?:\w+ )?visits?\b|\binspections?\b|\binspected\b/i;
const MENTIONS = new Map(NAMED_KINDS.map((kind) => [kind, new RegExp(mentionOf(kind), 'i')]));

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
 * Whether a sentence names such a visit and, where a time was asked for, a month or a year of it. A
 * sentence without a year that names the kind of visit counts for the time of the document ("Ofsted
 * has conducted seven monitoring visits").
 */
function mentions(
  sentence: string,
  { period: document }: Pick<Visit, 'period'>,
  { kind, period }: VisitAsked,
): boolean {
  const named = (kind && MENTIONS.get(kind)) ?? ANY_VISIT;
  if (!named.test(sentence)) return false;
  if (!period) return true;
  const written = [...sentence.matchAll(WRITTEN)].map(([, month, year = '']) => ({
    year,
    month: month ? String(MONTHS.indexOf(month) + 1).padStart(2, '0') : null,
  }));
  const times =
    written.length === 0 && kind ? [{ year: document.slice(0, 4), month: null }] : written;
  return times.some(({ year, month }) =>
    month
      ? period.from <= `${year}-${month}` && `${year}-${month}` <= period.to
      : period.from.slice(0, 4) <= year && year <= period.to.slice(0, 4),
  );
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
/** A year, with the month where one is written before it: that of June is none in March. */
const WRITTEN = new RegExp(`\\b(?:(${MONTHS.join('|')}) )?(20\\d\\d)\\b`, 'g');

import { citePassage } from '../domain/citation.js';
import type { RecordedPassage } from '../domain/record.js';
import { ordinalName, visitBrief } from '../domain/visit.js';
import { sentences } from '../language/index.js';
import type { VisitFilter } from '../question/legacy/period.js';
import type { Answer, Point } from './answer.js';
import { type Asked, visitsOf } from './context.js';
import { pointOf, withoutRepeats } from './points.js';
import { checkedLine, councilLabel, emptyAnswer, furtherChoices } from './said.js';

const MOST = 3;

/** The record holds no document of such a visit: says so, with what the documents held mention of one. */
export function noSuchVisit(asked: Asked): Answer {
  const { authority, query, context } = asked;
  const { period, kinds, ordinal } = query.visits;
  const known = visitsOf(context, authority.urn).map(visitBrief);
  const which = [
    ordinal === null ? 'a' : `a ${ordinalName(ordinal)}`,
    kinds ?? 'visit',
    ...(period ? [period.label] : []),
  ].join(' ');
  const mentioned = mentionsOf(asked);
  return {
    ...emptyAnswer('visits', query.text),
    status: 'nothing_found',
    reason: 'report_silent',
    authority,
    headline: `${councilLabel(asked)}: this record holds no document of ${which.replace(/^a inspection/, 'an inspection')}.${mentioned.length > 0 ? ' What its documents on other visits mention of one is below.' : ''}`,
    notes: [`Visits it knows of: ${known.join('; ')}.`],
    sections: mentioned.length > 0 ? [{ heading: 'Mentioned', lines: [], points: mentioned }] : [],
    closing: [checkedLine(context, authority)],
    choices: furtherChoices(authority, 'visits'),
    citations: mentioned.map((point) => point.citation),
  };
}
/**
 * What a council's documents mention of a visit that they are not about ("the focused visit in February 2020"): the sentences that
 * name the kind of visit and the years asked for, up to three, the newest documents first. A visit by its number is not looked for.
 */
function mentionsOf({ authority, query, context }: Asked): Point[] {
  if (query.visits.ordinal !== null) return [];
  const inOrder = context.record.visits.flatMap((visit) =>
    context.record.passages.filter((p) => p.urn === authority.urn && p.visit.id === visit.id),
  );
  return withoutRepeats(
    inOrder.flatMap((recorded) => {
      const { quote } = recorded.passage;
      const sentence = sentences(quote).find((s) => quote.includes(s) && mentions(s, query.visits));
      return sentence ? [shortened(recorded, sentence)] : [];
    }),
  )
    .slice(0, MOST)
    .map((recorded) => {
      const { lead } = pointOf(recorded);
      return { lead, citation: citePassage(recorded, recorded.passage.quote) };
    });
}

const shortened = (recorded: RecordedPassage, quote: string): RecordedPassage => ({
  ...recorded,
  passage: { ...recorded.passage, quote },
});

const KINDS: Record<NonNullable<VisitFilter['kinds']> | 'visit', RegExp> = {
  'focused visit': /\bfocuss?ed visits?\b/i,
  'monitoring visit': /\bmonitoring (?:visits?|inspections?)\b/i,
  inspection: /\binspections?\b|\binspected\b/i,
  visit:
    /\b(?:focuss?ed|monitoring|Ofsted(?:’s|'s)?) (?:\w+ )?visits?\b|\binspections?\b|\binspected\b/i,
};

/** Whether a sentence names such a visit and, where a time was asked for, a year of it. */
function mentions(sentence: string, { kinds, period }: VisitFilter): boolean {
  if (!KINDS[kinds ?? 'visit'].test(sentence)) return false;
  if (!period) return true;
  const years = sentence.match(/\b20\d\d\b/g) ?? [];
  return years.some((year) => period.from.slice(0, 4) <= year && year <= period.to.slice(0, 4));
}

import type { LocalAuthority } from '../../../domain/authority.js';
import { isFullInspection } from '../../../domain/frameworks.js';
import type { RecordedPassage } from '../../../domain/record.js';
import { newestFirst, type Visit } from '../../../domain/visit.js';
import {
  asksForTrend,
  isAnyVisit,
  isMeant,
  type Question,
  spansOf,
  trendAsked,
  visitFilterOf,
} from '../../../question/index.js';
import type { SoughtConcept } from '../../../search/index.js';
import type { AskedOfAll } from '../../asked.js';
import type { AnswerContext } from '../../context.js';
import { ringsNamed } from './things-named.js';

/** A council with a visit. */
export type CouncilVisit = { authority: LocalAuthority; visit: Visit };

/**
 * The reports that a question across councils is answered from. `newest`: each council's newest
 * full inspection whose text is held, or all that the question means. `newer` are full inspections
 * known to be newer than those, of which the record has no text.
 */
export type ReportsRead = {
  which: 'newest' | 'meant' | 'all';
  reports: CouncilVisit[];
  newer: CouncilVisit[];
};

/** Finds the passages of the reports read that may be on all of some concepts, in their order. */
export function passagesRead(
  { search }: AnswerContext,
  { reports }: ReportsRead,
): (concepts: SoughtConcept[]) => RecordedPassage[] {
  const visits = new Set(reports.map(({ visit }) => visit.id));
  return (concepts) => search.passagesOn(concepts).filter(({ visit }) => visits.has(visit.id));
}

/** The reports to read for a question: the newest, unless it asks for a time or for history. */
export function reportsRead(asked: AskedOfAll): ReportsRead {
  const { question, scope, context } = asked;
  const withText = visitsWithText(asked);
  const which = asksForHistory(asked)
    ? 'all'
    : isAnyVisit(visitFilterOf(question))
      ? 'newest'
      : 'meant';
  const newer: CouncilVisit[] = [];
  const reports = scope.authorities.flatMap((authority) => {
    const own = context.visitsOf(authority.urn).toSorted(newestFirst);
    const held = own.filter(({ id }) => withText.has(id));
    if (which === 'all') return held.map((visit) => ({ authority, visit }));
    if (which === 'meant')
      return context
        .visitsMeant(question, authority.urn)
        .filter(({ id }) => withText.has(id))
        .map((visit) => ({ authority, visit }));
    const read = held.find(({ kind }) => isFullInspection(kind)) ?? held[0];
    if (!read) return [];
    const after = own.find((visit) => isFullInspection(visit.kind));
    if (after && after.id !== read.id && newestFirst(after, read) < 0)
      newer.push({ authority, visit: after });
    return [{ authority, visit: read }];
  });
  return { which, reports, newer };
}

/** Whether all that the record holds of each council is asked about, and not its newest. */
const asksForHistory = ({ question }: AskedOfAll): boolean =>
  isAnyVisit(visitFilterOf(question)) &&
  ((isTrend(question) && !trendAsked(question)) ||
    spansOf(question, 'movement').some(({ value }) => value === 'ever'));

/** "Went" and "gone" are of grades, and of findings they tell no course of things. */
const isTrend = (question: Question): boolean =>
  asksForTrend(question) &&
  (saysTrend(question) || spansOf(question, 'movement').some(({ value }) => value !== 'changed'));

/** Whether a word for a trend is none of what is named: "social workers changing" are. */
function saysTrend(question: Question): boolean {
  const named = new Set(ringsNamed(question).flatMap(({ places }) => places));
  return spansOf(question, 'trend').some(({ from, to }) =>
    question.tokens.slice(from, to).some(({ at }) => !named.has(at)),
  );
}

/**
 * How many councils have a visit of the time and kind asked for; `byRelease` where any counts
 * because its report came out then.
 */
export function visitedThen({ question, scope, context }: AskedOfAll): {
  count: number;
  byRelease: boolean;
} {
  const visits = scope.authorities
    .map(({ urn }) => context.visitsMeant(question, urn).filter(({ known }) => known === null))
    .filter((own) => own.length > 0);
  const filter = visitFilterOf(question);
  const byRelease = visits.flat().some((visit) => !isMeant(visit, filter));
  return { count: visits.length, byRelease };
}

/** The ids of the visits of which the record holds the text of a report. */
const visitsWithText = ({ context }: AskedOfAll): Set<string> =>
  new Set(
    context.record.documents
      .filter(({ source }) => source.holds === 'passages')
      .flatMap(({ visits }) => visits.filter(({ known }) => known === null))
      .map(({ id }) => id),
  );

/** All visits whose report's text is held, of the time and kind that the question names. */
export function heldReports(asked: AskedOfAll): CouncilVisit[] {
  const { question, scope, context } = asked;
  const withText = visitsWithText(asked);
  return scope.authorities.flatMap((authority) =>
    context
      .visitsMeant(question, authority.urn)
      .filter(({ id }) => withText.has(id))
      .map((visit) => ({ authority, visit })),
  );
}

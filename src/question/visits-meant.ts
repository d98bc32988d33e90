import type { Urn } from '../domain/authority.js';
import { frameworkName } from '../domain/frameworks.js';
import { isNamedSo, type NamedKind } from '../domain/named-kinds.js';
import type { InspectionRecord } from '../domain/record.js';
import type { Visit } from '../domain/visit.js';
import type { Period, Question } from './question.js';
import { firstOf, says, spansOf } from './residue.js';

/** What a question says of the visits it means; `null` where it does not say. */
export type VisitFilter = {
  period: Period | null;
  kind: NamedKind | null;
  ordinal: number | null;
  framework?: string | null;
  /** Kinds that are left out. */
  without?: NamedKind[];
};

/**
 * What a question says of visits: of several times the first, and of several kinds the first that
 * is more than "visit" or "report".
 */
export function visitFilterOf(question: Question): VisitFilter {
  const visits = spansOf(question, 'visit').map(({ value }) => value);
  return {
    period: firstOf(question, 'period'),
    kind: visits.find(({ kind }) => kind !== null)?.kind ?? null,
    ordinal: visits.find(({ ordinal }) => ordinal !== null)?.ordinal ?? null,
    framework: firstOf(question, 'framework'),
    without: spansOf(question, 'kinds_aside').flatMap(({ value }) => value),
  };
}

/** That nothing is said of visits. */
export const ANY_VISIT: VisitFilter = { period: null, kind: null, ordinal: null };

/** Whether nothing is said of visits, so that any is meant. */
export const isAnyVisit = ({ period, kind, ordinal, framework }: VisitFilter): boolean =>
  !period && !kind && ordinal === null && !framework;

/**
 * Whether a visit is one that is meant; a visit known only by its year falls in each month of it.
 */
export function isMeant(visit: Visit, filter: VisitFilter): boolean {
  const { period, kind, ordinal, framework, without = [] } = filter;
  if (without.some((name) => isNamedSo(visit.kind, name))) return false;
  if (kind && !isNamedSo(visit.kind, kind)) return false;
  if (ordinal !== null && visit.ordinal !== ordinal) return false;
  if (framework && frameworkName(visit.kind) !== framework) return false;
  if (!period) return true;
  const month = visit.period.slice(0, 'yyyy-mm'.length);
  const isYearOnly = month.length === 'yyyy'.length;
  if (isYearOnly && visit.known !== null && period.from === period.to) return false;
  const start = visit.start?.slice(0, 7) ?? (isYearOnly ? `${month}-01` : month);
  const end = visit.end?.slice(0, 7) ?? (isYearOnly ? `${month}-12` : month);
  return start <= period.to && end >= period.from;
}

/** The months in which each visit's documents came out, by the visit's id. */
export type ReleaseMonths = ReadonlyMap<string, readonly string[]>;

/**
 * The months in which a visit's own documents are dated or came out: people say "the 2024 report"
 * of a visit in December 2023.
 */
export function releaseMonths(record: Pick<InspectionRecord, 'documents'>): ReleaseMonths {
  const months = new Map<string, string[]>();
  for (const { source, visits } of record.documents)
    for (const visit of visits.filter(({ known }) => known === null)) {
      const isListed = source.kind === 'statistics';
      const dates = isListed ? [visit.reported] : [source.published?.date, source.dated?.date];
      const own = dates.flatMap((date) => (date ? [date.slice(0, 7)] : []));
      months.set(visit.id, [...(months.get(visit.id) ?? []), ...own]);
    }
  return months;
}

/**
 * The visits that are meant, in the order given: those made at the time named or, where none was,
 * those whose documents came out then; `byRelease`: these alone.
 */
export function visitsMeant(
  own: Visit[],
  filter: VisitFilter,
  released: ReleaseMonths,
  byRelease = false,
): Visit[] {
  const { period } = filter;
  const during = byRelease && period ? [] : own.filter((visit) => isMeant(visit, filter));
  if (during.length > 0 || !period || period.ofVisits) return during;
  return own.filter(
    (visit) =>
      isMeant(visit, { ...filter, period: null }) && isReleased(visit, period, released) === true,
  );
}

/** Whether a visit's document came out at a time; `null` where the record does not know when. */
export function isReleased(
  { id }: Visit,
  { from, to }: Period,
  released: ReleaseMonths,
): boolean | null {
  const months = released.get(id) ?? [];
  return months.length === 0 ? null : months.some((month) => from <= month && month <= to);
}

/**
 * Prepares what tells the visits of a council that a question means (all, where it says nothing of
 * visits), in the record's order: newest first.
 */
export function createVisitsMeant(
  record: Pick<InspectionRecord, 'documents' | 'visits'>,
  released: ReleaseMonths,
): (question: Question, urn: Urn) => Visit[] {
  const visitsOf = new Map<Urn, Visit[]>(record.documents.map(({ urn }) => [urn, []]));
  for (const visit of record.visits) visitsOf.get(visit.urn)?.push(visit);
  return (question, urn) => {
    const own = visitsOf.get(urn) ?? [];
    const filter = visitFilterOf(question);
    const byRelease = says(question, 'release');
    const periods = spansOf(question, 'period').map(({ value }) => value);
    const meant = new Set(
      (periods.length > 1 ? periods : [filter.period]).flatMap((period) =>
        visitsMeant(own, { ...filter, period }, released, byRelease),
      ),
    );
    for (const { value } of spansOf(question, 'set_aside'))
      for (const visit of visitsMeant(own, { ...ANY_VISIT, period: value }, released))
        meant.delete(visit);
    return own.filter((visit) => meant.has(visit));
  };
}

/** Whether a visit was over by the day of which a state is asked for, or by the end of a time. */
export function isOver({ end, period }: Visit, { to, day }: Period): boolean {
  const last = end ?? period;
  return day && last.length >= day.length ? last <= day : last.slice(0, to.length) <= to;
}

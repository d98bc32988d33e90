import type { Urn } from '../../domain/authority.js';
import type { InspectionRecord } from '../../domain/record.js';
import type { Visit } from '../../domain/visit.js';
import { isMeant, type VisitFilter } from './period.js';

/**
 * Prepares what tells the visits of an authority that a question means (all, where it says nothing
 * of visits), newest first. Where none was made at the time named, those are meant whose documents
 * came out then.
 */
export function createVisitsMeant(
  record: InspectionRecord,
): (query: { visits: VisitFilter }, urn: Urn) => Visit[] {
  const released = releaseMonths(record);
  const visitsOf = new Map<Urn, Visit[]>(record.documents.map(({ urn }) => [urn, []]));
  for (const visit of record.visits) visitsOf.get(visit.urn)?.push(visit);
  return ({ visits }, urn) => {
    const own = visitsOf.get(urn) ?? [];
    const during = own.filter((visit) => isMeant(visit, visits));
    const { period } = visits;
    if (during.length > 0 || !period) return during;
    return own.filter(
      (visit) =>
        isMeant(visit, { ...visits, period: null }) &&
        released.get(visit.id)?.some((month) => period.from <= month && month <= period.to),
    );
  };
}

/**
 * The months in which a visit's own documents are dated or came out: people say "the 2024 report"
 * of a visit in December 2023.
 */
function releaseMonths(record: InspectionRecord): Map<string, string[]> {
  const months = new Map<string, string[]>();
  for (const { source, visits } of record.documents)
    for (const visit of visits.filter((v) => v.known === null)) {
      const dates = [source.published, source.dated].flatMap((date) =>
        date ? [date.date.slice(0, 7)] : [],
      );
      months.set(visit.id, [...(months.get(visit.id) ?? []), ...dates]);
    }
  return months;
}

import type { RecordedDocument } from '../domain/document.js';
import type { InspectionRecord } from '../domain/record.js';
import { newestFirst, type Visit } from '../domain/visit.js';

/** The visit a document is about: the one it declares, else the one most of its passages are on. */
export function visitOfDocument(
  { visits, passages }: RecordedDocument,
  record: InspectionRecord,
): Visit | null {
  const declared = [...visits].sort(newestFirst).find((visit) => visit.known === null);
  if (declared) return declared;
  const counts = new Map<string, number>();
  for (const { visit } of passages) counts.set(visit, (counts.get(visit) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return most === 0 ? null : (record.visits.find(({ id }) => counts.get(id) === most) ?? null);
}

import type { LocalAuthority } from '../domain/authority.js';
import { sourceCitation } from '../domain/citation.js';
import type { RecordedDocument } from '../domain/document.js';
import type { InspectionRecord } from '../domain/record.js';
import { newestFirst, type Visit } from '../domain/visit.js';
import type { AnswerContext } from './context.js';

/** The visit a document is about: the one it declares, else the one most of its passages tell of. */
export function visitOfDocument(
  { visits, passages }: RecordedDocument,
  record: InspectionRecord,
): Visit | null {
  const declared = [...visits].sort(newestFirst).find((visit) => visit.known === null);
  if (declared) return declared;
  const told = (visit: Visit) => passages.filter((p) => p.visit === visit.id).length;
  const [most] = [...record.visits].sort((a, b) => told(b) - told(a));
  return most && told(most) > 0 ? most : null;
}

/** One copyable line for a document of a council. */
export const describeDocument = (
  document: RecordedDocument,
  { name }: LocalAuthority,
  { record }: AnswerContext,
): string => sourceCitation(document.source, visitOfDocument(document, record), name);

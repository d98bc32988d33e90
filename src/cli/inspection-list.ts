import type { RecordedDocument } from '../domain/document.js';
import { type Area, inTableOrder, type Judgement } from '../domain/judgement.js';
import { type InspectionRecord, isAboutBoard } from '../domain/record.js';
import type { Visit } from '../domain/visit.js';

/**
 * A visit and what the record has of it. `documents` are all that tell of it, `official` first:
 * Ofsted's own document of this visit, `null` where only the press tells of it or nothing does. A
 * grade comes from the official document, else from another that prints it. `recommendations`
 * counts the items of "what needs to improve" of the council, not those of the safeguarding board,
 * `passages` everything quoted about the visit.
 */
export type ListedInspection = {
  visit: Visit;
  authority: string;
  documents: RecordedDocument[];
  official: RecordedDocument | null;
  judgements: Map<Area, Judgement>;
  recommendations: number;
  passages: number;
};

/** Every visit of the record, newest first, or those of one authority. */
export function listInspections(record: InspectionRecord, urn: string | null): ListedInspection[] {
  const names = new Map(record.authorities.map((a) => [a.urn, a.name]));
  return record.visits
    .filter((visit) => urn === null || visit.urn === urn)
    .map((visit) => {
      const about = documentsAbout(visit, record);
      const official = officialDocument(visit, about);
      const documents = about.sort((a, b) => Number(b === official) - Number(a === official));
      const passages = record.passages.of(visit.urn).filter((p) => p.passage.visit === visit.id);
      const asked = passages.filter((p) => p.passage.kind === 'recommendation' && !isAboutBoard(p));
      return {
        visit,
        authority: names.get(visit.urn) ?? visit.urn,
        documents,
        official,
        judgements: grades(visit, documents),
        recommendations: new Set(asked.map((p) => `${p.source.id} ${p.paragraph}`)).size,
        passages: passages.length,
      };
    });
}

/** The documents that are of this visit, or that quote or grade something of it. */
const documentsAbout = (visit: Visit, { documents }: InspectionRecord): RecordedDocument[] =>
  documents.filter(
    ({ urn, visits, passages, judgements }) =>
      urn === visit.urn &&
      (visits.some((v) => v.id === visit.id && !v.known) ||
        [...passages, ...judgements].some((point) => point.visit === visit.id)),
  );

/**
 * Ofsted's document of the visit: one whose text is held before one held for its facts only, then
 * the newest revision.
 */
function officialDocument(visit: Visit, documents: RecordedDocument[]): RecordedDocument | null {
  const worth = ({ source }: RecordedDocument) =>
    (source.holds === 'passages' ? 1000 : 0) + source.revision;
  const [first] = documents
    .filter(
      ({ source, visits }) =>
        source.kind !== 'press' && visits.some((v) => v.id === visit.id && !v.known),
    )
    .sort((a, b) => worth(b) - worth(a));
  return first ?? null;
}

/**
 * The grade of each area, from the first of the documents that has it, in the order of a report's
 * table.
 */
function grades(visit: Visit, documents: RecordedDocument[]): Map<Area, Judgement> {
  const found = new Map<Area, Judgement>();
  const judgements = documents.flatMap((d) => d.judgements.filter((j) => j.visit === visit.id));
  for (const judgement of judgements.sort(inTableOrder))
    if (!found.has(judgement.area)) found.set(judgement.area, judgement);
  return found;
}

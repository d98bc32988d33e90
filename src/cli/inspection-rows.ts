import { openReasons } from '../corpus/import/repository/corrections.js';
import type { RecordedDocument } from '../domain/document.js';
import { Area } from '../domain/judgement.js';
import { csvTable } from './csv.js';
import type { ListedInspection } from './inspection-list.js';

/**
 * A visit as `ofsted inspections --json` prints it. Dates are ISO; what nobody gives is `null`.
 * `file`, `sha256`, `published` and `dated` are those of Ofsted's own document of the visit;
 * `documents` are the ids of all that tell of it; `known` says who mentions a visit of which no
 * document is held.
 */
export function inspectionJson(inspection: ListedInspection) {
  const { visit, authority, documents, official, judgements } = inspection;
  const source = official?.source;
  return {
    urn: visit.urn,
    authority,
    kind: visit.kind,
    ordinal: visit.ordinal,
    visit: { start: visit.start, end: visit.end, windows: visit.windows },
    period: visit.period,
    published: source?.published?.date ?? null,
    dated: source?.dated?.date ?? null,
    leadInspector: visit.leadInspector,
    judgements: Object.fromEntries(
      [...judgements].map(([area, { grade, printed, page }]) => [area, { grade, printed, page }]),
    ),
    recommendations: inspection.recommendations,
    passages: inspection.passages,
    file: source?.file ?? null,
    sha256: source?.sha256 ?? null,
    documents: documents.map((d) => d.source.id),
    known: visit.known,
    verdict: official ? verdictOf(official) : null,
    reasons: official?.reasons ?? [],
  };
}

const verdictOf = ({ reasons = [] }: RecordedDocument): 'imported' | 'needs_review' =>
  openReasons(reasons).length > 0 ? 'needs_review' : 'imported';

const COLUMNS: [string, (inspection: ListedInspection) => string | number | null | undefined][] = [
  ['urn', (i) => i.visit.urn],
  ['authority', (i) => i.authority],
  ['kind', (i) => i.visit.kind],
  ['ordinal', (i) => i.visit.ordinal],
  ['start', (i) => i.visit.start],
  ['end', (i) => i.visit.end],
  ['period', (i) => i.visit.period],
  ['published', (i) => i.official?.source.published?.date],
  ['dated', (i) => i.official?.source.dated?.date],
  ['lead_inspector', (i) => i.visit.leadInspector],
  ...Area.options.map((area): (typeof COLUMNS)[number] => [
    area,
    (i) => i.judgements.get(area)?.grade,
  ]),
  ['recommendations', (i) => i.recommendations],
  ['passages', (i) => i.passages],
  ['file', (i) => i.official?.source.file],
  ['sha256', (i) => i.official?.source.sha256],
  ['verdict', (i) => i.official && verdictOf(i.official)],
  ['reasons', (i) => i.official?.reasons?.map((r) => r.code).join(' ')],
  ['documents', (i) => i.documents.map((d) => d.source.id).join(' ')],
  ['known', (i) => i.visit.known?.says],
];

/**
 * The visits as CSV (RFC 4180), the names of the columns first; a cell is empty where nothing is
 * known.
 */
export const inspectionCsv = (inspections: ListedInspection[]): string =>
  csvTable([
    COLUMNS.map(([name]) => name),
    ...inspections.map((inspection) => COLUMNS.map(([, cell]) => cell(inspection))),
  ]);

import { join } from 'node:path';
import type { LocalAuthority } from '../../domain/authority.js';
import type { RecordedDocument } from '../../domain/document.js';
import { kindListed } from '../../domain/frameworks.js';
import type { Area } from '../../domain/judgement.js';
import type { InspectionRecord } from '../../domain/record.js';
import type { Visit, VisitKind } from '../../domain/visit.js';
import { gradeOf } from '../compare-sources.js';
import { writeWhole } from '../import/repository/atomic-write.js';
import type { InspectionRow, Statistics } from '../inspection-table.js';
import { IMPORTED } from '../locations.js';
import { tableDocuments } from '../table-documents.js';
import { checksum } from './files.js';
import type { OfficialInspection, OfficialStatistics } from './official.js';

/** A grade that the statistics give and the record does not: `held` is the record's, if any. */
export type OfficialDifference = {
  council: string;
  visit: Visit;
  area: Area;
  held: string | null;
  official: string;
};

/** What became of the official statistics: what of them the record had, and what is new to it. */
export type OfficialResult = {
  title: string;
  published: string;
  until: string;
  inspections: number;
  agreeing: number;
  differences: OfficialDifference[];
  added: { council: string; kind: VisitKind; began: string }[];
  /** Rows of councils or kinds that are not known here, which were not taken. */
  unknown: { council: string; code: string; type: string; began: string }[];
};

/**
 * Holds the official statistics against the record, and adds to what is imported in `folder` every
 * inspection and visit that the record does not have. Reports lead: where the record has a grade,
 * it stays, and a different one is told. Taking them again changes nothing.
 */
export async function takeOfficial(
  { title, published, until, inspections }: OfficialStatistics,
  spreadsheet: { file: string; bytes: Uint8Array },
  {
    authorities,
    visits,
    judgements,
  }: Pick<InspectionRecord, 'authorities' | 'visits' | 'judgements'>,
  folder: string,
): Promise<OfficialResult> {
  const statistics: Statistics = {
    id: `ofsted-statistics-${until.slice(0, 'yyyy'.length)}`,
    title,
    published,
    until,
    file: spreadsheet.file,
    sha256: checksum(spreadsheet.bytes),
  };
  const result: OfficialResult = {
    title,
    published,
    until,
    inspections: inspections.length,
    agreeing: 0,
    differences: [],
    added: [],
    unknown: [],
  };
  const byCode = new Map(authorities.map((authority) => [authority.code, authority]));
  const rows: InspectionRow[] = [];
  for (const each of inspections) {
    const authority = byCode.get(each.code);
    const kind = kindListed(each.type);
    if (!authority || !kind) {
      const { council, code, type, began } = each;
      result.unknown.push({ council, code, type, began });
      continue;
    }
    const visit = visits.find((held) => isSame(held, authority, kind, each.began));
    if (!visit) {
      rows.push(rowOf(each, authority, kind));
      result.added.push({ council: authority.name, kind, began: each.began });
      continue;
    }
    for (const [area, official] of entriesOf(each.grades)) {
      const held = judgements.find(
        ({ judgement }) => judgement.visit === visit.id && judgement.area === area,
      );
      const grade = held?.judgement.grade ?? null;
      if (grade === gradeOf(official)) result.agreeing += 1;
      else result.differences.push({ council: authority.name, visit, area, held: grade, official });
    }
  }
  const documents = tableDocuments({ about: '', licence: '', statistics, inspections: rows });
  for (const document of documents) await save(document, statistics.id, folder);
  return result;
}

/** Statistics give the first day alone, and some of a visit that they list know no more. */
const isSame = (held: Visit, { urn }: LocalAuthority, kind: VisitKind, began: string): boolean =>
  held.urn === urn && held.kind === kind && (held.start ?? held.period) === began;

const rowOf = (
  { began, published, type, theme, grades }: OfficialInspection,
  { urn }: LocalAuthority,
  kind: VisitKind,
): InspectionRow => ({
  urn,
  kind,
  statistics: {
    began,
    published,
    type,
    ...(theme ? { theme } : {}),
    ...(Object.keys(grades).length > 0 ? { grades } : {}),
  },
});

const entriesOf = (grades: Partial<Record<Area, string>>): [Area, string][] =>
  Object.entries(grades) as [Area, string][];

/** Two folders down, where the importer looks for no revisions of its documents. */
const save = (document: RecordedDocument, statistics: string, folder: string): Promise<void> =>
  writeWhole(
    join(folder, IMPORTED, 'statistics', statistics, `${document.source.id}.json`),
    `${JSON.stringify(document, null, 2)}\n`,
  );

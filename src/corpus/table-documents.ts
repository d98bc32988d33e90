import { formatDate } from '../domain/dates.js';
import type { RecordedDocument } from '../domain/document.js';
import type { Area, Judgement } from '../domain/judgement.js';
import type { DocumentDate, Source } from '../domain/source.js';
import type { Visit } from '../domain/visit.js';
import { type Comparison, compareSources, gradeOf } from './compare-sources.js';
import { slug } from './import/repository/record-document.js';
import type { InspectionRow, InspectionTable, Statistics } from './inspection-table.js';

/**
 * The rows of the table as documents of the record that hold facts only. A report is a document
 * under the id that it would be imported under, so that its text takes the row's place. What the
 * statistics alone say is a document of theirs: one for each inspection, and one a council for its
 * visits, of which no document is held. Where the statistics give another grade than the report,
 * theirs stands beside it as a document of its own.
 */
export function tableDocuments({ statistics, inspections }: InspectionTable): RecordedDocument[] {
  const visits = new Map<string, Visit[]>();
  const documents = inspections.flatMap((row): RecordedDocument[] => {
    if (row.report) return [reportOf(row), ...differing(row, statistics)];
    if (row.statistics?.grades) return [inspectionOf(row, statistics)];
    const before = visits.get(row.urn);
    const visit = visitListed(row, `${statistics.id}-${row.urn.toLowerCase()}`);
    if (before) before.push(visit);
    else visits.set(row.urn, [visit]);
    return [];
  });
  const listed = [...visits].map(([urn, own]) => ({
    ...empty(urn, sourceOf(statistics, urn)),
    visits: own,
  }));
  return [...documents, ...listed];
}

/** How the two sources of each row that has both compare. */
export const tableComparison = ({ inspections }: InspectionTable): Comparison =>
  compareSources(inspections.map((row) => ({ ...row, visit: idOf(row) })));

const beganOn = ({ days, statistics }: InspectionRow): string =>
  days?.[0]?.[0] ?? statistics?.began ?? '';

const idOf = (row: InspectionRow): string => `${row.urn}-${slug(row.kind)}-${beganOn(row)}`;

const empty = (urn: string, source: Source): RecordedDocument => ({
  format: 1,
  urn,
  checked: null,
  source,
  visits: [],
  judgements: [],
  passages: [],
});

function reportOf(row: InspectionRow): RecordedDocument {
  const { urn, report, grades = [], mentions = [], statistics } = row;
  const id = idOf(row);
  const source: Source = {
    ...common,
    id: report?.id ?? id.toLowerCase(),
    kind: 'report',
    title: report?.title ?? '',
    published: published(report?.published, statistics?.published),
    file: report?.file ?? `${id}.pdf`,
    sha256: report?.sha256 ?? '',
    pages: report?.pages ?? null,
  };
  return {
    ...empty(urn, source),
    checked: report?.checked ?? null,
    visits: [
      visitOf(row),
      ...mentions.map(({ kind, period, page, says }) => ({
        ...visitOf({ urn, kind }),
        id: `${urn}-${slug(kind)}-${period}`,
        period,
        known: { source: source.id, page, says },
      })),
    ],
    judgements: grades.map(([area, grade, printed, page]) => ({
      visit: id,
      area,
      grade,
      printed,
      page,
    })),
  };
}

/** Printed in the report, or else what the statistics say. */
function published(printed?: string, listed?: string): DocumentDate | null {
  if (printed) return { date: printed, basis: 'printed', note: null };
  return listed ? { date: listed, basis: 'statistics', note: null } : null;
}

function visitOf(row: InspectionRow): Visit {
  const windows = (row.days ?? []).map(([start, end]) => ({ start, end }));
  const began = beganOn(row);
  return {
    id: idOf(row),
    urn: row.urn,
    kind: row.kind,
    ordinal: row.ordinal ?? null,
    windows,
    start: windows[0]?.start ?? null,
    end: windows.at(-1)?.end ?? null,
    period: windows.length > 0 ? began.slice(0, 'yyyy-mm'.length) : began,
    leadInspector: row.lead ?? null,
    known: null,
  };
}

/** An inspection that only the statistics tell of, with the grades they give. */
function inspectionOf(row: InspectionRow, statistics: Statistics): RecordedDocument {
  const id = idOf(row);
  const visit = { ...visitOf(row), reported: row.statistics?.published };
  const areas = Object.keys(row.statistics?.grades ?? {}) as Area[];
  return {
    ...empty(row.urn, sourceOf(statistics, id)),
    visits: [visit],
    judgements: areas.flatMap((area) => listedGrade(row, area)),
  };
}

/** The grades of the statistics that are others than the report's. */
function differing(row: InspectionRow, statistics: Statistics): RecordedDocument[] {
  const id = idOf(row);
  const areas = compareSources([{ ...row, visit: id }]).differences.flatMap(
    ({ area }) => area ?? [],
  );
  if (areas.length === 0) return [];
  return [
    {
      ...empty(row.urn, sourceOf(statistics, id)),
      judgements: areas.flatMap((area) => listedGrade(row, area)),
    },
  ];
}

function listedGrade(row: InspectionRow, area: Area): Judgement[] {
  const printed = row.statistics?.grades?.[area];
  const grade = printed && gradeOf(printed);
  return grade ? [{ visit: idOf(row), area, grade, printed, page: null }] : [];
}

/** A visit without grades that the statistics list: it is known, and no document of it is held. */
function visitListed(row: InspectionRow, source: string): Visit {
  const { published: day = '', theme } = row.statistics ?? {};
  const about = theme ? `; it looked at: ${theme.toLowerCase()}` : '';
  const says = `Ofsted’s official statistics list it, with a letter published ${formatDate(day)}${about}.`;
  const looked = theme ? { theme } : {};
  return { ...visitOf(row), ...looked, known: { source, page: null, says } };
}

const common = {
  publisher: 'Ofsted',
  author: null,
  dated: null,
  url: null,
  licence: 'OGL-3.0',
  holds: 'facts',
  revision: 1,
} as const;

/** The statistics as the source of a council's or an inspection's facts. */
const sourceOf = ({ id, title, published: day, file, sha256 }: Statistics, of: string): Source => ({
  ...common,
  id: of.startsWith(id) ? of : `${id}-${of.toLowerCase()}`,
  kind: 'statistics',
  title,
  published: { date: day, basis: 'printed', note: null },
  file,
  sha256,
  pages: null,
});

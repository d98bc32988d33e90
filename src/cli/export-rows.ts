import { attribution, citationLine, citePassage } from '../domain/citation.js';
import type { InspectionRecord, RecordedPassage } from '../domain/record.js';
import { csvTable } from './csv.js';

/** A quotation as `ofsted export` writes it; dates are ISO, what nobody gives is `null`. */
export type ExportedQuotation = {
  urn: string;
  authority: string;
  visitKind: string;
  visitStart: string | null;
  visitEnd: string | null;
  published: string | null;
  dated: string | null;
  kind: string;
  quote: string;
  finding: string | null;
  speaker: string;
  source: string;
  sourceTitle: string;
  section: string | null;
  page: number | null;
  lastPage: number | null;
  paragraph: number | null;
  themes: string[];
  official: string | null;
  url: string | null;
  citation: string;
};

/**
 * The quotations of the record, of one authority (`urn`) or about one theme (`theme`, an id) where
 * these are given.
 */
export function exportedQuotations(
  { passages, authorities }: InspectionRecord,
  { urn, theme }: { urn: string | null; theme: string | null },
): ExportedQuotation[] {
  const names = new Map(authorities.map((a) => [a.urn, a.name]));
  return (urn === null ? passages.all() : passages.of(urn))
    .filter((p) => theme === null || p.passage.themes.includes(theme))
    .map((p) => exported(p, names.get(p.urn) ?? p.urn));
}

function exported(recorded: RecordedPassage, authority: string): ExportedQuotation {
  const { passage, source, visit, urn } = recorded;
  const citation = citePassage(recorded);
  return {
    urn,
    authority,
    visitKind: visit.kind,
    visitStart: visit.start,
    visitEnd: visit.end,
    published: source.published?.date ?? null,
    dated: source.dated?.date ?? null,
    kind: passage.kind,
    quote: passage.quote,
    finding: passage.finding,
    speaker: attribution(citation),
    source: source.publisher,
    sourceTitle: source.title,
    section: passage.locator.section,
    page: passage.locator.page,
    lastPage: passage.locator.lastPage,
    paragraph: passage.locator.paragraph,
    themes: passage.themes,
    official: passage.official?.verdict ?? null,
    url: source.url,
    citation: citationLine(citation),
  };
}

const COLUMNS = [
  'urn',
  'authority',
  'visitKind',
  'visitStart',
  'visitEnd',
  'published',
  'dated',
  'kind',
  'quote',
  'finding',
  'speaker',
  'source',
  'sourceTitle',
  'section',
  'page',
  'lastPage',
  'paragraph',
  'themes',
  'official',
  'url',
  'citation',
] as const satisfies (keyof ExportedQuotation)[];

/**
 * The quotations as CSV (RFC 4180), the names of the columns first; several themes stand in one
 * cell, with spaces.
 */
export const exportCsv = (quotations: ExportedQuotation[]): string =>
  csvTable([
    [...COLUMNS],
    ...quotations.map((quotation) =>
      COLUMNS.map((column) => {
        const value = quotation[column];
        return Array.isArray(value) ? value.join(' ') : value;
      }),
    ),
  ]);

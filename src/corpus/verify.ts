import { InspectionError } from '../domain/errors.js';
import { collapseSpace } from '../language/index.js';
import type { RecordFile } from './accept.js';
import type { Comparison } from './compare-sources.js';
import { quotesAcross } from './compare-text.js';
import { consistencyFaults } from './consistency.js';
import { type DocumentText, readDocument } from './document-text.js';
import { type Failure, failure, passageItem } from './failure.js';
import type { LoadedRecord } from './load.js';
import { nearestText } from './nearest-text.js';
import { quotationFaults, type TextOf } from './quotations.js';
import { checksums, locate, type SourceFile } from './sources.js';
import { tableComparison } from './table-documents.js';

/**
 * What was checked and what does not hold. `againstSources` is whether the documents themselves
 * were looked at, and `unread` are the reports held for their facts that were not in the folders.
 * `comparison` is how reports and official statistics compare; what differs is no failure.
 */
export type Verification = {
  quotations: number;
  judgements: number;
  sources: number;
  againstSources: boolean;
  unread: number;
  comparison: Comparison | null;
  failures: Failure[];
};

/**
 * Checks that the record agrees with itself and, where `folders` of documents are given, that every
 * document is the one that was read (by checksum) and says what the record quotes. `report` is told
 * of each step of long work.
 * @throws InspectionError where a folder does not exist.
 */
export async function verifyRecord(
  record: LoadedRecord,
  folders: string[] = [],
  report: (step: string) => void = () => {},
): Promise<Verification> {
  const { files, problems } = record;
  const againstSources = folders.length > 0;
  const { failures: ofSources, unread } = againstSources
    ? await sourceFaults(record, folders, report)
    : { failures: [], unread: 0 };
  const failures = [
    ...problems.map(({ file, reason }) => failure({ file }, null, `a usable file (${reason})`)),
    ...consistencyFaults(files),
    ...ofSources,
  ];
  return {
    quotations: files.reduce((sum, f) => sum + f.document.passages.length, 0),
    judgements: files.reduce((sum, f) => sum + f.document.judgements.length, 0),
    sources: files.length,
    againstSources,
    unread,
    comparison: record.table && tableComparison(record.table),
    failures,
  };
}

async function sourceFaults(
  record: LoadedRecord,
  folders: string[],
  report: (step: string) => void,
): Promise<{ failures: Failure[]; unread: number }> {
  report('Reading the folders of documents');
  const found = await checksums(folders);
  const texts = new Map<string, DocumentText>();
  const failures: Failure[] = [];
  const [files, unread] = filesToRead(record, found);
  for (const [i, file] of files.entries()) {
    report(`Reading document ${i + 1} of ${files.length}: ${file.document.source.file}`);
    const text = await readSource(file, found);
    if ('expected' in text) failures.push(text);
    else texts.set(file.document.source.id, text);
  }
  const textOf: TextOf = (id) => texts.get(id);
  return {
    failures: [
      ...failures,
      ...record.files.flatMap((file) => quotationFaults(file, textOf)),
      ...paragraphFaults(record, textOf),
    ],
    unread,
  };
}

/**
 * The files whose documents are to be read, and how many are left. A row of the table of
 * inspections is held against its report where that is in the folders; statistics are compared with
 * the reports instead.
 */
function filesToRead({ files, table }: LoadedRecord, found: SourceFile[]): [RecordFile[], number] {
  const reports = files.filter(({ document }) => document.source.kind !== 'statistics');
  const inTable = new Set(table?.inspections.flatMap(({ report }) => report?.sha256 ?? []));
  const sums = new Set(found.map(({ sha256 }) => sha256));
  const there = reports.filter(({ imported, document: { source } }) => {
    const isRow = !imported && source.holds === 'facts' && inTable.has(source.sha256);
    return !isRow || sums.has(source.sha256);
  });
  return [there, reports.length - there.length];
}

async function readSource(file: RecordFile, found: SourceFile[]): Promise<DocumentText | Failure> {
  const { source } = file.document;
  const at = locate(source, found);
  if (!at)
    return failure(file, null, `${source.file} (sha256 ${source.sha256}) in the folders given`);
  if (at.changed)
    return failure(
      file,
      null,
      `sha256 ${source.sha256} of ${source.file}; the file has changed (${at.path})`,
    );
  try {
    return await readDocument(at.path);
  } catch (error) {
    if (error instanceof InspectionError) return failure(file, null, error.message);
    throw error;
  }
}

/**
 * A paragraph that is shown whole, put together from its parts, stands in the document as it is
 * shown.
 */
function paragraphFaults({ files, passages }: LoadedRecord, textOf: TextOf): Failure[] {
  const fileOf = new Map(files.map((f) => [f.document.source.id, f]));
  const shown = new Set<string>();
  return passages.all().flatMap(({ passage, paragraph, source }) => {
    const [file, text] = [fileOf.get(source.id), textOf(source.id)];
    const key = `${source.id} ${paragraph}`;
    if (source.licence !== 'OGL-3.0' || !file || !text || shown.has(key)) return [];
    shown.add(key);
    if (collapseSpace(paragraph) === collapseSpace(passage.quote)) return [];
    if ([text.pages, text.laidOut].some((pages) => quotesAcross(pages, paragraph))) return [];
    const expected = `the parts of its paragraph to follow each other in ${source.file}: “${paragraph}”`;
    return [
      failure(file, passageItem(passage), expected, nearestText(paragraph, text.pages.join(' '))),
    ];
  });
}

import { join } from 'node:path';
import type { LocalAuthority } from '../../domain/authority.js';
import type { Reason, RecordedDocument } from '../../domain/document.js';
import { atMost, mapBounded } from '../files.js';
import { IMPORTED } from '../locations.js';
import type { FileReading, ReadFile } from './file-reading.js';
import { type Listed, toldOf } from './listed.js';
import { filesToImport, type ImportFile, recordFileName } from './pdf/intake.js';
import type { ReadFacts } from './reading.js';
import { answersFor, openReasons, saveQuestions, withAnswers } from './repository/corrections.js';
import { currentDocument } from './repository/current-document.js';
import { readBy } from './repository/reader-version.js';
import { readingOf, toRecordedDocument } from './repository/record-document.js';
import { type DocumentRepository, openRepository } from './repository/repository.js';

export type Verdict = 'imported' | 'needs_review' | 'rejected';

/**
 * What an import did to the document that the record holds of a file: it is new, it was read by an
 * older version and is now as this one reads it, it was current already, or it was taken out, since
 * this version does not take the file or finds no place for it.
 */
export type Change = 'added' | 'updated' | 'unchanged' | 'removed';

/**
 * What became of a file. `document` is what the record now holds of it, `null` where it has no
 * place there (yet).
 */
export type ImportResult = {
  file: string;
  sha256: string | null;
  verdict: Verdict;
  reasons: Reason[];
  /** What was read, now or before, for a file that can be read. */
  reading: ReadFacts | null;
  document: RecordedDocument | null;
  /** `null` where the record holds no document of it. */
  change: Change | null;
};

export type ImportOptions = {
  /** The folder of the record; what is imported goes into `imported` inside it. */
  folder: string;
  authorities: LocalAuthority[];
  /**
   * Documents that the record has from elsewhere with their passages, by checksum: they are not
   * imported again.
   */
  held: Map<string, RecordedDocument>;
  read: ReadFile;
  /** Which reader `read` is, as `readerVersion` gives it. */
  reader: string;
  /** How many files may be read at once. */
  threads: number;
  /** The publication date, where whoever imports the file knows it. */
  published?: string | undefined;
  /** What the site that a file is from says of it. */
  listed?: ((path: string) => Listed | undefined) | undefined;
  /** The repository of the record, where it is open already. */
  repository?: DocumentRepository;
  /** Told after each file. */
  progress?: (done: number, total: number, result: ImportResult) => void;
  /** Stops the import after the files that are being read. */
  signal?: AbortSignal;
};

/**
 * Imports files and folders of Ofsted's documents. Every file gets a verdict, in the order of
 * `paths`; each document is in the record, whole, when its verdict is told. A document that this
 * reader has read already is not read again, and what an older one read is brought up to date.
 * @throws InspectionError where a path does not exist.
 */
export async function importDocuments(
  paths: string[],
  options: ImportOptions,
): Promise<ImportResult[]> {
  const found = await filesToImport(paths);
  const repository = options.repository ?? (await repositoryOf(options));
  const whileReading = atMost(options.threads);
  // One document at a time is put into the record: two may be revisions of one visit.
  const inTurn = atMost(1);
  let done = 0;
  // The largest are read first, so that no thread is left with one when the others have none; one
  // file more than there are threads is under way, so that none waits while a document is put into
  // the record.
  const bySize = found.toSorted((a, b) => b.size - a.size);
  const results = new Map<ImportFile, ImportResult>();
  await mapBounded(bySize, options.threads + 1, async (importFile) => {
    const read = await whileReading(async () => {
      if (options.signal?.aborted) return null;
      const current = await currentDocument(importFile.path, repository, options);
      return current ?? options.read(importFile.path);
    });
    if (!read) return;
    const result = await inTurn(async () =>
      'source' in read
        ? unchanged(importFile, read)
        : storeDocument(importFile, read, repository, options),
    );
    options.progress?.(++done, found.length, result);
    results.set(importFile, result);
  });
  return withDuplicates(found.flatMap((file) => results.get(file) ?? []));
}

/** Opens the repository that documents are imported into. */
export function repositoryOf({
  folder,
  authorities,
}: Pick<ImportOptions, 'folder' | 'authorities'>): Promise<DocumentRepository> {
  const names = new Map(authorities.map((a) => [a.urn, a.name]));
  return openRepository(join(folder, IMPORTED), (urn) => names.get(urn) ?? urn);
}

async function storeDocument(
  { path, label }: ImportFile,
  read: FileReading,
  repository: DocumentRepository,
  { held, published, listed, reader }: ImportOptions,
): Promise<ImportResult> {
  if (!read.reading) return refusedResult(label, read, repository);
  const { sha256, themes } = read;
  const other = held.get(sha256);
  if (other) return duplicate(label, sha256, `The record has it already, as ${other.source.id}.`);
  const before = repository.byChecksum(sha256);
  const name = recordFileName(path);
  // The record's name for a file does not hang on which of two copies came first.
  const file = before && before.source.file < name ? before.source.file : name;
  const { answers, fault } = await answersFor(repository.folder, sha256);
  const reading = withAnswers(read.reading, answers);
  const { given, url } = toldOf(before, published, listed?.(path));
  const document = toRecordedDocument(reading, {
    file,
    sha256,
    given,
    url,
    themes,
    readBy: readBy(reader, answers),
  });
  if (document) await repository.save(document);
  else if (before) await repository.remove(sha256);
  if (fault === null) await saveQuestions(repository.folder, { file, sha256 }, reading, answers);
  if (before && before.source.file !== name && file !== name)
    return duplicate(label, sha256, `It is the same file as ${file}.`);
  return {
    file: label,
    sha256,
    verdict: openReasons(reading.reasons).length > 0 ? 'needs_review' : 'imported',
    reasons: reading.reasons,
    reading,
    document: repository.byChecksum(sha256) ?? null,
    change: document ? (before ? 'updated' : 'added') : before ? 'removed' : null,
  };
}

/** The result for a file that is not taken; what an older version took of it is taken out. */
async function refusedResult(
  file: string,
  { sha256, reasons }: Extract<FileReading, { reading: null }>,
  repository: DocumentRepository,
): Promise<ImportResult> {
  const isHeld = sha256 !== null && repository.byChecksum(sha256) !== undefined;
  if (isHeld) await repository.remove(sha256);
  const change = isHeld ? 'removed' : null;
  return { file, sha256, verdict: 'rejected', reasons, reading: null, document: null, change };
}

/** The result for a file whose document is current. */
function unchanged({ path, label }: ImportFile, document: RecordedDocument): ImportResult {
  const { file, sha256 } = document.source;
  if (recordFileName(path) !== file)
    return duplicate(label, sha256, `It is the same file as ${file}.`);
  const reading = readingOf(document);
  const verdict = openReasons(reading.reasons).length > 0 ? 'needs_review' : 'imported';
  return {
    file: label,
    sha256,
    verdict,
    reasons: reading.reasons,
    reading,
    document,
    change: 'unchanged',
  };
}

const duplicate = (file: string, sha256: string, detail: string): ImportResult => ({
  file,
  sha256,
  verdict: 'rejected',
  reasons: [{ code: 'duplicate', field: null, detail }],
  reading: null,
  document: null,
  change: null,
});

/**
 * Of several files with the same bytes one is imported: the first by name, whichever was read
 * first.
 */
function withDuplicates(results: ImportResult[]): ImportResult[] {
  const first = new Map<string, ImportResult>();
  for (const result of results) {
    if (result.sha256 === null || result.verdict === 'rejected') continue;
    const other = first.get(result.sha256);
    if (!other || result.file < other.file) first.set(result.sha256, result);
  }
  return results.map((result) => {
    const chosen = result.sha256 === null ? undefined : first.get(result.sha256);
    return !chosen || chosen === result || result.verdict === 'rejected'
      ? result
      : duplicate(result.file, chosen.sha256 ?? '', `It is the same file as ${chosen.file}.`);
  });
}

import { join } from 'node:path';
import type { LocalAuthority } from '../../domain/authority.js';
import type { Reason, RecordedDocument } from '../../domain/document.js';
import type { DocumentDate } from '../../domain/source.js';
import { atMost, mapBounded } from '../files.js';
import { IMPORTED } from '../locations.js';
import type { FileReading, ReadFile } from './file-reading.js';
import { filesToImport, type ImportFile, recordFileName } from './pdf/intake.js';
import type { Reading } from './reading.js';
import { answersFor, openReasons, saveQuestions, withAnswers } from './repository/corrections.js';
import { toRecordedDocument } from './repository/record-document.js';
import { type DocumentRepository, openRepository } from './repository/repository.js';

export type Verdict = 'imported' | 'needs_review' | 'rejected';

/**
 * What became of a file. `document` is what the record now holds of it, `null` where it has no
 * place there (yet).
 */
export type ImportResult = {
  file: string;
  sha256: string | null;
  verdict: Verdict;
  reasons: Reason[];
  /** What was read, for a file that was read. */
  reading: Reading | null;
  document: RecordedDocument | null;
};

/** The address of a file on its publisher's site, and the day on which it came out there. */
export type Listed = { url: string; published: string | null };

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
 * `paths`; each document is in the record, whole, when its verdict is told. Importing again changes
 * nothing.
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
  // One file more than there are threads is under way, so that none waits while a document is put
  // into the record.
  const results = await mapBounded(found, options.threads + 1, async (importFile) => {
    const read = await whileReading(async () =>
      options.signal?.aborted ? null : options.read(importFile.path),
    );
    if (!read) return null;
    const result = await inTurn(() => storeDocument(importFile, read, repository, options));
    options.progress?.(++done, found.length, result);
    return result;
  });
  return withDuplicates(results.filter((r) => r !== null));
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
  { held, published, listed }: ImportOptions,
): Promise<ImportResult> {
  if (!read.reading)
    return {
      file: label,
      sha256: read.sha256,
      verdict: 'rejected',
      reasons: read.reasons,
      reading: null,
      document: null,
    };
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
  const document = toRecordedDocument(reading, { file, sha256, given, url, themes });
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
  };
}

/** What is known of a file beside its text: what is told now, else what was told before. */
function toldOf(
  before: RecordedDocument | undefined,
  published: string | undefined,
  listed: Listed | undefined,
): { given: DocumentDate | null; url: string | null } {
  const url = listed?.url ?? before?.source.url ?? null;
  if (published) return { url, given: { date: published, basis: 'given', note: null } };
  if (listed?.published)
    return { url, given: { date: listed.published, basis: 'listed', note: null } };
  const earlier = before?.source.published;
  const isTold = earlier?.basis === 'given' || earlier?.basis === 'listed';
  return { url, given: isTold ? earlier : null };
}

const duplicate = (file: string, sha256: string, detail: string): ImportResult => ({
  file,
  sha256,
  verdict: 'rejected',
  reasons: [{ code: 'duplicate', field: null, detail }],
  reading: null,
  document: null,
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

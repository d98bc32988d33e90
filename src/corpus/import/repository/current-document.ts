import type { RecordedDocument } from '../../../domain/document.js';
import { exists } from '../../files.js';
import { type Listed, saysListed } from '../listed.js';
import { checksumOf, recordFileName } from '../pdf/intake.js';
import { answersFor, openReasons, pathOfQuestions } from './corrections.js';
import { readBy } from './reader-version.js';
import type { DocumentRepository } from './repository.js';

type Given = {
  /** The documents that the record has from elsewhere, by checksum. */
  held: ReadonlyMap<string, RecordedDocument>;
  reader: string;
  /** The publication date that whoever imports the file gives. */
  published?: string | undefined;
  /** What the site that a file is from says of it. */
  listed?: ((path: string) => Listed | undefined) | undefined;
};

/**
 * The document that the record holds of a file, where reading the file again would give the same:
 * this reader read it, with the answers and the date that are given now. `null` where the file must
 * be read.
 */
export async function currentDocument(
  path: string,
  repository: DocumentRepository,
  { held, reader, published, listed }: Given,
): Promise<RecordedDocument | null> {
  if (repository.all().length === 0) return null;
  const sha256 = await checksumOf(path);
  const document = sha256 === null ? undefined : repository.byChecksum(sha256);
  if (!document || sha256 === null || held.has(sha256)) return null;
  const { source, reasons = [] } = document;
  const isAsked = openReasons(reasons).length > 0;
  if (isAsked && !(await exists(pathOfQuestions(repository.folder, sha256)))) return null;
  const { answers } = await answersFor(repository.folder, sha256);
  const isCurrent =
    document.readBy === readBy(reader, answers) &&
    source.file <= recordFileName(path) &&
    saysListed(document, listed?.(path)) &&
    (published === undefined || source.published?.date === published);
  return isCurrent ? document : null;
}

import { join } from 'node:path';
import type { SyncContext } from './context.js';
import { diskFault, SyncStopped, Unavailable } from './failures.js';
import { checksum, fileNameOf, heldChecksum, isPdf, PUBLISHED, storeFile } from './files.js';
import type { ListedCouncil } from './listing.js';
import { readCouncil, unknownCouncil } from './read-council.js';
import type { SyncedCouncil, SyncedDocument } from './state.js';

/** What became of a document in a run. */
export type DocumentResult = {
  document: SyncedDocument;
  change: 'added' | 'replaced' | 'imported again' | 'not had';
};

/** What became of a council in a run; `fault` says why its page was not read. */
export type CouncilResult = {
  urn: string;
  name: string;
  page: string;
  fault: string | null;
  documents: DocumentResult[];
  stopped: SyncStopped | null;
};

const MAX_FILE_BYTES = 50_000_000;
const DAY = 86_400_000;
/** Days after which a page or a file is asked anew, in case it was replaced in silence. */
const ASKED_ANEW = 30;

/** Days after which a file that is no PDF is asked anew: the site may have been in trouble. */
const NO_PDF_ASKED_ANEW = 1;

/** Whether it is long enough ago that a council's page, or a document's file, was asked for. */
export function isDue({ asked, reasons = [] }: Asked, now: Date): boolean {
  const days = reasons.some(({ code }) => code === 'not_a_pdf') ? NO_PDF_ASKED_ANEW : ASKED_ANEW;
  return asked === null || now.getTime() - Date.parse(asked) >= days * DAY;
}

type Asked = Pick<SyncedCouncil, 'asked'> & Partial<Pick<SyncedDocument, 'reasons'>>;

/**
 * Brings the record up to date with what a council's page lists. Each file is noted before it is
 * stored and imported when all are, so that a run after one that was interrupted goes on with what
 * is missing.
 */
export async function syncCouncil(
  listed: ListedCouncil,
  context: SyncContext,
): Promise<CouncilResult> {
  const { state, importer, site } = context;
  const before = (await state.council(listed.urn)) ?? unknownCouncil(listed, site);
  const council = await readCouncil({ ...before, name: listed.name }, context);
  await state.saveCouncil(council);
  const changes = new Map<string, DocumentResult['change']>();
  let stopped: SyncStopped | null = null;
  for (const [i, document] of council.documents.entries()) {
    try {
      const change = await bring(council, i, context);
      if (change) changes.set(document.url, change);
      context.onFile?.(i + 1, council.documents.length);
    } catch (error) {
      const fault = diskFault(error, importer.folder);
      if (!(fault instanceof SyncStopped) || fault !== error) throw fault;
      stopped = fault;
      break;
    }
  }
  await importFiles(council, changes, context);
  council.complete =
    council.fault === null &&
    stopped === null &&
    council.documents.every((each) => each.verdict !== null && each.fault === null);
  if (council.complete) council.listed = listed.latest ?? council.listed ?? newestOf(council);
  await state.saveCouncil(council);
  const { urn, name, page, fault } = council;
  const documents = council.documents.flatMap((document) => {
    const change = changes.get(document.url);
    return change ? [{ document, change }] : [];
  });
  return { urn, name, page, fault, documents, stopped };
}

const newestOf = ({ documents }: SyncedCouncil): string | null =>
  documents
    .map(({ published }) => published ?? '')
    .sort()
    .at(-1) || null;

/** Fetches the file of a document where it is not held, or may have been replaced. */
async function bring(
  council: SyncedCouncil,
  i: number,
  { client, state, importer, now }: SyncContext,
): Promise<DocumentResult['change'] | null> {
  const document = council.documents[i];
  if (!document) return null;
  const held = await heldChecksum(document, importer.folder);
  const isHeld = held !== null && held === document.sha256;
  if (isHeld && document.fault === null && !isDue(document, now())) return null;
  try {
    const fetched = await client.fetch(document.url, {
      maxBytes: MAX_FILE_BYTES,
      accepts: (bytes) => isPdf(bytes) || checksum(bytes) === held,
      validators: isHeld ? document : undefined,
    });
    const asked = now().toISOString();
    if (!fetched.changed || checksum(fetched.bytes) === held) {
      const validators = fetched.changed ? fetched.validators : {};
      council.documents[i] = { ...document, ...validators, sha256: held, asked, fault: null };
      await state.saveCouncil(council);
      return null;
    }
    const file = document.file ?? fileNameOf(document, council);
    const replaces = document.replaces ?? held;
    council.documents[i] = {
      ...document,
      ...fetched.validators,
      file,
      sha256: checksum(fetched.bytes),
      asked,
      replaces,
      verdict: null,
      reasons: [],
      fault: null,
    };
    await state.saveCouncil(council);
    await storeFile(join(importer.folder, PUBLISHED, file), fetched.bytes, held);
    return replaces ? 'replaced' : 'added';
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    council.documents[i] = { ...document, fault: error.message };
    await state.saveCouncil(council);
    return 'not had';
  }
}

/** Imports what is held and was not imported yet; a replaced file goes when the new one is in. */
async function importFiles(
  council: SyncedCouncil,
  changes: Map<string, DocumentResult['change']>,
  { importer, signal }: SyncContext,
): Promise<void> {
  const waiting = new Map<string, number>();
  for (const [i, document] of council.documents.entries()) {
    const { file, sha256, verdict } = document;
    if (file === null || verdict !== null) continue;
    if ((await heldChecksum(document, importer.folder)) === sha256)
      waiting.set(join(importer.folder, PUBLISHED, file), i);
  }
  const paths = [...waiting.keys()];
  if (paths.length === 0) return;
  const listed = (path: string) => council.documents[waiting.get(path) ?? -1];
  const results = await importer.run(paths, { listed, ...(signal ? { signal } : {}) });
  for (const { file, verdict, reasons, document: imported } of results) {
    const i = waiting.get(file);
    const document = i === undefined ? undefined : council.documents[i];
    if (i === undefined || !document) continue;
    const isIn = imported !== null || reasons.some(({ code }) => code === 'duplicate');
    if (document.replaces && isIn) await importer.remove(document.replaces);
    const replaces = isIn ? null : document.replaces;
    council.documents[i] = { ...document, verdict, reasons, replaces };
    if (!changes.has(document.url)) changes.set(document.url, 'imported again');
  }
}

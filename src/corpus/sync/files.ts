import { createHash } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeWhole } from '../import/repository/atomic-write.js';
import { slug } from '../import/repository/record-document.js';
import type { ListedDocument } from './council-page.js';
import { bytesIfAny, type SyncedDocument } from './state.js';

/** The folder, beside the record, of the files as they were published. */
export const PUBLISHED = 'published';

/** The name of a document's file: "80569-tameside/2024-02-13-50242044.pdf". */
export function fileNameOf(
  { url, published }: ListedDocument,
  council: { urn: string; name: string },
): string {
  const last = basename(new URL(url).pathname, '.pdf');
  const number = slug(last) || createHash('sha256').update(url).digest('hex').slice(0, 8);
  return join(`${council.urn}-${slug(council.name)}`, `${published ?? 'undated'}-${number}.pdf`);
}

export const checksum = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Ofsted's documents are PDFs; a site in trouble answers with pages instead. */
export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.length)).includes('%PDF-');

/**
 * The checksum of the file that is held of a document, or `null`. What was imported is not read
 * again to be sure; of what was not, the file may be an older one than its entry.
 */
export async function heldChecksum(
  { file, sha256, verdict }: SyncedDocument,
  folder: string,
): Promise<string | null> {
  if (file === null) return null;
  if (verdict !== null && verdict !== 'rejected') return sha256;
  const bytes = await bytesIfAny(join(folder, PUBLISHED, file));
  return bytes && checksum(bytes);
}

/** Stores a file whole, and keeps the one it replaces beside it. */
export async function storeFile(
  path: string,
  bytes: Uint8Array,
  replaced: string | null,
): Promise<void> {
  if (replaced) {
    const aside = join(dirname(path), 'replaced');
    await mkdir(aside, { recursive: true });
    await rename(path, join(aside, `${replaced.slice(0, 8)}-${basename(path)}`));
  }
  await writeWhole(path, bytes);
}

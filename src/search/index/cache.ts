import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The file beside a record that holds its index, so that it need not be built at every start.
 * `payload` is the index of this very record, or `null`; `reason` then says why a file that is
 * there was not used, and is `null` where there is none. It is `valid` where the files of the
 * record, byte for byte as they are now, were all found valid when the file was written. The
 * `fingerprint` (32 bytes) is of this record and no other.
 */
export type IndexCache = {
  path: string;
  fingerprint: Uint8Array;
  payload: Uint8Array | null;
  valid: boolean;
  reason: string | null;
};

/**
 * Raise it whenever a payload, or what the schemas allow in a document, means something else than
 * before: older files are then built anew.
 */
export const CACHE_FORMAT = 9;

/** The folder beside a record that holds only what can be built anew. */
const CACHE_FOLDER = '.index';
const CACHE_FILE = 'search.bin';

/**
 * "OFSTEDIX", format, checksum of all that follows, fingerprint, whether valid, payload. The
 * payload starts at a multiple of eight bytes.
 */
const MAGIC = Buffer.from('OFSTEDIX');
const FORMAT_AT = 8;
const CHECKSUM_AT = 16;
const FINGERPRINT_AT = 48;
const VALID_AT = 80;
const PAYLOAD_AT = 88;

/** Opens the cache beside the record in `folder`. */
export function openIndexCache(folder: string, fingerprint: Uint8Array): IndexCache {
  const empty = newIndexCache(folder, fingerprint);
  const bytes = bytesOf(empty.path);
  if (!bytes) return empty;
  const fault = faultOf(bytes, fingerprint);
  if (fault) return { ...empty, reason: fault };
  const valid = bytes[VALID_AT] === 1;
  return { ...empty, valid, payload: bytes.subarray(PAYLOAD_AT), reason: null };
}

/** The cache beside the record in `folder`, to be written whatever it holds. */
export const newIndexCache = (folder: string, fingerprint: Uint8Array): IndexCache => ({
  path: join(folder, CACHE_FOLDER, CACHE_FILE),
  fingerprint,
  payload: null,
  valid: false,
  reason: null,
});

/**
 * Writes a payload in place of what the cache held before. Where the folder cannot be written
 * nothing is written, and the next start builds the index again.
 */
export function saveIndex(
  { path, fingerprint }: IndexCache,
  payload: Uint8Array,
  valid: boolean,
): void {
  const head = Buffer.alloc(PAYLOAD_AT);
  head.set(MAGIC);
  head.writeUInt32LE(CACHE_FORMAT, FORMAT_AT);
  head.set(fingerprint, FINGERPRINT_AT);
  head[VALID_AT] = valid ? 1 : 0;
  head.set(checksum(head.subarray(FINGERPRINT_AT), payload), CHECKSUM_AT);
  replaceFile(path, [head, payload]);
}

/**
 * "The search index …/.index/search.bin was damaged, so it is built anew.", or nothing where there
 * is nothing to tell.
 */
export const cacheNote = ({ path, reason }: IndexCache): string | null =>
  reason && `The search index ${path} ${reason}, so it is built anew.`;

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Why the bytes are not the index of the record, or nothing. */
function faultOf(bytes: Buffer, fingerprint: Uint8Array): string | null {
  if (bytes.length < PAYLOAD_AT || !bytes.subarray(0, FORMAT_AT).equals(MAGIC))
    return 'was damaged';
  if (bytes.readUInt32LE(FORMAT_AT) !== CACHE_FORMAT) return 'was of another version';
  const sum = checksum(bytes.subarray(FINGERPRINT_AT));
  if (!bytes.subarray(CHECKSUM_AT, FINGERPRINT_AT).equals(sum)) return 'was damaged';
  const same = bytes.subarray(FINGERPRINT_AT, VALID_AT).equals(fingerprint);
  return same ? null : 'was of the record as it was before';
}

function checksum(...parts: Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/**
 * Writes a file so that a reader sees the old one or the whole new one. A folder that cannot be
 * written is left as it is.
 */
function replaceFile(path: string, parts: Uint8Array[]): void {
  const unfinished = `${path}.${process.pid}.part`;
  const done = tried(() => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, Buffer.concat(parts));
    renameSync(unfinished, path);
  });
  if (!done) tried(() => rmSync(unfinished, { force: true }));
}

/** Whether the system let it be done. */
function tried(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

import { inflateSync } from 'node:zlib';
import { mayBeClear, mayHideText } from './hiding-instructions.js';

/** No page's text, font or picture in a published report comes near. */
export const MAX_STREAM = 64_000_000;
const MAX_ALL_STREAMS = 256_000_000;
/** A page's instructions come in one piece or a few, where zlib's own would be many to join. */
export const PIECE = 65_536;
const TAIL = 2048;

/**
 * What a look into a PDF's compressed parts finds before any of it is read: a fault, or whether
 * its text may hold what no reader sees, so that every page must be looked at closely.
 */
export type StreamCheck = { fault: 'truncated' | 'too_large' } | { mayHideText: boolean };

/**
 * A fault is that the file has no end, that a compressed part is damaged (readers pass over such a
 * part, and half a report would look like a whole one), or that a part swells to more than a report
 * can hold.
 */
export function checkStreams(bytes: Buffer): StreamCheck {
  if (!bytes.subarray(-TAIL).includes('%%EOF')) return { fault: 'truncated' };
  // What is encrypted cannot be looked into here.
  if (bytes.includes('/Encrypt')) return { mayHideText: true };
  let mayHide = mayBeClear(bytes);
  let total = 0;
  for (const { dictionary, data, packing } of streamsOf(bytes)) {
    const content = packing === 'flate' ? inflate(data) : data;
    if (content === 'damaged') return { fault: 'truncated' };
    if (content === 'too_large') return { fault: 'too_large' };
    if (packing === 'flate') total += sizeOf(content);
    if (total > MAX_ALL_STREAMS) return { fault: 'too_large' };
    mayHide ||= hides(dictionary, content, packing);
  }
  return { mayHideText: mayHide };
}

/** How a stream is packed: not at all, with Flate only or first, or in another way. */
type Packing = 'none' | 'flate' | 'other';

type Stream = { dictionary: string; data: Buffer; packing: Packing };

/** Every object's stream, as it stands in the file. */
function* streamsOf(bytes: Buffer): Generator<Stream> {
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const before = bytes.subarray(Math.max(0, at - LONGEST_DICTIONARY), at);
    const dictionary = before.toString('latin1', Math.max(0, before.lastIndexOf(' obj')));
    const packing = packingOf(dictionary);
    if (packing !== 'flate' && !dictionary.trimEnd().endsWith('>>')) continue;
    const start = at + 6 + (bytes[at + 6] === 0x0d ? 1 : 0) + 1;
    const end = bytes.indexOf('endstream', start);
    if (end < 0) return;
    yield { dictionary, data: bytes.subarray(start, end), packing };
    at = end;
  }
}

const LONGEST_DICTIONARY = 8000;

function packingOf(dictionary: string): Packing {
  if (!/\/Filter\b/.test(dictionary)) return 'none';
  return /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b/.test(dictionary) ? 'flate' : 'other';
}

/** Pictures, fonts and what is said about a file: they paint no text of their own. */
const PAINTS_NO_TEXT =
  /\/Length1\b|\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType|XML)\b|\/Type\s*\/(?:XRef|Metadata|EmbeddedFile)\b/;

/** Whether a stream may be why text is not seen. What is packed in more than Flate may hold it. */
function hides(dictionary: string, data: Buffer, packing: Packing): boolean {
  if (PAINTS_NO_TEXT.test(dictionary)) return false;
  if (packing === 'other' || /(?:FlateDecode|Fl)\s*\//.test(filtersOf(dictionary))) return true;
  return /\/ObjStm\b/.test(dictionary) ? mayBeClear(data) : mayHideText(data);
}

const filtersOf = (dictionary: string): string =>
  /\/Filter\s*\[([^\]]*)\]/.exec(dictionary)?.[1] ?? '';

function inflate(data: Buffer): Buffer | 'damaged' | 'too_large' {
  if (data.length === 0) return data;
  try {
    return inflateSync(data, { maxOutputLength: MAX_STREAM, chunkSize: PIECE });
  } catch (error) {
    return isTooLong(error) ? 'too_large' : 'damaged';
  }
}

/**
 * A second layer of compression is looked into once more: two layers are how a small file hides a
 * huge one.
 */
const sizeOf = (inflated: Buffer): number =>
  inflated.length > 2 && inflated[0] === 0x78 && inflated.length * 1000 > MAX_STREAM
    ? Math.max(inflated.length, layerSize(inflated))
    : inflated.length;

/** The size of what is packed once more; as much as all may have where it is too large. */
function layerSize(data: Buffer): number {
  const inflated = inflate(data);
  if (inflated === 'damaged') return 0;
  return inflated === 'too_large' ? MAX_ALL_STREAMS + 1 : inflated.length;
}

const isTooLong = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_BUFFER_TOO_LARGE';

import { filtersOf, inflate, MAX_STREAM, unpack } from './filters.js';
import { mayBeClear, mayHideText } from './hiding-instructions.js';

const MAX_ALL_STREAMS = 256_000_000;
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
  // What is encrypted cannot be looked into here; a file that only says so is looked into.
  const mayBeEncrypted = bytes.includes('/Encrypt');
  let mayHide = mayBeEncrypted || mayBeClear(bytes);
  let total = 0;
  for (const { dictionary, data, packing } of streamsOf(bytes)) {
    const unpacked = unpack(data, filtersOf(dictionary));
    if (unpacked === 'too_large') return { fault: 'too_large' };
    if (unpacked === 'damaged') {
      if (mayBeEncrypted) continue;
      return { fault: 'truncated' };
    }
    const { content, size } = unpacked;
    total += packing === 'flate' ? size - content.length + sizeOf(content) : size;
    if (total > MAX_ALL_STREAMS) return { fault: 'too_large' };
    mayHide ||= hides(dictionary, content, packing);
  }
  return { mayHideText: mayHide };
}

/** How a stream is packed: not at all, with Flate alone, or in another way. */
type Packing = 'none' | 'flate' | 'other';

type Stream = { dictionary: string; data: Buffer; packing: Packing };

/** Every object's stream, as it stands in the file. */
function* streamsOf(bytes: Buffer): Generator<Stream> {
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const dictionary = withFilters(bytes, bytes.toString('latin1', startOfObject(bytes, at), at));
    const packing = packingOf(dictionary);
    if (packing !== 'flate' && !dictionary.trimEnd().endsWith('>>')) continue;
    const start = at + 6 + (bytes[at + 6] === 0x0d ? 1 : 0) + 1;
    const end = bytes.indexOf('endstream', start);
    if (end < 0) return;
    yield { dictionary, data: bytes.subarray(start, end), packing };
    at = end;
  }
}

/** A dictionary whose filters are named in another object, with these in their place. */
const withFilters = (bytes: Buffer, dictionary: string): string =>
  dictionary.replace(/\/Filter\s+(\d+)\s+(\d+)\s+R\b/, (named, number, generation) => {
    const object = `${number} ${generation} obj`;
    const at = bytes.lastIndexOf(object);
    if (at < 0) return named;
    const text = bytes.toString('latin1', at + object.length, at + LONGEST_NAMES);
    return `/Filter ${text.split('endobj', 1)[0]}`;
  });

const LONGEST_NAMES = 500;
const LONGEST_DICTIONARY = 100_000;

/** Where the word `obj` before a stream stands, or as far before it as a dictionary may begin. */
function startOfObject(bytes: Buffer, stream: number): number {
  const first = Math.max(0, stream - LONGEST_DICTIONARY);
  let at = bytes.lastIndexOf('obj', stream);
  while (at > first && bytes.toString('latin1', at - 3, at) === 'end')
    at = bytes.lastIndexOf('obj', at - 1);
  return Math.max(first, at);
}

function packingOf(dictionary: string): Packing {
  if (!/\/Filter\b/.test(dictionary)) return 'none';
  const filters = filtersOf(dictionary);
  return filters.length === 1 && filters[0] === 'FlateDecode' ? 'flate' : 'other';
}

/** Pictures, fonts and what is said about a file: they paint no text of their own. */
const PAINTS_NO_TEXT =
  /\/Length1\b|\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType|XML)\b|\/Type\s*\/(?:XRef|Metadata|EmbeddedFile)\b/;

/** Whether a stream may be why text is not seen. What is packed in more than Flate may hold it. */
function hides(dictionary: string, data: Buffer, packing: Packing): boolean {
  if (PAINTS_NO_TEXT.test(dictionary)) return false;
  if (packing === 'other') return true;
  return /\/ObjStm\b/.test(dictionary) ? mayBeClear(data) : mayHideText(data);
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

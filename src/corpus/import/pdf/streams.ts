import { inflateSync } from 'node:zlib';

/** No page's text, font or picture in a published report comes near. */
export const MAX_STREAM = 64_000_000;
const MAX_ALL_STREAMS = 256_000_000;
const TAIL = 2048;

/**
 * What is wrong with a PDF's bytes before any of it is read: it has no end, a compressed part is
 * damaged (readers pass over such a part, and half a report would look like a whole one), or a part
 * swells to more than a report can hold.
 */
export function streamFault(bytes: Buffer): 'truncated' | 'too_large' | null {
  if (!bytes.subarray(-TAIL).includes('%%EOF')) return 'truncated';
  // What is encrypted cannot be looked into here.
  if (bytes.includes('/Encrypt')) return null;
  let total = 0;
  for (const stream of flateStreams(bytes)) {
    const size = inflatedSize(stream);
    if (size === 'damaged') return 'truncated';
    total += size;
    if (size > MAX_STREAM || total > MAX_ALL_STREAMS) return 'too_large';
  }
  return null;
}

/** The compressed data of every object whose only, or first, filter is Flate. */
function* flateStreams(bytes: Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const dictionary = bytes.toString('latin1', Math.max(0, at - 1000), at);
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    if (!/\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b/.test(own)) continue;
    const start = at + 6 + (bytes[at + 6] === 0x0d ? 1 : 0) + 1;
    const end = bytes.indexOf('endstream', start);
    if (end < 0) return;
    yield bytes.subarray(start, end);
    at = end;
  }
}

function inflatedSize(data: Buffer): number | 'damaged' {
  if (data.length === 0) return 0;
  try {
    const inflated = inflateSync(data, { maxOutputLength: MAX_STREAM });
    // A second layer of compression is looked into once more: two layers are how a small file hides
    // a huge one.
    return inflated.length > 2 && inflated[0] === 0x78 && inflated.length * 1000 > MAX_STREAM
      ? Math.max(inflated.length, layerSize(inflated))
      : inflated.length;
  } catch (error) {
    return isTooLong(error) ? MAX_STREAM + 1 : 'damaged';
  }
}

function layerSize(data: Buffer): number {
  try {
    return inflateSync(data, { maxOutputLength: MAX_STREAM }).length;
  } catch (error) {
    return isTooLong(error) ? MAX_STREAM + 1 : 0;
  }
}

const isTooLong = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_BUFFER_TOO_LARGE';

import { inflateSync } from 'node:zlib';

/** No page's text, font or picture in a published report comes near. */
export const MAX_STREAM = 64_000_000;
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
  // What is encrypted, or packed in another way, cannot be looked into here.
  if (bytes.includes('/Encrypt')) return { mayHideText: true };
  let mayHideText = /\/(?:LZW|ASCII85|ASCIIHex|RunLength)Decode/.test(bytes.toString('latin1'));
  mayHideText ||= mayHide(bytes);
  let total = 0;
  for (const stream of flateStreams(bytes)) {
    const inflated = inflate(stream);
    if (inflated === 'damaged') return { fault: 'truncated' };
    const size = inflated === 'too_large' ? MAX_STREAM + 1 : sizeOf(inflated);
    total += size;
    if (size > MAX_STREAM || total > MAX_ALL_STREAMS) return { fault: 'too_large' };
    if (inflated !== 'too_large') mayHideText ||= mayHide(inflated);
  }
  return { mayHideText };
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

function inflate(data: Buffer): Buffer | 'damaged' | 'too_large' {
  if (data.length === 0) return data;
  try {
    return inflateSync(data, { maxOutputLength: MAX_STREAM });
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

/** A number that is white, or so near that paper shows nothing. */
const WHITE = '(?:1(?:\\.0*)?|0?\\.9[5-9]\\d*)';
const BLANK = '(?:0(?:\\.0*)?|0?\\.0[0-4]\\d*)';
const SET_WHITE = `(?<![\\d.] ?)(?:${WHITE} (?:g|scn?)|(?:${WHITE} ){3}(?:rg|scn?)|(?:${BLANK} ){4}(?:k|scn?))`;
const OTHER_COLOUR = '\\b(?:g|rg|k|scn?|Q)\\s';

/**
 * What in a page's instructions hides text: modes of painting without ink, a white colour with text
 * before the next colour, no opacity.
 */
const HIDING = new RegExp(
  `(?<![\\d.])[37](?:\\.0*)? Tr\\b|${SET_WHITE}\\s(?:(?!${OTHER_COLOUR})[^()<>])*?(?:\\(|<[\\da-f\\s]*>)|/ca 0?(?:\\.0\\d*)?[\\s/>]`,
  'i',
);

/** No page's instructions are longer; fonts and pictures are, and are not searched. */
const LONGEST_PAGE = 2_000_000;

const mayHide = (data: Buffer): boolean =>
  data.length < LONGEST_PAGE &&
  (data.includes(' Tr') || data.includes('BT') || data.includes('/ca ')) &&
  HIDING.test(data.toString('latin1'));

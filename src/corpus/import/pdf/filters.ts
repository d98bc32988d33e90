import { inflateSync } from 'node:zlib';

/** No page's text, font or picture in a published report comes near. */
export const MAX_STREAM = 64_000_000;
/** A page's instructions come in one piece or a few, where zlib's own would be many to join. */
export const PIECE = 65_536;

/** What a stream holds when it is unpacked; `size` counts every layer on the way. */
export type Unpacked = { content: Buffer; size: number } | 'damaged' | 'too_large';

const NAMES: Record<string, string> = {
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  RL: 'RunLengthDecode',
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
};

/** The filters that a stream's dictionary names, in order, however their names are written. */
export function filtersOf(dictionary: string): string[] {
  const plain = dictionary.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const [, list, name] = /\/Filter\s*(?:\[([^\]]*)\]|(\/\w+))/.exec(plain) ?? [];
  return [...(list ?? name ?? '').matchAll(/\/(\w+)/g)].map(([, each = '']) => NAMES[each] ?? each);
}

/**
 * Unpacks a stream through its filters, as far as they are no picture's. One by LZW or run lengths
 * is only measured: no published report has any, and none packs such a stream once more.
 */
export function unpack(data: Buffer, filters: readonly string[]): Unpacked {
  let content = data;
  let size = 0;
  for (const [i, filter] of filters.entries()) {
    if (filter === 'LZWDecode' || filter === 'RunLengthDecode') {
      const measured = filter === 'LZWDecode' ? sizeOfLzw(content) : sizeOfRuns(content);
      const isLast = filters.slice(i + 1).every((each) => !UNPACKS.has(each));
      return measured > MAX_STREAM || !isLast ? 'too_large' : { content, size: size + measured };
    }
    const unpacked = step(content, filter);
    if (unpacked === null) break;
    if (typeof unpacked === 'string') return unpacked;
    content = unpacked;
    size += content.length;
  }
  return { content, size };
}

const UNPACKS = new Set(Object.values(NAMES));

/** One filter undone; null where it is a picture's. */
function step(data: Buffer, filter: string): Buffer | 'damaged' | 'too_large' | null {
  if (filter === 'FlateDecode') return inflate(data);
  if (filter === 'ASCIIHexDecode')
    return Buffer.from(data.toString('latin1').split('>', 1)[0]?.replace(/\s/g, '') ?? '', 'hex');
  return filter === 'ASCII85Decode' ? fromAscii85(data) : null;
}

/** zlib's data unpacked, to no more than a stream may have. */
export function inflate(data: Buffer): Buffer | 'damaged' | 'too_large' {
  if (data.length === 0) return data;
  try {
    return inflateSync(data, { maxOutputLength: MAX_STREAM, chunkSize: PIECE });
  } catch (error) {
    return isTooLong(error) ? 'too_large' : 'damaged';
  }
}

export const isTooLong = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_BUFFER_TOO_LARGE';

/** Five characters are four bytes; `z` is four zeros, `~` the end. */
function fromAscii85(data: Buffer): Buffer {
  const bytes = Buffer.alloc(Math.min(data.length * 4 + 4, MAX_STREAM));
  let at = 0;
  let digits = 0;
  let value = 0;
  const put = (count: number): void => {
    for (let i = 0; i < count && at < bytes.length; i++)
      bytes[at++] = Math.floor(value / 256 ** (3 - i)) % 256;
  };
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && digits === 0) {
      value = 0;
      put(4);
    } else if (byte >= 0x21 && byte <= 0x75) {
      value = value * 85 + (byte - 0x21);
      if (++digits < 5) continue;
      put(4);
      digits = 0;
      value = 0;
    }
  }
  if (digits > 1) {
    for (let i = digits; i < 5; i++) value = value * 85 + 84;
    put(digits - 1);
  }
  return bytes.subarray(0, at);
}

function sizeOfRuns(data: Buffer): number {
  let size = 0;
  for (let at = 0; at < data.length; ) {
    const length = data[at] ?? 128;
    if (length === 128) break;
    size += length < 128 ? length + 1 : 257 - length;
    at += length < 128 ? length + 2 : 2;
  }
  return size;
}

const LZW_CLEAR = 256;
const LZW_END = 257;
const LZW_MOST = 4_096;

/** Only how long each code's text is need be known. Source: PDF 32000-1, 7.4.4. */
function sizeOfLzw(data: Buffer): number {
  const lengths = new Uint32Array(LZW_MOST).fill(1);
  let next = 258;
  let before = 0;
  let size = 0;
  let bits = 0;
  let held = 0;
  for (const byte of data) {
    held = (held << 8) | byte;
    bits += 8;
    const width = next >= 2_047 ? 12 : next >= 1_023 ? 11 : next >= 511 ? 10 : 9;
    if (bits < width) continue;
    bits -= width;
    const code = held >> bits;
    held &= (1 << bits) - 1;
    if (code === LZW_END) break;
    if (code === LZW_CLEAR) {
      next = 258;
      before = 0;
      continue;
    }
    const length = code < next ? (lengths[code] ?? 1) : before + 1;
    if (before > 0 && next < LZW_MOST) lengths[next++] = before + 1;
    before = length;
    size += length;
    if (size > MAX_STREAM) break;
  }
  return size;
}

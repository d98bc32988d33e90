import type { CouncilSizes, InvertedIndex } from './inverted-index.js';

/** Where a section begins: typed arrays need it, and eight suits any of them. */
const ALIGNED = 8;
const SECTIONS = 9;

/**
 * The index as one run of bytes: the number of passages and the length of each section, then the
 * sections.
 */
export function serialise(index: InvertedIndex): Uint8Array {
  const { terms, starts, ids, patterns, counts, lengths, words, frequencies } = index;
  const text = (lines: string[]) => new TextEncoder().encode(lines.join('\n'));
  const councils = text(index.sizes.map(([urn, passages]) => `${urn} ${passages}`));
  const arrays = [starts, frequencies, ids, patterns, counts, lengths];
  const sections = [text(terms), text(words), ...arrays, councils];
  const head = Uint32Array.from([index.passages, ...sections.map((s) => s.byteLength)]);
  const parts = [head, ...sections];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + aligned(part.byteLength), 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  return bytes;
}

/**
 * The index that was serialised. Its arrays are views of the bytes where these lie well, without
 * copying. The bytes must be those of `serialise`.
 */
export function deserialise(serialised: Uint8Array): InvertedIndex {
  const bytes = serialised.byteOffset % ALIGNED === 0 ? serialised : serialised.slice();
  const [passages = 0, ...sizes] = words32(bytes, 0, (1 + SECTIONS) * 4);
  let end = aligned((1 + SECTIONS) * 4);
  const places = sizes.map((size) => {
    const at = end;
    end += aligned(size);
    return { at, size };
  });
  const section = <T>(n: number, view: (bytes: Uint8Array, at: number, size: number) => T): T => {
    const { at, size } = places[n] ?? { at: end, size: 0 };
    return view(bytes, at, size);
  };
  return {
    sizes: section(8, lines).map(sizeOf),
    passages,
    terms: section(0, lines),
    words: section(1, lines),
    starts: section(2, words32),
    frequencies: section(3, words32),
    ids: section(4, words16),
    patterns: section(5, words16),
    counts: section(6, words16),
    lengths: section(7, words16),
  };
}

const aligned = (size: number): number => Math.ceil(size / ALIGNED) * ALIGNED;

const words32 = ({ buffer, byteOffset }: Uint8Array, at: number, size: number): Uint32Array =>
  new Uint32Array(buffer, byteOffset + at, size / 4);

const words16 = ({ buffer, byteOffset }: Uint8Array, at: number, size: number): Uint16Array =>
  new Uint16Array(buffer, byteOffset + at, size / 2);

function lines(bytes: Uint8Array, at: number, size: number): string[] {
  return size === 0 ? [] : new TextDecoder().decode(bytes.subarray(at, at + size)).split('\n');
}

function sizeOf(line: string): CouncilSizes[number] {
  const [urn = '', passages] = line.split(' ');
  return [urn, Number(passages)];
}

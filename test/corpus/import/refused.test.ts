import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { codesOf, type Workbench, workbench } from '../../support/imports.js';
import { pdfOf } from '../../support/pdf.js';
import { ilacsReport } from '../../support/reports.js';

let bench: Workbench;
beforeEach(async () => {
  bench = await workbench();
});
afterEach(() => bench.clear());

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const textOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

/** A PDF with one more object, a compressed stream with this content. */
const withStream = (content: Uint8Array): Uint8Array =>
  withPacked(deflateSync(content), '/FlateDecode');

/**
 * A PDF with one more object, a stream that is packed by these filters. With a `long` dictionary,
 * or its filters named `elsewhere`, it is what the first page shows.
 */
function withPacked(
  data: Uint8Array,
  filters: string,
  { long = false, elsewhere = false } = {},
): Uint8Array {
  const whole = textOf(pdfOf(ilacsReport())).replace(
    '/Contents 7 0 R',
    `/Contents ${long || elsewhere ? 99 : 7} 0 R`,
  );
  const gap = long ? ' '.repeat(9_000) : ' ';
  const packed = textOf(data);
  const named = `98 0 obj\n${filters}\nendobj\n`;
  const object = `${named}99 0 obj\n<< /Filter ${elsewhere ? '98 0 R' : filters}${gap}/Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj\n`;
  return bytes(whole.replace('xref\n', () => `${object}xref\n`));
}

/** So many codes of LZW's that each stand for a longer run of spaces: 4,000 in 12 bits at last. */
function lzwBomb(codes = 40_000): Uint8Array {
  const written: number[] = [];
  let held = 0;
  let bits = 0;
  const write = (code: number, width: number) => {
    held = (held << width) | code;
    for (bits += width; bits >= 8; bits -= 8) written.push((held >> (bits - 8)) & 255);
    held &= 255;
  };
  write(256, 9);
  write(32, 9);
  for (let i = 0; i < codes; i++) {
    const next = 258 + i;
    write(Math.min(next, 4_095), next >= 2_047 ? 12 : next >= 1_023 ? 11 : next >= 511 ? 10 : 9);
  }
  write(0, 8);
  return Uint8Array.from(written);
}

function withPages(count: number): Uint8Array {
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, i) => `${i + 3} 0 R`).join(' ')}] >>`,
    ...Array.from({ length: count }, () => page),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return bytes(
    `${file}xref\n0 ${count + 3}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${count + 3} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
  );
}

const PADDING = 'a8'.repeat(32);
const encrypted = (): Uint8Array =>
  bytes(
    textOf(pdfOf(ilacsReport())).replace(
      'trailer\n<< ',
      `trailer\n<< /ID [<${'ab'.repeat(16)}> <${'ab'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${PADDING}> /U <${PADDING}> >> `,
    ),
  );

describe('A file that is no whole report', () => {
  it.each([
    [
      'an HTML page called .pdf',
      'not_a_pdf',
      () => bytes('<!DOCTYPE html><html><body>Report</body></html>'),
    ],
    ['an empty file', 'not_a_pdf', () => bytes('')],
    [
      'a file with another header',
      'not_a_pdf',
      () => bytes(textOf(pdfOf(ilacsReport())).replace('%PDF-', '%XYZ-')),
    ],
    ['a PDF that ends half-way', 'truncated', () => pdfOf(ilacsReport()).slice(0, 3000)],
    [
      'a PDF with a damaged stream',
      'truncated',
      () => {
        const whole = Buffer.from(withStream(Buffer.from('text '.repeat(500))));
        whole.fill(7, whole.indexOf('99 0 obj') + 70, whole.indexOf('99 0 obj') + 75);
        return whole;
      },
    ],
    [
      'a PDF that swells to a hundred megabytes',
      'too_large',
      () => withStream(new Uint8Array(100_000_000)),
    ],
    [
      'one that does so in hexadecimal digits, zlib within zlib',
      'too_large',
      () => {
        const packed = deflateSync(deflateSync(new Uint8Array(100_000_000)));
        const digits = bytes(`${Buffer.from(packed).toString('hex')}>`);
        return withPacked(digits, '[/ASCIIHexDecode /FlateDecode /FlateDecode]');
      },
    ],
    [
      'one whose filters are written with escapes',
      'too_large',
      () => withPacked(deflateSync(new Uint8Array(100_000_000)), '/Fl#61te#44ecode'),
    ],
    [
      'one that swells by run lengths',
      'too_large',
      () =>
        withPacked(
          deflateSync(Buffer.alloc(2_000_000, Buffer.from([129, 0x20]))),
          '[/FlateDecode /RunLengthDecode]',
        ),
    ],
    ['one that swells by LZW', 'too_large', () => withPacked(lzwBomb(), '/LZWDecode')],
    [
      'one that says in a comment that it is encrypted',
      'too_large',
      () =>
        Buffer.concat([
          withPacked(deflateSync(new Uint8Array(100_000_000)), '/FlateDecode'),
          bytes('% /Encrypt 1 0 R\n%%EOF\n'),
        ]),
    ],
    [
      'one that hides from the first look how it is packed',
      'too_large',
      () =>
        withPacked(deflateSync(new Uint8Array(100_000_000).fill(32)), '/FlateDecode', {
          long: true,
        }),
    ],
    [
      'one that names elsewhere how it is packed',
      'too_large',
      () =>
        withPacked(
          deflateSync(deflateSync(new Uint8Array(300_000_000).fill(32))),
          '[/FlateDecode /FlateDecode]',
          { elsewhere: true },
        ),
    ],
    ['a PDF of 5,000 empty pages', 'too_large', () => withPages(5_000)],
    ['a PDF of empty pages, as a scan without text is', 'no_text_layer', () => withPages(3)],
    ['a PDF that asks for a password', 'encrypted', encrypted],
    ['a PDF of something else', 'unknown_kind', () => pdfOf([['A menu', 'Soup of the day']])],
  ])('is rejected: %s (%s)', async (_, code, content) => {
    const [result] = await bench.import([await bench.put('report.pdf', content())]);
    expect([result?.verdict, result && codesOf(result)]).toEqual(['rejected', [code]]);
    expect(await bench.record()).toEqual({});
  });

  it('is told of in words, and does not keep the others out', async () => {
    await bench.put('a.pdf', bytes('nothing'));
    await bench.put('b.pdf', ilacsReport());
    const results = await bench.import([bench.files]);
    expect(results.map((r) => [r.file, r.verdict])).toEqual([
      ['a.pdf', 'rejected'],
      ['b.pdf', 'imported'],
    ]);
  });

  it('that does not exist is an error that names it', async () => {
    await expect(bench.import(['nowhere.pdf'])).rejects.toThrow(
      'There is no file or folder nowhere.pdf',
    );
  });
});

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
function withStream(content: Uint8Array): Uint8Array {
  const data = deflateSync(content).toString('latin1');
  const object = `99 0 obj\n<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n${data}\nendstream\nendobj\n`;
  return bytes(textOf(pdfOf(ilacsReport())).replace('xref\n', `${object}xref\n`));
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

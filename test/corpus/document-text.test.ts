import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readDocument } from '../../src/corpus/document-text.js';
import { InspectionError } from '../../src/domain/errors.js';
import { type PdfText, pdfOf } from '../support/pdf.js';
import { sha256, temporaryFolders, writeFiles } from '../support/record.js';

const folders = temporaryFolders();
afterAll(folders.remove);

async function read(content: string | Uint8Array, name = 'document') {
  const folder = await folders.create();
  await writeFiles(folder, { [name]: content });
  return readDocument(join(folder, name));
}
const pagesOf = async (...pages: (string | PdfText)[][]) => (await read(pdfOf(pages))).pages;

describe('a published document', () => {
  it('is read page by page from a PDF, with its checksum', async () => {
    const bytes = pdfOf([
      [
        { text: 'Inspection of Oldham', size: 26, bold: true },
        'Social workers know their',
        'children well.',
      ],
      ['2', { text: 'Page two', x: 300, y: 100 }],
    ]);
    expect(await read(bytes, 'report.pdf')).toEqual({
      sha256: sha256(bytes),
      format: 'pdf',
      pages: ['Inspection of Oldham Social workers know their children well.', '2 Page two'],
      laidOut: ['Inspection of Oldham Social workers know their children well.', '2 Page two'],
    });
  });

  it('is read a second time by the places of its words, without the marks of footnotes', async () => {
    const { pages, laidOut } = await read(
      pdfOf([
        [
          { text: 'residential schools', x: 72, y: 700, size: 12 },
          { text: '3', x: 170, y: 704, size: 7 },
          { text: 'are few', x: 178, y: 700, size: 12 },
        ],
      ]),
    );
    expect([pages, laidOut]).toEqual([
      ['residential schools3 are few'],
      ['residential schools are few'],
    ]);
  });

  it('keeps the characters of a PDF as they are printed', async () => {
    const line = 'children’s “front door” – 41% • \uf06e café £5';
    expect(await pagesOf([line])).toEqual([line]);
  });

  it('joins the compounds that the end of a line divides, hyphen kept', async () => {
    expect(await pagesOf(['robust multi-', 'agency work in 2018-', '19 – and', 'more'])).toEqual([
      'robust multi-agency work in 2018-19 – and more',
    ]);
  });

  it('has pages without text as empty pages', async () => {
    expect(await pagesOf(['one'], [], ['three'])).toEqual(['one', '', 'three']);
  });

  it('is one page where it is a text file, whatever its name', async () => {
    const text = 'Caseloads are\u00a0too\n\n   high.\n';
    expect(await read(text, 'report.pdf')).toEqual({
      sha256: sha256(text),
      format: 'text',
      pages: ['Caseloads are too high.'],
      laidOut: ['Caseloads are too high.'],
    });
  });

  it('that is a damaged PDF is refused in a sentence', async () => {
    const damaged = read('%PDF-1.7\nnot a PDF at all', 'report.pdf');
    await expect(damaged).rejects.toThrow(InspectionError);
    await expect(damaged).rejects.toThrow(/report\.pdf cannot be read as a PDF \(.*\); fetch/);
  });
});

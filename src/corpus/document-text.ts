import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { InspectionError } from '../domain/errors.js';
import { collapseSpace } from '../language/index.js';
import { joinLines } from './import/pdf/line-shapes.js';
import { pageLines } from './import/pdf/lines.js';
import { checkStreams } from './import/pdf/streams.js';
import { visibleText } from './import/pdf/text-items.js';

/**
 * A published document as text: one string a page, white space collapsed; a text file is one page.
 * `sha256` is of its bytes. `pages` are in the order in which the file has its text, with
 * everything that it holds; `laidOut` are the same pages by the places of their words, as the
 * importer reads them: without the marks of footnotes, and without what no reader sees.
 */
export type DocumentText = {
  sha256: string;
  format: 'pdf' | 'text';
  pages: string[];
  laidOut: string[];
};

/**
 * SHA-256 of a file's bytes, in hexadecimal: how the record names the very file it was read from.
 */
export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/**
 * Reads a PDF or a text file (UTF-8). What it is, its bytes say, not its name.
 * @throws InspectionError where the file begins as a PDF and cannot be read as one.
 */
export async function readDocument(path: string): Promise<DocumentText> {
  const bytes = await readFile(path);
  const sum = sha256(bytes);
  if (!isPdf(bytes)) {
    const pages = [collapseSpace(bytes.toString('utf8'))];
    return { sha256: sum, format: 'text', pages, laidOut: pages };
  }
  try {
    return { sha256: sum, format: 'pdf', ...(await pdfPages(bytes)) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InspectionError(`${path} cannot be read as a PDF (${reason}); fetch the file again.`);
  }
}

/** PDF readers look for the header in the first 1,024 bytes (ISO 32000-1, annex H.3.4.1). */
export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

async function pdfPages(bytes: Buffer): Promise<Pick<DocumentText, 'pages' | 'laidOut'>> {
  const { getDocumentProxy } = await import('unpdf');
  const check = checkStreams(bytes);
  const mayHideText = 'fault' in check || check.mayHideText;
  // A copy, because pdf.js takes the buffer it is given away from its owner; verbosity 0 keeps its
  // warnings off the terminal.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    const pages: string[] = [];
    const laidOut: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const lines = items.map((i) => ('str' in i ? i.str + (i.hasEOL ? '\n' : '') : '')).join('');
      pages.push(runningText(lines));
      const laid = pageLines({ number, ...(await visibleText(page, items, mayHideText)) });
      laidOut.push(collapseSpace(laid.map((line) => line.text).reduce(joinLines, '')));
      page.cleanup();
    }
    return { pages, laidOut };
  } finally {
    await pdf.destroy();
  }
}

/**
 * Lines as running text. A hyphen at the end of a line is part of a compound ("multi-agency") and
 * stays, without a space.
 */
const runningText = (lines: string): string =>
  collapseSpace(lines.replace(/([\p{L}\p{N}][-‐])\s*\n\s*/gu, '$1'));

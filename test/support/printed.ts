import type { PdfText } from './pdf.js';
import type { Page } from './reports.js';

/** A part of a report as it is printed, from the top of a page down. */
export type Part = { text: string; size: number; bold: boolean; x: number; mark?: string };

const part =
  (x: number, size = 12, bold = false) =>
  (text: string): Part => ({ text, size, bold, x });

/** A heading in larger type, one in bold type of the text's size, and a paragraph. */
export const [chapter, section, paragraph] = [part(71, 16, true), part(71, 12, true), part(71)];

export const bullet = (text: string): Part => ({ ...part(89)(text), mark: '\uf0b7' });
export const dashed = (text: string): Part => ({ ...part(118)(text), mark: '–' });
export const numbered = (number: number, text: string): Part => ({
  ...part(103)(text),
  mark: `${number}.`,
});

const COLUMNS = 76;

/** The parts set under each other over as many pages as they need, their words wrapped. */
export function printed(...parts: Part[]): Page[] {
  const pages: PdfText[][] = [[]];
  let y = 740;
  for (const { text, mark, x, size, bold } of parts) {
    const lines = wrapped(text, (COLUMNS * 12) / size);
    if (y - lines.length * 15 < 80) {
      pages.push([]);
      y = 740;
    }
    const page = pages.at(-1) as PdfText[];
    if (mark) page.push({ text: mark, x: mark === '–' ? 103 : 71, y, size });
    for (const line of lines) {
      page.push({ text: line, x, y, size, bold });
      y -= size + 2.5;
    }
    y -= 14;
  }
  return pages;
}

function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < columns)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

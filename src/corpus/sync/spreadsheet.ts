import { strFromU8, unzipSync } from 'fflate';
import { DomUtils, parseDocument } from 'htmlparser2';
import { InspectionError } from '../../domain/errors.js';

/** A sheet's rows, each cell as its text, without the empty ones at their ends. */
export type Sheet = { name: string; rows: string[][] };

const CONTENT = 'content.xml';
/** No spreadsheet of Ofsted's comes near; a hostile one unpacks to far more than it has. */
const MAX_UNPACKED = 100_000_000;
/** Sheets end in cells and rows that are repeated up to the end of what a program can show. */
const MAX_REPEATED = 100;

/**
 * The sheets of an OpenDocument spreadsheet (.ods).
 * @throws InspectionError where it is none.
 */
export function readSpreadsheet(bytes: Uint8Array): Sheet[] {
  const xml = contentOf(bytes);
  if (xml === null)
    throw new InspectionError('That is no OpenDocument spreadsheet (.ods), or it is damaged.');
  const document = parseDocument(xml, { xmlMode: true });
  return elements(document, 'table:table').map((table) => ({
    name: table.attribs['table:name'] ?? '',
    rows: elements(table, 'table:table-row').map((row) => {
      const cells = elements(row, 'table:table-cell').flatMap(cellsOf);
      return cells.slice(0, cells.findLastIndex((text) => text !== '') + 1);
    }),
  }));
}

function contentOf(bytes: Uint8Array): string | null {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === CONTENT && originalSize <= MAX_UNPACKED,
    });
    const content = files[CONTENT];
    return content ? strFromU8(content) : null;
  } catch {
    return null;
  }
}

type Node = ReturnType<typeof parseDocument>['children'][number];
type Element = Extract<Node, { attribs: object }>;

const elements = (node: Node | ReturnType<typeof parseDocument>, name: string): Element[] =>
  DomUtils.getElementsByTagName(name, node, true);

/** A date is taken as the file has it, for it may be shown in any way. */
function cellsOf(cell: Element): string[] {
  const shown = elements(cell, 'text:p')
    .map((line) => DomUtils.textContent(line))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  const date = cell.attribs['office:date-value']?.slice(0, 'yyyy-mm-dd'.length);
  const times = Number(cell.attribs['table:number-columns-repeated'] ?? 1);
  return Array.from({ length: Math.min(times, MAX_REPEATED) }, () => date ?? shown);
}

import type { KnownBlock } from '@slack/types';
import type { Answer, SourcePage, Table } from '../../answer/index.js';
import {
  linePart,
  quotationsNotShown,
  sectionParts,
  type TextPart,
  tableParts,
} from './answer-text.js';
import { headlineView } from './headline.js';
import type { Mode } from './screen.js';
import { portions } from './sections.js';
import { smallPrint } from './small-print.js';
import { sourceParts, sourcesView } from './source-pages.js';
import { rowsAllowed, tableView } from './table.js';

/** What stands on one page of a whole answer, as blocks and as parts of a text. */
export type Page = { blocks: KnownBlock[]; parts: TextPart[] };

/** Whether blocks fit one page. */
type Fits = (blocks: KnownBlock[]) => boolean;

/** What goes on one page together; `again` is said before it where the page begins with it. */
type Item = Page & { again: string | null; quotations: number };

/**
 * A whole answer in pages, each filled as far as it `fits`: notes, the table, the sections with
 * their quotations, the closing lines. What fits no page by itself is announced on the last.
 */
export function pagesOf(answer: Answer, mode: Mode, fits: Fits): Page[] {
  const items = itemsOf(answer, mode, fits);
  const usable = items.filter(({ blocks }) => fits(blocks));
  const lost = items
    .filter((item) => !usable.includes(item))
    .reduce((sum, { quotations }) => sum + quotations, 0);
  const pages: Page[] = [{ blocks: [], parts: [] }];
  for (const item of [...usable, ...(lost > 0 ? [lineItem([quotationsNotShown(lost)])] : [])]) {
    const page = pages.at(-1);
    if (page && !isSecondTable(page, item) && fits([...page.blocks, ...item.blocks])) {
      page.blocks.push(...item.blocks);
      page.parts.push(...item.parts);
    } else {
      const title = item.again === null ? [] : headlineView(item.again);
      const parts = item.again === null ? [] : [linePart(item.again)];
      pages.push({ blocks: [...title, ...item.blocks], parts: [...parts, ...item.parts] });
    }
  }
  return pages;
}

/** Slack takes one table a message. */
const isSecondTable = (page: Page, { blocks }: Page): boolean =>
  hasTable(page.blocks) && hasTable(blocks);

const hasTable = (blocks: KnownBlock[]): boolean =>
  blocks.some(({ type }) => type === 'data_table');

const itemsOf = (
  { notes, table, sections, closing, restsOn = [] }: Answer,
  mode: Mode,
  fits: Fits,
): Item[] => [
  ...(notes.length > 0 ? [lineItem(notes)] : []),
  ...(table ? tableItems(table, notes.length > 0 ? lineItem(notes).blocks : [], fits) : []),
  ...sections.flatMap((section) =>
    portions([section], mode).map(({ heading, points, blocks }, index): Item => {
      const isFirst = index === 0;
      const lines = isFirst ? section.lines : [];
      return {
        blocks,
        parts: sectionParts({ heading: isFirst ? heading : '', lines, points }),
        again: isFirst || !heading ? null : `${heading} (continued)`,
        quotations: points.length,
      };
    }),
  ),
  ...(restsOn.length > 0 ? [sourcesItem(restsOn)] : []),
  ...(closing.length > 0 ? [lineItem(closing)] : []),
];

const sourcesItem = (pages: SourcePage[]): Item => ({
  blocks: sourcesView(pages),
  parts: sourceParts(pages),
  again: null,
  quotations: 0,
});

const lineItem = (lines: string[]): Item => ({
  blocks: smallPrint(lines),
  parts: lines.map(linePart),
  again: null,
  quotations: 0,
});

/** A table in as many parts as pages make; the first stands `below` other blocks. */
function tableItems(table: Table, below: KnownBlock[], fits: Fits): Item[] {
  const items: Item[] = [];
  let rows = table.rows;
  while (rows.length > 0) {
    const part = { ...table, rows };
    const before = items.length === 0 ? below : [];
    let count = Math.max(1, rowsAllowed(part));
    while (count > 1 && !fits([...before, ...tableBlocks(part, count)])) count -= 1;
    items.push({
      blocks: tableBlocks(part, count),
      parts: tableParts({ ...table, rows: rows.slice(0, count) }),
      again: null,
      quotations: 0,
    });
    rows = rows.slice(count);
  }
  return items;
}

function tableBlocks(table: Table, count: number): KnownBlock[] {
  const view = tableView(table, count);
  return view ? [view] : [];
}

import type { KnownBlock } from '@slack/types';
import type { Answer, Table } from '../../answer/index.js';
import {
  linePart,
  quotationsNotShown,
  sectionParts,
  type TextPart,
  tableParts,
} from './answer-text.js';
import { paragraph, run } from './elements.js';
import { portions } from './sections.js';
import { smallPrint } from './small-print.js';
import { rowsAllowed, tableView } from './table.js';

/** What stands on one page of a whole answer, as blocks and as parts of a text. */
export type Page = { blocks: KnownBlock[]; parts: TextPart[] };

/** What goes on one page together; `again` is said before it where the page begins with it. */
type Item = Page & { again: string | null; quotations: number };

/**
 * A whole answer in pages, each filled as far as it `fits`: notes, the table, the sections with
 * their quotations, the closing lines. What fits no page by itself is announced on the last.
 */
export function pagesOf(answer: Answer, fits: (blocks: KnownBlock[]) => boolean): Page[] {
  const items = itemsOf(answer);
  const usable = items.filter(({ blocks }) => fits(blocks));
  const lost = items
    .filter((item) => !usable.includes(item))
    .reduce((sum, { quotations }) => sum + quotations, 0);
  const pages: Page[] = [{ blocks: [], parts: [] }];
  for (const item of [...usable, ...(lost > 0 ? [lineItem([quotationsNotShown(lost)])] : [])]) {
    const page = pages.at(-1);
    if (page && fits([...page.blocks, ...item.blocks])) {
      page.blocks.push(...item.blocks);
      page.parts.push(...item.parts);
    } else {
      const title = item.again === null ? [] : [paragraph(run(item.again, { bold: true }))];
      const parts = item.again === null ? [] : [linePart(item.again)];
      pages.push({ blocks: [...title, ...item.blocks], parts: [...parts, ...item.parts] });
    }
  }
  return pages;
}

const itemsOf = ({ notes, table, sections, closing }: Answer): Item[] => [
  ...(notes.length > 0 ? [lineItem(notes)] : []),
  ...(table ? tableItems(table) : []),
  ...sections.flatMap((section) =>
    portions([section]).map(({ heading, points, blocks }, index): Item => {
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
  ...(closing.length > 0 ? [lineItem(closing)] : []),
];

const lineItem = (lines: string[]): Item => ({
  blocks: smallPrint(lines),
  parts: lines.map(linePart),
  again: null,
  quotations: 0,
});

/** A table in as many parts as Slack's limit for one makes. */
function tableItems(table: Table): Item[] {
  const items: Item[] = [];
  let rows = table.rows;
  while (rows.length > 0) {
    const part = { ...table, rows };
    const count = Math.max(1, rowsAllowed(part));
    const view = tableView(part, count);
    items.push({
      blocks: view ? [view] : [],
      parts: tableParts({ ...table, rows: rows.slice(0, count) }),
      again: null,
      quotations: 0,
    });
    rows = rows.slice(count);
  }
  return items;
}

import type { DataTableBlock } from '@slack/types';
import type { Table } from '../../answer/answer.js';

/** Slack's limits for a data table: 20 columns, 100 rows beside the header, under 10,000 characters; smaller here, to leave room for the rest. */
const COLUMNS = 20;
const ROWS = 100;
const CHARACTERS = 5_000;
const ROWS_A_PAGE = 10;

/** The table and how many of its rows are left out; no block where there is no row to show (Slack asks for one beside the header). */
export function tableView(table: Table): { block: DataTableBlock | null; omitted: number } {
  const header = cells(table.columns);
  const rows: ReturnType<typeof cells>[] = [];
  let size = table.caption.length + sizeOf(header);
  for (const row of table.rows.slice(0, ROWS).map(cells)) {
    size += sizeOf(row);
    if (size > CHARACTERS) break;
    rows.push(row);
  }
  const omitted = table.rows.length - rows.length;
  if (rows.length === 0) return { block: null, omitted };
  return {
    block: {
      type: 'data_table',
      caption: table.caption,
      page_size: Math.min(rows.length, ROWS_A_PAGE),
      rows: [header, ...rows],
    },
    omitted,
  };
}

/** Slack asks for a character in every cell. */
const cells = (row: string[]) =>
  row.slice(0, COLUMNS).map((text) => ({ type: 'raw_text' as const, text: text || '–' }));

const sizeOf = (row: { text: string }[]) => row.reduce((sum, { text }) => sum + text.length, 0);

import type { DataTableBlock } from '@slack/types';
import type { Table } from '../../answer/index.js';

/**
 * Slack's limits for a data table: 20 columns, 100 rows beside the header, under 10,000 characters
 * (the whole JSON is counted here).
 */
const COLUMNS = 20;
const ROWS = 100;
const CHARACTERS = 10_000;
/**
 * Slack shows five rows at a time where nothing is said, and lets a reader page. So many leave a
 * reply within a phone's screen and a half.
 */
const ROWS_A_PAGE = 7;

/**
 * The table with its first `count` rows; null where there is no row to show (Slack asks for one
 * beside the header).
 */
export function tableView({ caption, columns, rows }: Table, count: number): DataTableBlock | null {
  const shown = rows.slice(0, count);
  if (shown.length === 0) return null;
  return {
    type: 'data_table',
    caption,
    page_size: Math.min(shown.length, ROWS_A_PAGE),
    rows: [columns, ...shown].map(cells),
  };
}

/** How many of the table's rows Slack takes in one table. */
export function rowsAllowed(table: Table): number {
  let count = Math.min(table.rows.length, ROWS);
  while (count > 0 && JSON.stringify(tableView(table, count)).length >= CHARACTERS) count -= 1;
  return count;
}

/** Slack asks for a character in every cell. */
const cells = (row: string[]) =>
  row.slice(0, COLUMNS).map((text) => ({ type: 'raw_text' as const, text: text || '–' }));

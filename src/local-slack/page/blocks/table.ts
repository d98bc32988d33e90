import { h } from '../dom.js';
import { isJson, type Json, number, string } from '../json.js';
import { richText } from './rich-text.js';
import type { Names } from './text.js';

const DEFAULT_PAGE_SIZE = 5;

/** A `data_table`: its caption, a header row, row headers, and the first page of rows until all are asked for. */
export function dataTable(block: Json, names: Names): HTMLElement {
  const caption = string(block, 'caption');
  const rowHeader = number(block, 'row_header_column_index') ?? 0;
  const [head = [], ...body] = cellRows(block);
  const rows = body.map((cells) => bodyRow(cells, names, rowHeader));
  const table = h(
    'table',
    {},
    h('caption', {}, caption),
    h('thead', {}, headRow(head, names)),
    h('tbody', {}, ...rows),
  );
  const pageSize = number(block, 'page_size') ?? DEFAULT_PAGE_SIZE;
  return h('div', { class: 'table' }, region(caption, table), pager(rows, pageSize));
}

/** A `table`: its first row heads the columns, as in Slack. */
export function simpleTable(block: Json, names: Names): HTMLElement {
  const settings = Array.isArray(block.column_settings) ? block.column_settings : [];
  const [head = [], ...body] = cellRows(block);
  const align = (row: HTMLElement): HTMLElement => {
    Array.from(row.children).forEach((cell, column) => {
      const setting: unknown = settings[column];
      if (isJson(setting)) cell.classList.add(`align-${string(setting, 'align') || 'left'}`);
    });
    return row;
  };
  const table = h(
    'table',
    {},
    h('thead', {}, align(headRow(head, names))),
    h('tbody', {}, ...body.map((cells) => align(bodyRow(cells, names, 0)))),
  );
  return h('div', { class: 'table' }, region('Table', table));
}

/** Wide tables scroll sideways within this region, also by keyboard. */
const region = (label: string, table: HTMLElement): HTMLElement =>
  h(
    'div',
    {
      class: 'table-scroll',
      role: 'region',
      tabindex: 0,
      'aria-label': label,
      'data-key': 'table',
    },
    table,
  );

function cellRows(block: Json): Json[][] {
  const rows = Array.isArray(block.rows) ? block.rows : [];
  return rows.map((row: unknown) => (Array.isArray(row) ? row.filter(isJson) : []));
}

const headRow = (cells: Json[], names: Names): HTMLElement =>
  h('tr', {}, ...cells.map((cell) => h('th', { scope: 'col' }, cellContent(cell, names))));

const bodyRow = (cells: Json[], names: Names, rowHeader: number): HTMLElement =>
  h(
    'tr',
    {},
    ...cells.map((cell, column) =>
      column === rowHeader
        ? h('th', { scope: 'row' }, cellContent(cell, names))
        : h(
            'td',
            { class: cell.type === 'raw_number' ? 'number' : null },
            cellContent(cell, names),
          ),
    ),
  );

function cellContent(cell: Json, names: Names): Node {
  if (cell.type === 'rich_text') return richText(cell, names);
  return document.createTextNode(string(cell, 'text') || String(cell.value ?? ''));
}

function pager(rows: HTMLElement[], pageSize: number): HTMLElement | null {
  if (rows.length <= pageSize) return null;
  for (const row of rows.slice(pageSize)) row.hidden = true;
  const button = h(
    'button',
    {
      type: 'button',
      class: 'link-button',
      onclick: () => {
        for (const row of rows) row.hidden = false;
        const region = button.closest('.table')?.querySelector<HTMLElement>('.table-scroll');
        button.remove();
        region?.focus({ preventScroll: true });
      },
    },
    `Show all ${rows.length} rows`,
  );
  return button;
}

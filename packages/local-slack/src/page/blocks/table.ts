import { h, uniqueId } from '../dom.js';
import { isJson, type Json, number, string } from '../json.js';
import { richText } from './rich-text.js';
import type { Names } from './text.js';

const DEFAULT_PAGE_SIZE = 5;
const HINT = 'Scroll for more columns';
/** Cells with more letters than this are prose. */
const LONG_CELL = 40;
/** Cells with more than this break into too many lines in a column as narrow as a word. */
const PHRASE_CELL = 20;
/** So many columns stand side by side on a phone, where none holds prose. */
const FEW_COLUMNS = 3;

/**
 * A `data_table`: its caption, a header row, row headers, and the first page of rows until all are
 * asked for.
 */
export function dataTable(block: Json, names: Names): HTMLElement {
  const caption = string(block, 'caption');
  const rowHeader = number(block, 'row_header_column_index') ?? 0;
  const [head = [], ...body] = cellRows(block);
  const rows = body.map((cells) => bodyRow(cells, names, rowHeader));
  const isFew = head.length <= FEW_COLUMNS && rows.every((row) => !row.querySelector('.long'));
  const table = h(
    'table',
    { class: isFew ? 'few' : null },
    h('caption', {}, h('span', { class: 'caption-text' }, caption)),
    h('thead', {}, headRow(head, names)),
    h('tbody', {}, ...rows),
  );
  const pageSize = number(block, 'page_size') ?? DEFAULT_PAGE_SIZE;
  return h('div', { class: 'table' }, ...scrolling(caption, table), pager(rows, pageSize));
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
  return h('div', { class: 'table' }, ...scrolling('Table', table));
}

/**
 * A region in which a wide table scrolls sideways, also by keyboard, and a line that says so while
 * it does.
 */
function scrolling(label: string, table: HTMLElement): HTMLElement[] {
  const hint = h('p', { class: 'table-hint', id: uniqueId('table-hint'), hidden: true }, HINT);
  const region = h(
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
  const frame = h('div', { class: 'table-frame' }, region);
  const look = (): void => {
    const hidden = region.scrollWidth - region.clientWidth;
    const isWide = hidden > 1;
    hint.hidden = !isWide;
    if (isWide) region.setAttribute('aria-describedby', hint.id);
    else region.removeAttribute('aria-describedby');
    frame.classList.toggle('has-more', isWide && region.scrollLeft < hidden - 1);
  };
  region.addEventListener('scroll', look, { passive: true });
  const sizes = new ResizeObserver(look);
  sizes.observe(region);
  sizes.observe(table);
  return [hint, frame];
}

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

function cellContent(cell: Json, names: Names): HTMLElement {
  const content =
    cell.type === 'rich_text'
      ? richText(cell, names)
      : document.createTextNode(string(cell, 'text') || String(cell.value ?? ''));
  const letters = (content.textContent ?? '').length;
  const width = letters > LONG_CELL ? 'long' : letters > PHRASE_CELL ? 'phrase' : '';
  return h('div', { class: `cell ${width}` }, content);
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

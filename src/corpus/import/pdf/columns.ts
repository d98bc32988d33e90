import type { TextItem } from './visible-text.js';

/**
 * Text that stands in one column, from the top of the page; a page of one column is one stretch.
 */
export type Stretch = { column: number; items: TextItem[] };

/** So many lines must stand beside each other before they are two columns and no table. */
const LEAST_LINES = 6;
/** So many letters a line has in a column of text; a label or a grade has fewer. */
const LEAST_LETTERS = 22;
/** Points of white space between two columns. */
const GUTTER = 9;
/** Points of white space that end a column: what stands under it is the page's foot. */
const END_OF_COLUMN = 32;

/**
 * A page's text in the order in which it is read: where a part of the page is set in two columns,
 * the left one of that part before the right one. `items` are in any order.
 */
export function inReadingOrder(items: TextItem[]): Stretch[] {
  const whole = [{ column: 0, items }];
  const right = rightEdge(items);
  if (right === null) return whole;
  const stretches: Stretch[] = [];
  let across: TextItem[] = [];
  for (const zone of zonesOf(items, right)) {
    const sides = [zone.filter((i) => i.x < right - 1), zone.filter((i) => i.x >= right - 1)];
    if (!sides.every(isText)) {
      across.push(...zone);
      continue;
    }
    if (across.length > 0) stretches.push({ column: 0, items: across });
    across = [];
    stretches.push(...sides.map((side, i) => ({ column: i + 1, items: side })));
  }
  if (stretches.length === 0) return whole;
  if (across.length > 0) stretches.push({ column: 0, items: across });
  return stretches;
}

/** Where the lines of a right-hand column begin: the place that most lines after a gap share. */
function rightEdge(items: TextItem[]): number | null {
  const farthest = items.reduce((most, { x, width }) => Math.max(most, x + width), 0);
  const counts = new Map<number, number>();
  for (const { x } of items) {
    if (x < 0.35 * farthest || x > 0.7 * farthest) continue;
    const place = Math.round(x);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= LEAST_LINES ? best[0] : null;
}

/**
 * The parts of a page from the top, parted wherever a line runs over the gutter or white space ends
 * the columns. Lines that run over it are parts of their own.
 */
function zonesOf(items: TextItem[], right: number): TextItem[][] {
  const zones: TextItem[][] = [];
  let isOver: boolean | null = null;
  let last = 0;
  for (const row of rowsOf(items)) {
    const over = row.some(({ x, width }) => x < right - 1 && x + width > right - GUTTER);
    const y = row[0]?.y ?? 0;
    if (over !== isOver || last - y > END_OF_COLUMN) zones.push([]);
    zones.at(-1)?.push(...row);
    isOver = over;
    last = y;
  }
  return zones;
}

/** Items of about one height; the columns of a page need not share their lines' heights. */
function rowsOf(items: TextItem[]): TextItem[][] {
  const rows: TextItem[][] = [];
  for (const item of [...items].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    if (row?.[0] && row[0].y - item.y < 0.3 * item.size) row.push(item);
    else rows.push([item]);
  }
  return rows;
}

/** Whether one side of a part of a page is running text: many lines, and long ones. */
function isText(items: TextItem[]): boolean {
  const rows = rowsOf(items);
  const letters = items.reduce((sum, { text }) => sum + text.length, 0);
  return rows.length >= LEAST_LINES && letters / rows.length >= LEAST_LETTERS;
}

import { inReadingOrder } from './columns.js';
import type { TextPage } from './text-items.js';
import type { TextItem } from './visible-text.js';

/**
 * Neighbouring words of a line; a gap wider than the type starts a new cell (a table's column, a
 * number and its paragraph).
 */
export type Cell = { x: number; text: string };

/** A part of a line as the file places it; a word can be in several parts. */
export type Part = { x: number; width: number; size: number; text: string };

/**
 * One printed line: `y` grows upwards, `right` is where its ink ends, `font` and `size` those of
 * most of its letters. `note` is set where a footnote's mark stands before it. `parts` are what it
 * is made of, from left to right. `column` is 0 where the page has one, and else that which the
 * line stands in, from the left.
 */
export type Line = {
  page: number;
  column: number;
  x: number;
  y: number;
  right: number;
  size: number;
  font: string;
  cells: Cell[];
  text: string;
  note: boolean;
  parts: Part[];
};

/**
 * The lines of a page from top to bottom, one column after the other, footnote marks (raised
 * figures) left out.
 */
export function pageLines({ number, items }: TextPage): Line[] {
  const marks = new Set<TextItem>();
  const footnoted = new Set<TextItem>();
  const level = items.map((item, i) => {
    const beside = raisedBeside(item, items[i - 1], items[i + 1]);
    if (!beside) return item;
    if (!/^[\d,\s*]+$/.test(item.text)) return { ...item, y: beside.y };
    marks.add(item);
    if (beside.x > item.x) footnoted.add(beside);
    // The room a mark takes in a line is no space between words.
    else beside.width = Math.max(beside.width, item.x + item.width - beside.x);
    return item;
  });
  return inReadingOrder(level.filter((i) => !marks.has(i))).flatMap(({ column, items: own }) =>
    rowsOf(own).map((row) => lineOf({ page: number, column }, row, footnoted)),
  );
}

function rowsOf(items: TextItem[]): TextItem[][] {
  const rows: TextItem[][] = [];
  for (const item of items.sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.y - item.y < 0.3 * Math.min(first.size, item.size)) row.push(item);
    else rows.push([item]);
  }
  return rows;
}

function lineOf(
  { page, column }: Pick<Line, 'page' | 'column'>,
  row: TextItem[],
  footnoted: Set<TextItem>,
): Line {
  const items = row.sort((a, b) => a.x - b.x);
  const cells = cellsOf(items);
  const main = mostLetters(items);
  return {
    page,
    column,
    x: items[0]?.x ?? 0,
    y: items[0]?.y ?? 0,
    right: Math.max(...items.map((item) => item.x + item.width)),
    size: main.size,
    font: main.font,
    cells,
    text: cells.map((c) => c.text).join(' '),
    note: items.slice(0, 1).some((first) => footnoted.has(first)),
    parts: items,
  };
}

/** What of a line begins between two distances from the left edge, as it reads. */
export const textBetween = ({ parts }: Line, from: number, to: number): string =>
  cellsOf(parts.filter((part) => part.x >= from && part.x < to))
    .map((cell) => cell.text)
    .join(' ');

function cellsOf(parts: Part[]): Cell[] {
  const cells: Cell[] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const part of parts) {
    const gap = part.x - right;
    const cell = cells.at(-1);
    if (!cell || gap > 1.05 * part.size) cells.push({ x: part.x, text: part.text });
    else cell.text += (gap > 0.12 * part.size ? ' ' : '') + part.text;
    right = Math.max(right, part.x + part.width);
  }
  return cells.map(({ x, text }) => ({ x, text: plainGlyphs(text) }));
}

/**
 * White space of any kind is one space; soft hyphens, but one that ends a line, and figures printed
 * as superscript characters are not part of the text. A compound has no space after its hyphen
 * ("multi- agency"), unless its second half is said later ("short- and long-term").
 */
const plainGlyphs = (text: string): string =>
  IS_PLAIN.test(text)
    ? text
    : text
        .replace(/\u00ad(?!\s*$)|[\u200b\u200c\ufeff]|[\u00b9\u00b2\u00b3\u2070-\u2079]+/gu, '')
        .replace(/\s{2,}|[^\S ]/gu, ' ')
        .replace(/- (?<=\p{L}- )(?=\p{Ll})(?!(?:and|or|to|nor|but|as|versus)\b)/gu, '-')
        .trim();

/** Words of letters and marks that most lines are made of, one space apart. */
const IS_PLAIN = /^(?:[!-~–’‘“”]+(?<!-) )*[!-~–’‘“”]+$/;

/** The type that most of a line's letters are set in; most lines are set in one. */
function mostLetters(items: TextItem[]): { font: string; size: number } {
  const types: { font: string; size: number; count: number }[] = [];
  for (const { font, size, text } of items) {
    const rounded = Math.round(size * 2) / 2;
    const seen = types.find((type) => type.font === font && type.size === rounded);
    if (seen) seen.count += text.length;
    else types.push({ font, size: rounded, count: text.length });
  }
  return types.reduce((a, b) => (b.count > a.count ? b : a), { font: '', size: 0, count: -1 });
}

/**
 * The larger type beside which small type is raised: a footnote's mark in the text or before its
 * note, or "16th".
 */
function raisedBeside(item: TextItem, ...neighbours: (TextItem | undefined)[]) {
  return neighbours.find((other) => {
    if (!other) return false;
    const raised = item.y - other.y;
    const apart =
      other.x < item.x ? item.x - (other.x + other.width) : other.x - (item.x + item.width);
    return (
      item.size < 0.8 * other.size &&
      raised > 0.1 * other.size &&
      raised < 0.7 * other.size &&
      apart < other.size
    );
  });
}

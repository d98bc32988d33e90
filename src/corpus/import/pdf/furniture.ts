import type { Line } from './lines.js';

/**
 * The lines that are the document's own text: without running heads and feet, page numbers,
 * footnotes and contents pages. `pages` holds each page's lines from top to bottom. `isHeading`
 * tells a section's heading, which can stand at the top of many pages and is no running head.
 */
export function withoutFurniture(pages: Line[][], isHeading: (text: string) => boolean): Line[] {
  const body = bodySize(pages.flat());
  const repeated = repeatedMargins(pages);
  const opensSection = (line: Line, page: number): boolean =>
    line.size >= body && isHeading(line.text) && !standsBefore(line, pages, page);
  const text = pages.map((lines, page) =>
    withoutFootnotes(
      lines.filter(
        (line) =>
          !isPageNumber(line, lines) &&
          (!isRunning(line, lines, repeated, body) || opensSection(line, page)),
      ),
      body,
    ),
  );
  return withoutContents(text.flat());
}

/** Whether one of the two pages before has a line in its place too, as left or right pages do. */
const standsBefore = (line: Line, pages: Line[][], page: number): boolean =>
  pages
    .slice(Math.max(0, page - 2), page)
    .some((before) => edgesOf(before).some((other) => marginKey(other) === marginKey(line)));

/** The size of type that most of the text is set in. */
export function bodySize(lines: Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].reduce((a, b) => (b[1] > a[1] ? b : a), [12, 0])[0];
}

/**
 * A figure alone at the top or the bottom of its page, whatever its size; a raised one before small
 * type is a footnote's mark.
 */
function isPageNumber(line: Line, lines: Line[]): boolean {
  if (!/^(?:page )?\d{1,3}(?: of \d{1,3})?$/i.test(line.text)) return false;
  const next = lines[lines.indexOf(line) + 1];
  if (next && next.x > line.x && next.size < 11 && line.y - next.y < 0.9 * next.size) return false;
  return lines.slice(0, 2).includes(line) || lines.slice(-4).includes(line);
}

/**
 * Whether a line is a running head or foot: it stands where the other pages have it, or is small
 * type that another page has at another height, as a first page often does.
 */
const isRunning = (line: Line, lines: Line[], repeated: Set<string>, body: number): boolean =>
  repeated.has(marginKey(line)) ||
  (line.size < body - 1 && edgesOf(lines).includes(line) && repeated.has(wordsKey(line)));

const edgesOf = (lines: Line[]): Line[] => [...lines.slice(0, 3), ...lines.slice(-4)];

const wordsKey = ({ text, size }: Line): string => `${size} ${text.replace(/\d+/g, '#')}`;

const marginKey = (line: Line): string => `${Math.round(line.y / 6)} at ${wordsKey(line)}`;

/**
 * The keys of lines in the first or last places of a page that three pages have: of their words
 * with their height, and of their words alone.
 */
function repeatedMargins(pages: Line[][]): Set<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const edges = new Set(edgesOf(lines).flatMap((line) => [marginKey(line), wordsKey(line)]));
    for (const key of edges) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const needed = Math.min(3, Math.max(2, pages.length - 1));
  return new Set([...counts].filter(([, count]) => count >= needed).map(([key]) => key));
}

/** Small type at the foot of a page from the first line that a footnote's mark introduces. */
function withoutFootnotes(lines: Line[], body: number): Line[] {
  let top = lines.length;
  while (top > 0 && (lines[top - 1]?.size ?? body) <= body - 1) top--;
  const first = lines.findIndex(
    (line, i) => i >= top && (line.note || /^\d{1,2}(?: [A-Z]|$)/.test(line.text)),
  );
  return first < 0 ? lines : lines.slice(0, first);
}

/**
 * Drops "Contents" and the entries under it: lines that end in a page number, and the lines that
 * wrap into them.
 */
function withoutContents(lines: Line[]): Line[] {
  const start = lines.findIndex((line) => /^(?:table of )?contents$/i.test(line.text));
  if (start < 0) return lines;
  let end = start + 1;
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.page > (lines[start]?.page ?? 0) + 1) break;
    if (isEntry(line)) end = i + 1;
    else if (i - end >= 2) break;
  }
  return [...lines.slice(0, start), ...lines.slice(end)];
}

const isEntry = ({ cells, text }: Line): boolean =>
  (cells.length > 1 && /^\d{1,3}$/.test(cells.at(-1)?.text ?? '')) ||
  /[.…\s]{3,}\d{1,3}$/.test(text);

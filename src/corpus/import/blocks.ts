import { bodySize } from './furniture.js';
import { gradeOf, isGradeFragment } from './grades.js';
import { knownHeading, startsKnownHeading } from './headings.js';
import type { Line } from './lines.js';

/** A heading; `grade` is a grade printed in a column beside it. */
export type Heading = {
  kind: 'heading';
  text: string;
  grade: string | null;
  page: number;
  y: number;
  size: number;
};

/** A paragraph (`number` as printed) or a bullet, its lines joined; `x` and `y` are where it begins. */
export type TextBlock = {
  kind: 'paragraph' | 'bullet';
  number: number | null;
  text: string;
  page: number;
  lastPage: number;
  x: number;
  y: number;
};

export type Block = Heading | TextBlock;

type Style = { body: number; headingFonts: Set<string> };

/** The headings, paragraphs and bullets of a document's lines, in order. */
export function blocksOf(lines: Line[]): Block[] {
  const style = styleOf(lines);
  const blocks: Block[] = [];
  let open: { block: TextBlock; indent: number; last: Line } | null = null;
  let lastNumber = 0;
  let hanging: number | null = null;
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    if (!line) break;
    const headingLines = headingAt(lines, i, style, blocks.at(-1));
    if (headingLines > 0) {
      blocks.push(headingOf(lines.slice(i, i + headingLines)));
      open = null;
      hanging = null;
      i += headingLines;
      continue;
    }
    i++;
    const bullet = bulletOf(line);
    const apart = open === null || isApart(open.last, line);
    const numbered: Numbered | null = bullet ? null : numberOf(line, lastNumber, hanging, apart);
    if (bullet) {
      open = start('bullet', null, bullet.text, line, bullet.indent);
    } else if (numbered) {
      open = start('paragraph', numbered.number, numbered.text, line, numbered.indent);
      lastNumber = numbered.number;
      hanging = numbered.indent;
    } else if (open && continues(open, line)) {
      open.block.text = join(open.block.text, line.text);
      open.block.lastPage = line.page;
      if (open.block.kind === 'bullet' || open.block.number !== null)
        open.indent = Math.min(Math.max(open.indent, line.x), line.x);
      open.last = line;
      continue;
    } else open = start('paragraph', null, line.text, line, line.x);
    blocks.push(open.block);
  }
  return blocks;
}

function start(
  kind: TextBlock['kind'],
  number: number | null,
  text: string,
  line: Line,
  indent: number,
) {
  const block: TextBlock = {
    kind,
    number,
    text,
    page: line.page,
    lastPage: line.page,
    x: line.x,
    y: line.y,
  };
  return { block, indent, last: line };
}

/** Lines of one paragraph are joined with a space; a hyphen at a line's end is a compound's, and stays without one. */
function join(before: string, after: string): string {
  return /[\p{L}\d][-/–]$/u.test(before) ? before + after : `${before} ${after}`;
}

/** Whether more than a line's space, or a page's end, lies between two lines. */
const isApart = (above: Line, line: Line): boolean =>
  above.page !== line.page || above.y - line.y > 1.45 * line.size || line.y > above.y;

function continues(
  { block, indent, last }: { block: TextBlock; indent: number; last: Line },
  line: Line,
): boolean {
  if (last.page === line.page) {
    if (isApart(last, line)) return false;
    return block.kind !== 'bullet' || line.x > block.x + 3;
  }
  const unfinished = !/[.?!:;][’”'")]*$/.test(block.text) || /^[a-z(]/.test(line.text);
  const hangs = (block.kind === 'bullet' || block.number !== null) && Math.abs(line.x - indent) < 4;
  return unfinished || (hangs && block.number !== null && block.x < line.x - 4);
}

const BULLET =
  /^([\u2022\u25aa-\u25cf\u25e6\u25fb-\u25fe\u2043\u204c\u204d\u2219\u27a2\u2756\u00b7\u00a7\ue000-\uf8ff]|[-–—−*o](?= ))\s*(?=\S)/u;

function bulletOf(line: Line): { text: string; indent: number } | null {
  const glyph = BULLET.exec(line.text);
  if (!glyph) return null;
  const text = line.text.slice(glyph[0].length);
  return { text, indent: line.parts[1]?.x ?? line.x };
}

type Numbered = { number: number; text: string; indent: number };

/**
 * A printed paragraph number: one more than the last, or a new start. A wrapped line may begin with a figure and a stop
 * too, so a number must stand left of the paragraphs' text, where that is known, and after a space.
 */
function numberOf(
  line: Line,
  last: number,
  hanging: number | null,
  apart: boolean,
): Numbered | null {
  const match = /^(\d{1,3})(?:\.\s*|\s+)(?=\S)/.exec(line.text);
  if (!match) return null;
  const number = Number(match[1]);
  const inOwnCell = line.cells.length > 1 && /^\d{1,3}\.?$/.test(line.cells[0]?.text ?? '');
  if (!inOwnCell && !/^\d{1,3}\.(?:\s|\p{Lu})/u.test(line.text)) return null;
  if (hanging !== null && line.x > hanging - 4) return null;
  const isNext = number === last + 1 || number === 1;
  const isLater = apart && number > last && number <= last + MISSED;
  if (!(isNext && (apart || inOwnCell)) && !isLater) return null;
  const textX = inOwnCell ? line.cells[1]?.x : line.parts[1]?.x;
  return { number, text: line.text.slice(match[0].length), indent: textX ?? line.x };
}

/** How many numbers the print may leave out, or we may miss, before a figure is no paragraph's number any more. */
const MISSED = 5;

/** The fonts that this document sets headings of body size in: learnt from headings that every such report has. */
function styleOf(lines: Line[]): Style {
  const body = bodySize(lines);
  const letters = new Map<string, number>();
  for (const { font, text } of lines) letters.set(font, (letters.get(font) ?? 0) + text.length);
  const total = [...letters.values()].reduce((a, b) => a + b, 0);
  const headingFonts = new Set(
    lines
      .filter(
        (line) => knownHeading(line.text) || /^(?:judgement|lead inspector:?)\b/i.test(line.text),
      )
      .map((line) => line.font)
      .filter((font) => (letters.get(font) ?? 0) < 0.15 * total),
  );
  return { body, headingFonts };
}

/** How many lines from `at` on make one heading after the block `before`; 0 where they are text. */
function headingAt(lines: Line[], at: number, style: Style, before: Block | undefined): number {
  const first = lines[at];
  const above = lines[at - 1];
  if (!first || bulletOf(first)) return 0;
  const apart =
    !above || isApart(above, first) || before?.kind === 'heading' || leftText(above) === '';
  if (apart) {
    const known = knownLines(lines, at);
    if (known > 0) return known;
  }
  if (isSetAsHeading(first, style) && (apart || first.size >= style.body + 1.5)) {
    let count = 1;
    while (count < 4 && isSameHeading(lines[at + count - 1], lines[at + count], style)) count++;
    return count;
  }
  const isFinished = !before || before.kind === 'heading' || /[.?!:;][’”'")]*$/.test(before.text);
  return apart && isFinished && standsAlone(first, lines[at + 1]) ? 1 : 0;
}

/** A short line without a stop, with nothing that continues it: a heading in body type. */
function standsAlone(line: Line, next: Line | undefined): boolean {
  if (!/^\p{Lu}[^.:;?!]{2,89}$/u.test(line.text) || line.cells.length > 1) return false;
  if (!next || next.page !== line.page) return false;
  return bulletOf(next) !== null || isApart(line, next);
}

function knownLines(lines: Line[], at: number): number {
  const first = lines[at];
  if (!first) return 0;
  const most = startsKnownHeading(leftText(first)) ? 5 : 1;
  let text = '';
  let found = 0;
  for (let count = 1; count <= most; count++) {
    const line = lines[at + count - 1];
    const above = lines[at + count - 2];
    if (!line || line.page !== first.page || bulletOf(line)) break;
    if (count > 1 && above && above.y - line.y > 2 * line.size) break;
    const left = leftText(line);
    if (found > 0 && left !== '' && !knownHeading(`${text} ${left}`)) break;
    text = `${text} ${left}`.trim();
    if (text.length > 160) break;
    if (knownHeading(text)) found = count;
  }
  return found;
}

const isSetAsHeading = (line: Line, { body, headingFonts }: Style): boolean => {
  if (line.size >= body + 1.5) return /[a-z]/i.test(line.text) && !/^\d{1,3}\.\s/.test(line.text);
  return (
    line.size >= body - 0.5 &&
    headingFonts.has(line.font) &&
    line.text.length < 110 &&
    /^\p{Lu}/u.test(line.text) &&
    !/[.,;]$/.test(line.text)
  );
};

function isSameHeading(above: Line | undefined, line: Line | undefined, style: Style): boolean {
  if (!above || !line || above.page !== line.page || bulletOf(line)) return false;
  if (above.y - line.y > 1.6 * line.size || above.size !== line.size) return false;
  return (line.size >= style.body + 1.5 || line.font === above.font) && line.text.length < 110;
}

function headingOf(lines: Line[]): Heading {
  const right = lines.flatMap((line) => line.cells.filter((cell) => isGradeCell(cell, line)));
  return {
    kind: 'heading',
    text: lines.map(leftText).filter(Boolean).reduce(join, '').trim(),
    grade: right.length > 0 ? right.map((cell) => cell.text).join(' ') : null,
    page: lines[0]?.page ?? 1,
    y: lines[0]?.y ?? 0,
    size: Math.max(...lines.map((line) => line.size)),
  };
}

const isGradeCell = (cell: { x: number; text: string }, line: Line): boolean =>
  (gradeOf(cell.text) !== null || isGradeFragment(cell.text)) &&
  (cell !== line.cells[0] || cell.x > 250);

const leftText = (line: Line): string =>
  line.cells
    .filter((cell) => !isGradeCell(cell, line))
    .map((cell) => cell.text)
    .join(' ');

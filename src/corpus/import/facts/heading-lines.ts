import { bodySize } from '../pdf/furniture.js';
import { bulletOf, isApart, joinLines } from '../pdf/line-shapes.js';
import type { Line } from '../pdf/lines.js';
import { gradeOf, isGradeFragment } from './grades.js';
import { knownHeading, startsKnownHeading } from './headings.js';

/**
 * A heading; `grade` is a grade printed in a column beside it. `setBy` tells what sets it off from
 * the text: much larger type, another type, or only the room around it.
 */
export type Heading = {
  kind: 'heading';
  text: string;
  grade: string | null;
  setBy: 'size' | 'type' | 'room';
  page: number;
  y: number;
  size: number;
};

/** How a document sets its headings. */
export type Style = { body: number; bodyFont: string; headingFonts: Set<string> };

/**
 * The fonts that this document sets headings of body size in: learnt from headings that every such
 * report has.
 */
export function styleOf(lines: Line[]): Style {
  const body = bodySize(lines);
  const letters = new Map<string, number>();
  for (const { font, text } of lines) letters.set(font, (letters.get(font) ?? 0) + text.length);
  const total = [...letters.values()].reduce((a, b) => a + b, 0);
  const headingFonts = new Set(
    lines
      .filter(({ font }) => (letters.get(font) ?? 0) < 0.15 * total)
      .filter(({ text }) => knownHeading(text) || /^(?:judgement|lead inspector:?)\b/i.test(text))
      .map(({ font }) => font),
  );
  const [bodyFont] = [...letters].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
  return { body, bodyFont, headingFonts };
}

/** How many lines from `at` on make one heading after the block `before`; 0 where they are text. */
export function headingAt(
  lines: Line[],
  at: number,
  style: Style,
  before: { kind: string; text: string } | undefined,
): number {
  const first = lines[at];
  const above = lines[at - 1];
  if (!first || bulletOf(first)) return 0;
  const apart =
    !above || isApart(above, first) || before?.kind === 'heading' || leftText(above) === '';
  if (apart) {
    const known = knownLines(lines, at);
    if (known > 0) return known;
  }
  if (isSetAsHeading(first, style) && (apart || (isLarge(first, style) && !goesOn(above, first)))) {
    let count = 1;
    while (count < 4 && isSameHeading(lines.slice(at, at + count), lines[at + count], style))
      count++;
    if (isLarge(first, style) || !breaksOff(lines[at + count - 1], lines[at + count])) return count;
  }
  return apart && standsAlone(first, lines[at + 1]) && isFinished(before) ? 1 : 0;
}

/** Whether a block's last sentence is over. */
const isFinished = (block: { kind: string; text: string } | undefined): boolean =>
  !block || block.kind === 'heading' || /[.?!:;][’”'")]*$/.test(block.text);

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
  return found > 0 && isSentence(lines[at + found - 1], lines[at + found]) ? 0 : found;
}

/**
 * Whether a line goes on in the next one as a sentence does: a paragraph may begin with the words
 * of a heading.
 */
const isSentence = (line: Line | undefined, next: Line | undefined): boolean =>
  line !== undefined &&
  next !== undefined &&
  !isApart(line, next) &&
  next.font === line.font &&
  next.size === line.size &&
  /^[a-z]/.test(next.text);

/** Whether a line in a heading's type is the first of a sentence that goes on in another type. */
const breaksOff = (line: Line | undefined, next: Line | undefined): boolean =>
  line !== undefined &&
  next !== undefined &&
  !isApart(line, next) &&
  next.size === line.size &&
  /^[a-z]/.test(next.text);

const isLarge = (line: Line, { body }: Style): boolean => line.size >= body + 1.5;

/** Whether a line of text in larger type, as some summaries are set, goes on in the next one. */
const goesOn = (above: Line | undefined, line: Line): boolean =>
  above?.size === line.size && above.font === line.font;

const isSetAsHeading = (line: Line, style: Style): boolean => {
  if (isLarge(line, style))
    return /^[^a-z]*[A-Z]/.test(line.text) && !/^\d{1,3}\.\s/.test(line.text);
  return (
    line.size >= style.body - 0.5 &&
    style.headingFonts.has(line.font) &&
    line.text.length < 110 &&
    /^\p{Lu}/u.test(line.text) &&
    !/[.,;]$/.test(line.text)
  );
};

/** Whether a line goes on the heading of the lines above it, and begins none of its own. */
function isSameHeading(heading: Line[], line: Line | undefined, style: Style): boolean {
  const above = heading.at(-1);
  if (!above || !line || above.page !== line.page || bulletOf(line)) return false;
  if (above.y - line.y > 1.6 * line.size || above.size !== line.size) return false;
  if (isTwo(textOf(heading), line.text)) return false;
  return (isLarge(line, style) || line.font === above.font) && line.text.length < 110;
}

const textOf = (lines: Line[]): string =>
  lines.map(leftText).filter(Boolean).reduce(joinLines, '').trim();

/** Whether a heading that is one we know is followed by another, and not by its own last words. */
const isTwo = (heading: string, next: string): boolean =>
  /^[\p{Lu}\d]/u.test(next) &&
  knownHeading(heading) !== undefined &&
  knownHeading(`${heading} ${next}`) === undefined;

export function headingOf(lines: Line[], style: Style): Heading {
  const right = lines.flatMap((line) => line.cells.filter((cell) => isGradeCell(cell, line)));
  const [first] = lines;
  const isOfOtherType = first && (first.font !== style.bodyFont || first.size > style.body + 0.25);
  return {
    kind: 'heading',
    text: textOf(lines),
    grade: right.length > 0 ? right.map((cell) => cell.text).join(' ') : null,
    setBy: first && isLarge(first, style) ? 'size' : isOfOtherType ? 'type' : 'room',
    page: first?.page ?? 1,
    y: first?.y ?? 0,
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

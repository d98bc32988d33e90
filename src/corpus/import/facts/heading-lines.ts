import { bodySize } from '../pdf/furniture.js';
import { bulletOf, isApart, joinLines } from '../pdf/line-shapes.js';
import type { Line } from '../pdf/lines.js';
import { gradeOf, isGradeFragment } from './grades.js';
import { knownHeading, startsKnownHeading } from './headings.js';

/** A heading; `grade` is a grade printed in a column beside it. */
export type Heading = {
  kind: 'heading';
  text: string;
  grade: string | null;
  page: number;
  y: number;
  size: number;
};

/** How a document sets its headings. */
export type Style = { body: number; headingFonts: Set<string> };

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
      .filter(
        (line) => knownHeading(line.text) || /^(?:judgement|lead inspector:?)\b/i.test(line.text),
      )
      .map((line) => line.font)
      .filter((font) => (letters.get(font) ?? 0) < 0.15 * total),
  );
  return { body, headingFonts };
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

export function headingOf(lines: Line[]): Heading {
  const right = lines.flatMap((line) => line.cells.filter((cell) => isGradeCell(cell, line)));
  return {
    kind: 'heading',
    text: lines.map(leftText).filter(Boolean).reduce(joinLines, '').trim(),
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

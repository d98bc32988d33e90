import type { Reason } from '../../../domain/document.js';
import type { Area } from '../../../domain/judgement.js';
import { type Line, textBetween } from '../pdf/lines.js';
import type { ReadJudgement } from '../reading.js';
import { gradeOf, isGradeFragment } from './grades.js';
import { areaOfLabel } from './headings.js';

/** A label or a grade of the table with the height it takes, counted downwards over all pages. */
type Entry = { top: number; bottom: number; text: string; page: number };

/**
 * The rows of a table of judgements: labels on the left, grades in a column on the right, either of
 * them over several lines, and the table over two pages. A grade belongs to the label beside it, or
 * where it is set a line too high or low in its row, to the label that is plainly nearer than any
 * other. Where a label has no such grade, or two, or a grade two labels, the field stays empty.
 */
export function readJudgementTable(lines: Line[]): {
  judgements: ReadJudgement[];
  reasons: Reason[];
} {
  const column = gradeColumn(lines);
  if (column === null) return { judgements: [], reasons: [] };
  const labels: (Entry & { area: Area })[] = labelEntries(lines, column);
  const grades = gradeEntries(lines, column);
  const judgements: ReadJudgement[] = [];
  const reasons: Reason[] = [];
  for (const label of labels) {
    const level = grades.filter((grade) => isBeside(label, grade));
    const beside =
      level.length > 0 ? level : grades.filter((grade) => isInRow(grade, label, labels));
    const shared = level.some((grade) => labels.some((l) => l !== label && isBeside(l, grade)));
    const [only] = beside;
    const grade = beside.length === 1 && only && !shared ? gradeOf(only.text) : null;
    const twice = labels.some((other) => other !== label && other.area === label.area);
    if (only && grade && !twice) {
      judgements.push({ area: label.area, grade, printed: only.text, page: only.page });
      continue;
    }
    if (!judgements.some((j) => j.area === label.area))
      judgements.push({ area: label.area, grade: 'could not be read', printed: null, page: null });
    const found = beside.map((g) => `“${g.text}”`).join(' and ') || 'no grade';
    reasons.push({
      code: 'grade_conflict',
      field: `judgements.${label.area}`,
      detail: twice
        ? `The table has two rows for “${label.text}”.`
        : `Beside “${label.text}” the table has ${found}.`,
    });
  }
  return { judgements, reasons };
}

/** Where the column of grades begins: at the cells that hold a grade and nothing else. */
function gradeColumn(lines: Line[]): number | null {
  const xs = lines
    .flatMap((line) => line.cells.map((cell, i) => ({ cell, left: i > 0 || cell.x > 250 })))
    .filter(({ cell, left }) => left && (gradeOf(cell.text) || isGradeFragment(cell.text)))
    .map(({ cell }) => cell.x)
    .sort((a, b) => a - b);
  const middle = xs[Math.floor(xs.length / 2)];
  if (middle === undefined) return null;
  return Math.min(...xs.filter((x) => Math.abs(x - middle) < 40)) - 6;
}

const down = ({ page, y }: Line): number => page * 10_000 - y;

const leftOf = (line: Line, column: number): string => textBetween(line, 0, column);
const rightOf = (line: Line, column: number): string =>
  textBetween(line, column, Number.POSITIVE_INFINITY);

/** Consecutive left-hand lines that together make a whole label. */
function labelEntries(lines: Line[], column: number): (Entry & { area: Area })[] {
  const entries: (Entry & { area: Area })[] = [];
  for (let i = 0; i < lines.length; i++) {
    let text = '';
    let best: { area: Area; last: number; text: string } | null = null;
    const first = lines[i];
    if (!first || leftOf(first, column) === '') continue;
    for (let j = i; j < lines.length && j < i + 6; j++) {
      const line = lines[j];
      if (!line) break;
      const left = leftOf(line, column);
      if (left === '') continue;
      text = `${text} ${left}`.trim();
      const area = areaOfLabel(text);
      if (area) best = { area, last: j, text };
      if (text.length > 120) break;
    }
    const last = best ? lines[best.last] : undefined;
    if (!best || !last) continue;
    entries.push({
      area: best.area,
      text: best.text,
      top: down(first),
      bottom: down(last),
      page: first.page,
    });
    i = best.last;
  }
  return entries;
}

/** Consecutive lines of the grade column that together make a whole grade. */
function gradeEntries(lines: Line[], column: number): Entry[] {
  const parts = lines
    .map((line) => ({ line, text: rightOf(line, column) }))
    .filter(({ text }) => gradeOf(text) !== null || isGradeFragment(text));
  const entries: Entry[] = [];
  for (const { line, text } of parts) {
    const open = entries.at(-1);
    const longer = open ? `${open.text} ${text}` : '';
    const follows = open && down(line) - open.bottom < 1.7 * line.size;
    if (open && follows && (gradeOf(longer) || isGradeFragment(longer))) {
      open.text = longer;
      open.bottom = down(line);
    } else entries.push({ text, top: down(line), bottom: down(line), page: line.page });
  }
  return entries;
}

/** A cell's words are set no farther from the middle of a row of the table. */
const LINE_AND_A_HALF = 21;

/**
 * Whether a grade that stands beside no label is in the row of this one: every other label is more
 * than twice as far away, as it is with the lines of a table between the two.
 */
const isInRow = (grade: Entry, label: Entry, labels: Entry[]): boolean => {
  const away = apartFrom(grade, label);
  return (
    away <= LINE_AND_A_HALF &&
    labels.every(
      (other) => other === label || (!isBeside(other, grade) && apartFrom(grade, other) > 2 * away),
    )
  );
};

/** Points of height between two entries. */
const apartFrom = (a: Entry, b: Entry): number => Math.max(a.top - b.bottom, b.top - a.bottom, 0);

const HALF_A_LINE = 8;
const isBeside = (label: Entry, grade: Entry): boolean =>
  grade.top <= label.bottom + HALF_A_LINE && grade.bottom >= label.top - HALF_A_LINE;

import type { PageStart } from '../../../domain/passage.js';
import { bulletOf, isApart, joinLines } from '../pdf/line-shapes.js';
import type { Line } from '../pdf/lines.js';
import { type Heading, headingAt, headingOf, styleOf } from './heading-lines.js';

/**
 * A paragraph (`number` as printed) or a bullet (with its `sign`), its lines joined; `x` and `y`
 * are where it begins, `pageStarts` where its text goes on to another page.
 */
export type TextBlock = {
  kind: 'paragraph' | 'bullet';
  number: number | null;
  sign: string | null;
  text: string;
  page: number;
  lastPage: number;
  pageStarts: PageStart[];
  x: number;
  y: number;
};

export type Block = Heading | TextBlock;

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
      blocks.push(headingOf(lines.slice(i, i + headingLines), style));
      open = null;
      hanging = null;
      i += headingLines;
      continue;
    }
    i++;
    const sign = bulletOf(line);
    const bullet = sign && open && isDashInSentence(sign.sign, open, line) ? null : sign;
    const apart = open === null || isApart(open.last, line);
    const numbered: Numbered | null = bullet ? null : numberOf(line, lastNumber, hanging, apart);
    if (bullet) {
      open = start('bullet', line, bullet);
    } else if (numbered) {
      open = start('paragraph', line, numbered);
      lastNumber = numbered.number;
      hanging = numbered.indent;
    } else if (open && continues(open, line)) {
      const { block } = open;
      block.text = joinLines(block.text, line.text);
      if (line.page !== block.lastPage)
        block.pageStarts.push({ page: line.page, at: block.text.length - line.text.length });
      block.lastPage = line.page;
      if (open.block.kind === 'bullet' || open.block.number !== null) open.indent = line.x;
      open.last = line;
      continue;
    } else open = start('paragraph', line, { text: line.text, indent: line.x });
    blocks.push(open.block);
  }
  return blocks;
}

function start(
  kind: TextBlock['kind'],
  line: Line,
  { text, indent, number = null, sign = null }: Begun,
): { block: TextBlock; indent: number; last: Line } {
  const { page, x, y } = line;
  const block: TextBlock = { kind, number, sign, text, page, lastPage: page, pageStarts: [], x, y };
  return { block, indent, last: line };
}

/** The first line of a block without its number or bullet; `indent` is where its text begins. */
type Begun = { text: string; indent: number; number?: number | null; sign?: string | null };

/**
 * A dash at the beginning of a wrapped line is the sentence's own, unless the sentence was over or
 * led to a list.
 */
const isDashInSentence = (
  sign: string,
  open: { block: TextBlock; indent: number; last: Line },
  line: Line,
): boolean => /^[-–—−]$/.test(sign) && !/[.:;,]$/.test(open.block.text) && continues(open, line);

function continues(
  { block, indent, last }: { block: TextBlock; indent: number; last: Line },
  line: Line,
): boolean {
  if (last.page === line.page && last.column === line.column) {
    if (isApart(last, line)) return false;
    return block.kind !== 'bullet' || line.x > block.x + 3;
  }
  const unfinished = !/[.?!:;][’”'")]*$/.test(block.text) || /^[a-z(]/.test(line.text);
  const hangs = (block.kind === 'bullet' || block.number !== null) && Math.abs(line.x - indent) < 4;
  return unfinished || (hangs && block.number !== null && block.x < line.x - 4);
}

type Numbered = { number: number; text: string; indent: number };

/**
 * A printed paragraph number: one more than the last, or a new start. A wrapped line may begin with
 * a figure and a stop too, so a number must stand left of the paragraphs' text, where that is
 * known, and after a space.
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
  if (!inOwnCell && !/^\d{1,3}\.(?:\s|[‘“'"(]?\p{Lu})/u.test(line.text)) return null;
  if (hanging !== null && line.x > hanging - 4) return null;
  const isNext = number === last + 1 || number === 1;
  const isLater = apart && number > last && number <= last + MISSED;
  if (!(isNext && (apart || inOwnCell)) && !isLater) return null;
  const textX = inOwnCell ? line.cells[1]?.x : line.parts[1]?.x;
  return { number, text: line.text.slice(match[0].length), indent: textX ?? line.x };
}

/**
 * How many numbers the print may leave out, or we may miss, before a figure is no paragraph's
 * number any more.
 */
const MISSED = 5;

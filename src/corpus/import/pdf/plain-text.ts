import type { Line } from './lines.js';

const BODY = 12;
const HEADING = 16;
const PITCH = 14;
const MARGIN = 72;
const INDENT = 18;

/**
 * The lines of a letter that is kept as plain text or Markdown, laid out as a page would be: so
 * that the same reading serves. Text has no pages; everything stands on one.
 */
export function plainTextLines(text: string): Line[] {
  let y = 0;
  return withoutPageBreaks(text.replace(/\r\n?/g, '\n').split(/\n\s*\n/)).flatMap((chunk) => {
    y -= PITCH;
    let inBullet = false;
    return chunk
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((raw) => {
        y -= PITCH;
        const isBullet = /^[-*•]\s/.test(raw);
        inBullet ||= isBullet;
        const isHeading = /^#{1,6}\s/.test(raw);
        const x = inBullet && !isBullet ? MARGIN + INDENT : MARGIN;
        return lineAt(x, y, plainWords(raw), isHeading ? HEADING : BODY);
      });
  });
}

/** A paragraph that a page's end has torn apart goes on in lower case. */
function withoutPageBreaks(chunks: string[]): string[] {
  const whole: string[] = [];
  for (const chunk of chunks) {
    const before = whole.at(-1);
    if (before && /^\p{Ll}/u.test(chunk.trim()) && !/[.?!:;]\s*$/.test(before))
      whole[whole.length - 1] = `${before.trimEnd()}\n${chunk.trim()}`;
    else whole.push(chunk);
  }
  return whole;
}

/** A line without Markdown's marks: headings, emphasis, links. */
const plainWords = (raw: string): string =>
  raw
    .replace(/^#{1,6}\s+/, '')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

function lineAt(x: number, y: number, text: string, size: number): Line {
  const part = { x, width: text.length * 6, size, text };
  return {
    page: 1,
    column: 0,
    x,
    y,
    right: x + part.width,
    size,
    font: size === BODY ? 'text' : 'heading',
    cells: [{ x, text }],
    text,
    note: false,
    parts: [part],
  };
}

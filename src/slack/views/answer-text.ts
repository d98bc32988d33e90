import type { Point, Section, Table } from '../../answer/index.js';
import { citationLine, explanation } from '../../domain/citation.js';
import { abridge } from './abridge.js';
import { escapeMrkdwn } from './escape.js';
import { attributionLine } from './point.js';

const LIMIT = 3_000;
/** Room for the sentence that says what is left out, and for who shares the answer. */
const ENDING = 100;
const LINE_LIMIT = 2_000;

/** A part of a text: a line, or a quotation with its citation; in mrkdwn. */
export type TextPart = { text: string; quotes: boolean };

/**
 * As many of the parts, from the first, as 3,000 characters hold; what is left out is announced.
 */
export function fitted(parts: TextPart[]): string {
  const shown: string[] = [];
  let length = 0;
  for (const part of parts) {
    length += part.text.length + 1;
    if (shown.length > 0 && length > LIMIT - ENDING) break;
    shown.push(part.text);
  }
  const omitted = parts.slice(shown.length);
  const quotations = omitted.filter((part) => part.quotes).length;
  if (quotations > 0) shown.push(quotationsNotShown(quotations));
  else if (omitted.length > 0) shown.push('The rest is not shown here.');
  return shown.join('\n');
}

/** "7 more quotations are not shown here." */
export const quotationsNotShown = (count: number): string =>
  count === 1
    ? '1 more quotation is not shown here.'
    : `${count} more quotations are not shown here.`;

/** A table as parts of a text: its caption, its header, its rows. */
export const tableParts = ({ caption, columns, rows }: Table): TextPart[] =>
  [caption, ...[columns, ...rows].map((row) => row.join(' · '))].map(linePart);

/** A plain line as a part of a text. */
export const linePart = (text: string): TextPart => ({
  text: escapeMrkdwn(abridge(text, LINE_LIMIT)),
  quotes: false,
});

/** A section as parts of a text: its heading where it has one, its lines, its quotations. */
export const sectionParts = ({ heading, lines, points }: Section): TextPart[] => [
  ...(heading ? [linePart(heading)] : []),
  ...lines.map(linePart),
  ...points.map((point) => ({ text: escapeMrkdwn(pointText(point)), quotes: true })),
];

const pointText = (point: Point): string => {
  const { citation } = point;
  const quotation = [explanation(citation), `“${citation.quote}”`].filter(Boolean).join(' ');
  return `${attributionLine(point)}: ${quotation} (${citationLine(citation)})`;
};

/** The font that pictures are drawn with, and what a browser takes that lacks it. */
export const FONT = 'Atkinson Hyperlegible';
export const FONT_FAMILY = `${FONT}, Verdana, sans-serif`;

/** Widths of letters in parts of the font's size, a little more than they are; of others, USUAL. */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  [" .,;:·’'!|ijlft()", 0.32],
  ['rI1“”"-[]', 0.41],
  ['cksvxyz–', 0.51],
  ['BKPRSVXYZ46890', 0.64],
  ['ACDGHNOQUw', 0.72],
  ['mMW—', 0.86],
];
const USUAL = 0.58;
const BOLD = 1.08;

const WIDTH_OF = new Map(
  WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
);

/** About how wide a text is drawn, in the unit of `size`; as a whole no less than it is. */
export const widthOf = (text: string, size: number, isBold = false): number =>
  [...text].reduce((sum, letter) => sum + (WIDTH_OF.get(letter) ?? USUAL), 0) *
  size *
  (isBold ? BOLD : 1);

/** A span of days over two months, which is best broken after its dash. */
const SPAN_OF_MONTHS = /([A-Za-z]–)(\d{1,2}) (?=[A-Z])/g;

/**
 * The text in lines that are no wider than `width`; a single word may be. A line that ends in a
 * dash goes on in the next without a space.
 */
export function wrapped(text: string, width: number, size: number, isBold = false): string[] {
  const lines: string[] = [];
  const words = text.replace(SPAN_OF_MONTHS, '$1 $2\u00A0').split(' ').filter(Boolean);
  for (const word of words) {
    const line = lines.at(-1);
    const joined = line && `${line}${line.endsWith('–') ? '' : ' '}${word}`;
    if (joined && widthOf(joined, size, isBold) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines.map((line) => line.replaceAll('\u00A0', ' '));
}

/** The text as it may stand in SVG, between tags and within quotation marks. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export type TextStyle = {
  x: number;
  /** The middle of all lines, or the top of the first. */
  y: number;
  size: number;
  anchor: 'start' | 'middle' | 'end';
  vertical: 'top' | 'middle';
  /** What the text is, as the class of its element. */
  role: string;
  ink: string;
  isBold?: boolean;
};

const LINE_HEIGHT = 1.25;

/** How tall so many lines are. */
export const heightOf = (lines: string[], size: number): number =>
  lines.length * size * LINE_HEIGHT;

/** Lines of text as one element, a `tspan` a line; nothing where there are none. */
export function textSvg(lines: string[], style: TextStyle): string {
  if (lines.length === 0) return '';
  const { x, size, anchor, role, ink, isBold } = style;
  const top = style.vertical === 'top' ? style.y : style.y - heightOf(lines, size) / 2;
  const spans = lines.map((line, i) => {
    const baseline = top + size * LINE_HEIGHT * i + size;
    return `<tspan x="${rounded(x)}" y="${rounded(baseline)}">${escapeXml(line)}</tspan>`;
  });
  const weight = isBold ? ' font-weight="700"' : '';
  return `<text class="${role}" font-size="${size}" fill="${ink}" text-anchor="${anchor}"${weight}>${spans.join('')}</text>`;
}

/** Coordinates need no more than a tenth. */
export const rounded = (value: number): number => Math.round(value * 10) / 10;

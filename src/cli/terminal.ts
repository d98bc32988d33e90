import { styleText } from 'node:util';

/**
 * What is printed on: `width` in characters (`Infinity` where nothing is wrapped) and whether
 * styles may be used.
 */
export type Terminal = { width: number; styled: boolean };

const WIDEST = 100;

/**
 * Standard output: a terminal is wrapped at its width and styled unless NO_COLOR says otherwise; a
 * pipe or file is neither.
 */
export const standardOutput = (): Terminal =>
  process.stdout.isTTY
    ? { width: Math.min(process.stdout.columns, WIDEST), styled: process.stdout.hasColors() }
    : { width: Infinity, styled: false };

export const bold = (text: string, { styled }: Terminal): string =>
  styled ? styleText('bold', text, { validateStream: false }) : text;
export const dim = (text: string, { styled }: Terminal): string =>
  styled ? styleText('dim', text, { validateStream: false }) : text;

/** Text whose control characters, which a terminal would obey, are spaces. */
export const visible = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

/**
 * Text as lines no longer than the terminal is wide (a longer word stands alone), all but the first
 * after `indent`, the first after `first`.
 */
export function wrap(text: string, { width }: Terminal, indent = '', first = indent): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text
    .replace(/\p{Cc}/gu, ' ')
    .split(/ +/)
    .filter(Boolean)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

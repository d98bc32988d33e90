import { isListedAsEnglish } from '../../../language/index.js';
import type { Line } from './lines.js';

/** What a word processor sets where it parts a word at a line's end. */
export const SOFT_HYPHEN = '\u00ad';

/**
 * Lines of one paragraph are joined with a space; a hyphen at a line's end is a compound's, and
 * stays without one, unless it only parts a word: a soft hyphen, which the fonts' usual encoding
 * (WinAnsi) does not tell from a hyphen.
 */
export function joinLines(before: string, after: string): string {
  if (before.endsWith(SOFT_HYPHEN)) return before.slice(0, -1) + after;
  if (before.endsWith('-') && isPartedWord(before, after)) return before.slice(0, -1) + after;
  return /[\p{L}\d][-/–]$/u.test(before) ? before + after : `${before} ${after}`;
}

/** "develop-" and "ment": a word together, of which the second half is none; not "co-ordinated". */
function isPartedWord(before: string, after: string): boolean {
  const first = /(?<![\p{L}\d-])(\p{Ll}{2,})-$/u.exec(before)?.[1];
  const second = /^\p{Ll}{2,}(?![\p{L}\d-])/u.exec(after)?.[0];
  if (!first || !second || first === 'co') return false;
  return !isListedAsEnglish(second) && isListedAsEnglish(first + second);
}

/** Whether more than a line's space, or a page's end, lies between two lines. */
export const isApart = (above: Line, line: Line): boolean =>
  above.page !== line.page || above.y - line.y > 1.45 * line.size || line.y > above.y;

const BULLET =
  /^([\u2022\u25aa-\u25cf\u25e6\u25fb-\u25fe\u2043\u204c\u204d\u2219\u27a2\u2756\u00b7\u00a7\ue000-\uf8ff]|[-–—−*o](?= ))\s*(?=\S)/u;

/**
 * The bullet that begins a line: a dash as printed, a sign of a symbol font as "•"; `indent` is
 * where its text begins.
 */
export function bulletOf(line: Line): { sign: string; text: string; indent: number } | null {
  const glyph = BULLET.exec(line.text);
  if (!glyph) return null;
  const text = line.text.slice(glyph[0].length);
  const sign = /^[-–—−*o]$/.test(glyph[1] ?? '') ? (glyph[1] ?? '') : '•';
  return { sign, text, indent: line.parts[1]?.x ?? line.x };
}

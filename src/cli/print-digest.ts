import type { DigestText } from '../digest/index.js';
import { printSection } from './print-answer.js';
import { bold, type Terminal, wrap } from './terminal.js';

/** Prints a digest as plain text: each council with its quotations, and the standing facts. */
export function printDigest(
  { headline, councils, others, closing }: DigestText,
  terminal: Terminal,
) {
  const links = new Set<string>();
  const title = (text: string) => bold(wrap(text, terminal), terminal);
  const lines = (list: string[]) => list.map((line) => wrap(line, terminal)).join('\n');
  const blocks = [
    title(headline),
    ...councils.flatMap((council) => [
      council.heading === null ? '' : title(council.heading),
      ...council.sections.map((section) => printSection(section, terminal, links)),
      lines(council.closing),
    ]),
    others ? printSection(others, terminal, links) : '',
    lines(closing),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

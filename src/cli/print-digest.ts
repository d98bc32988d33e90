import type { Digest } from '../answer/index.js';
import { printSection } from './print-answer.js';
import { bold, type Terminal, wrap } from './terminal.js';

/**
 * A digest as plain text: what it says of each council, with its quotations, and the standing
 * facts.
 */
export function printDigest(
  { headline, councils, others, closing }: Digest,
  terminal: Terminal,
): string {
  const title = (text: string) => bold(wrap(text, terminal), terminal);
  const lines = (list: string[]) => list.map((line) => wrap(line, terminal)).join('\n');
  const blocks = [
    title(headline),
    ...councils.flatMap((council) => [
      council.headline === headline ? '' : title(council.headline),
      ...council.sections.map((section) => printSection(section, terminal)),
      lines(council.closing),
    ]),
    others ? printSection(others, terminal) : '',
    lines(closing),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

import type { Digest } from '../answer/index.js';
import { bold, type Paper, wrap } from './paper.js';
import { printSection } from './print-answer.js';

/** A digest as plain text: what it says of each council, with its quotations, and the standing facts. */
export function printDigest({ headline, councils, others, closing }: Digest, paper: Paper): string {
  const title = (text: string) => bold(wrap(text, paper), paper);
  const lines = (list: string[]) => list.map((line) => wrap(line, paper)).join('\n');
  const blocks = [
    title(headline),
    ...councils.flatMap((council) => [
      council.headline === headline ? '' : title(council.headline),
      ...council.sections.map((section) => printSection(section, paper)),
      lines(council.closing),
    ]),
    others ? printSection(others, paper) : '',
    lines(closing),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

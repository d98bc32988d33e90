import type { DigestText } from '../digest/index.js';
import { bold, type Paper, wrap } from './paper.js';
import { printSection } from './print-answer.js';

/** Prints a digest as plain text: each council with its quotations, and the standing facts. */
export function printDigest({ headline, councils, others, closing }: DigestText, paper: Paper) {
  const title = (text: string) => bold(wrap(text, paper), paper);
  const lines = (list: string[]) => list.map((line) => wrap(line, paper)).join('\n');
  const blocks = [
    title(headline),
    ...councils.flatMap((council) => [
      council.heading === null ? '' : title(council.heading),
      ...council.sections.map((section) => printSection(section, paper)),
      lines(council.closing),
    ]),
    others ? printSection(others, paper) : '',
    lines(closing),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

import { personName } from '../labels.js';
import type { DocumentText, Layout } from '../reading.js';

/** Letters after a focused visit (ILACS) or a monitoring visit (after an inadequate judgement): findings, no grade. */
export const letter: Layout = {
  kindOf: ({ title, blocks }) => {
    const opening = `${title} ${openingOf(blocks)}`;
    if (/\bmonitoring visit\b/i.test(title) || /findings (?:of|from) (?:the|a|your)[^.]{0,40} monitoring visit/i.test(opening))
      return 'monitoring visit';
    if (/\bfocus(?:ed|sed)? visit\b/i.test(title) || /findings (?:of|from) (?:the|a|your)[^.]{0,40} focus(?:ed|sed)? visit/i.test(opening))
      return 'focused visit';
    return null;
  },
  authority: ({ title, blocks }) => heading(title) ?? openingOf(blocks),
  visitDates: ({ blocks, front }) => {
    const printed = /\bvisit\b[^.]{0,160}? (?:on|from|between|of) ((?:\d{1,2}|\p{Lu}[a-z]+day)[^.]*? \d{4})/u.exec(openingOf(blocks));
    return printed?.[1] ?? labelledDates(front);
  },
  leadInspector: ({ lines, blocks }) => leadOf(lines.map((line) => line.text), openingOf(blocks)),
  judgements: () => ({ judgements: [], reasons: [] }),
  isLetter: true,
};

const heading = (title: string): string | null =>
  /(?:focus(?:ed|sed)?|monitoring) visit (?:to|of|at) (.+)/i.exec(title)?.[1] ?? null;

/** The paragraphs that say what the letter is about: those that begin it. */
const openingOf = (blocks: DocumentText['blocks']): string =>
  blocks
    .filter((block) => block.kind === 'paragraph' && /\bvisit\b/i.test(block.text))
    .slice(0, 3)
    .map((block) => block.text)
    .join(' ');

const labelledDates = (front: DocumentText['front']): string | null =>
  front.map((line) => /^(?:visit|inspection) dates?:\s*(.+)/i.exec(line.text)?.[1]).find(Boolean) ?? null;

/** The inspector who signs, where the letter also names them among those who came. */
function leadOf(lines: string[], opening: string): string | null {
  const said = lines.map((line) => /^lead inspector:?\s*(.+)/i.exec(line)?.[1]).find(Boolean);
  if (said) return personName(said);
  const close = lines.findLastIndex((line) => /^yours (?:sincerely|faithfully)/i.test(line));
  const signed = close < 0 ? null : personName(lines.slice(close + 1).find((line) => line !== '') ?? null);
  return signed && opening.includes(signed) ? signed : null;
}

import { parseDate } from '../dates-in-text.js';
import { personName } from '../labels.js';
import type { DocumentText, Layout } from '../reading.js';

/** Letters after a focused visit (ILACS) or a monitoring visit (after an inadequate judgement): findings, no grade. */
export const letter: Layout = {
  kindOf: ({ lines, blocks }) => {
    const names = lines
      .slice(0, 40)
      .map((line) => line.text)
      .filter((text) => heading(text) !== null);
    const opening = blocks.find((block) => OPENING.test(block.text))?.text ?? '';
    const what = /\b(monitoring|focus(?:ed|sed)?) visit/i.exec(names[0] ?? opening)?.[1];
    if (!what) return null;
    return /^monitoring/i.test(what) ? 'monitoring visit' : 'focused visit';
  },
  authority: ({ lines, blocks }) =>
    lines.map((line) => heading(line.text)).find((name) => name !== null) ?? openingOf(blocks),
  visitDates: ({ blocks, front }) => {
    const printed =
      /\bvisit\b[^.]{0,160}? (?:on|from|between|of) ((?:\d{1,2}|\p{Lu}[a-z]+day)[^.]*? \d{4})/u.exec(
        openingOf(blocks),
      );
    return printed?.[1] ?? labelledDates(front);
  },
  leadInspector: ({ lines, blocks }) =>
    leadOf(
      lines.map((line) => line.text),
      openingOf(blocks),
    ),
  judgements: () => ({ judgements: [], reasons: [] }),
  letter: {
    title: ({ lines, title }) =>
      lines.map((line) => line.text).find((text) => heading(text) !== null) ?? title,
    dated: ({ lines }) => datedOf(lines.map((line) => line.text)),
    ordinal: ({ title, blocks }) => ordinalOf(`${title} ${openingOf(blocks)}`),
  },
};

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** "the third monitoring visit since the local authority was judged inadequate" */
function ordinalOf(text: string): number | null {
  const word = new RegExp(`\\b(${ORDINALS.join('|')})\\b[^.]{0,30} monitoring visit`, 'i').exec(
    text,
  )?.[1];
  return word ? ORDINALS.indexOf(word.toLowerCase()) + 1 : null;
}

/** The date that stands alone above the salutation. */
function datedOf(lines: string[]): string | null {
  const dear = lines.findIndex((line) => /^dear\b/i.test(line));
  const dates = lines
    .slice(0, Math.max(0, dear))
    .map(parseDate)
    .filter((date) => date !== null);
  return dates[0] ?? null;
}

const OPENING = /^this letter (?:summarises|sets out|contains|outlines|follows)/i;

/** What follows "Monitoring visit of …" where a line is such a heading and nothing else. */
const heading = (line: string): string | null =>
  /^(?:ofsted |the )?(?:\w+ )?(?:focus(?:ed|sed)?|monitoring) visit (?:to|of|at) ([^.]+)$/i.exec(
    line,
  )?.[1] ?? null;

/** The paragraphs that say what the letter is about: those that begin it. */
const openingOf = (blocks: DocumentText['blocks']): string =>
  blocks
    .filter((block) => block.kind === 'paragraph' && /\bvisit\b/i.test(block.text))
    .slice(0, 3)
    .map((block) => block.text)
    .join(' ');

const labelledDates = (front: DocumentText['front']): string | null =>
  front.map((line) => /^(?:visit|inspection) dates?:\s*(.+)/i.exec(line.text)?.[1]).find(Boolean) ??
  null;

/** The inspector who signs, where the letter also names them among those who came. */
function leadOf(lines: string[], opening: string): string | null {
  const said = lines.map((line) => /^lead inspector:?\s*(.+)/i.exec(line)?.[1]).find(Boolean);
  if (said) return personName(said);
  const close = lines.findLastIndex((line) => /^yours (?:sincerely|faithfully)/i.test(line));
  const signed =
    close < 0 ? null : personName(lines.slice(close + 1).find((line) => line !== '') ?? null);
  return signed && opening.includes(signed) ? signed : null;
}

import { FRAMEWORKS } from '../../../domain/frameworks.js';
import { parseDate } from '../facts/dates.js';
import { leadInspectorOf, personName } from '../facts/inspectors.js';
import { isApart } from '../pdf/line-shapes.js';
import type { Line } from '../pdf/lines.js';
import type { DocumentText, Layout } from '../reading.js';

/**
 * Letters after a focused visit (ILACS) or a monitoring visit (after an inadequate judgement):
 * findings, no grade.
 */
export const letter: Layout = {
  authority: ({ lines, blocks }) =>
    namedIn(headingOf(lines) ?? '') ?? VISITED.exec(openingOf(blocks))?.[1] ?? '',
  visitDates: ({ blocks, front }) =>
    DATES.exec(openingOf(blocks))?.[1]?.trim() ?? labelledDates(front),
  leadInspector: ({ lines, blocks }) =>
    leadInspectorOf(lines) ?? signingInspector(lines, openingOf(blocks)),
  judgements: () => ({ judgements: [], reasons: [] }),
  letter: {
    announces: ({ lines, blocks }) =>
      headingOf(lines) ?? blocks.find((block) => OPENING.test(block.text))?.text ?? '',
    title: ({ lines, title }) => headingOf(lines) ?? title,
    dated: ({ lines }) => datedOf(lines.map((line) => line.text)),
    ordinal: ({ title, blocks }) => ordinalOf(`${title} ${openingOf(blocks)}`),
  },
};

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const NUMBERED = `(${ORDINALS.join('|')}|\\d{1,2}(?=st|nd|rd|th))(?:st|nd|rd|th)?(?: \\w+){0,3} monitoring visit`;

/**
 * "the third monitoring visit since the local authority was judged inadequate"; an earlier one may
 * be named after it.
 */
function ordinalOf(text: string): number | null {
  const itself = new RegExp(`\\b(?:is|was|were) (?:the |Ofsted[’']s )?${NUMBERED}`, 'i').exec(text);
  const word = (itself ?? new RegExp(`\\b${NUMBERED}`, 'i').exec(text))?.[1]?.toLowerCase();
  if (!word) return null;
  return ORDINALS.includes(word) ? ORDINALS.indexOf(word) + 1 : Number(word);
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

const KINDS = FRAMEWORKS.filter(({ layout }) => layout === 'letter').map((row) => row.announced);
const HEADING = new RegExp(
  `^(?!dear\\b)(?:[\\p{L}\\d’'-]+ ){0,4}(?:${KINDS.join('|')})(?: (?:to|of|at|in)\\b|\\s?[:–-])(?: (.+))?$`,
  'iu',
);

/** The letter's heading, "Monitoring visit of …", whole where it is set over several lines. */
function headingOf(lines: Line[]): string | null {
  const top = lines.slice(0, 40);
  const at = top.findIndex(
    ({ text }) => /^[\p{Lu}\d]/u.test(text) && HEADING.test(text) && !isSentence(text),
  );
  const first = top[at];
  if (!first) return null;
  let text = first.text;
  for (let i = at + 1; i < at + 3 && !/services$/i.test(text); i++) {
    const [above, line] = [lines[i - 1], lines[i]];
    if (!above || !line || isApart(above, line) || line.font !== first.font) break;
    if (isSentence(line.text) || OPENING.test(line.text)) break;
    text = `${text} ${line.text}`;
  }
  return text;
}

const isSentence = (text: string): boolean => /\.(?:\s|$)/.test(text.replace(/\bSt\./g, 'St'));

/**
 * What follows "Monitoring visit of" in such a heading, unless it breaks off: "Kingston upon" may
 * be either of two.
 */
const namedIn = (text: string): string | null =>
  /\b(?:upon|and|of|on|the)$/i.test(text) ? null : (HEADING.exec(text)?.[1] ?? null);

/** "… the monitoring visit to Oldham children's services on …" */
const VISITED =
  /\bvisits? (?:to|of|at|in) ((?:(?!\bvisit\b).){3,80}?)(?:[’']s)? (?:local authority |council )?children[’']s\b/i;

/**
 * The days after "visit … on": of this visit, not of an inspection or a report that the sentence
 * looks back on.
 */
const DATES =
  /\bvisit\b(?:(?!\b(?:since|judged|inspection|published|previous|last|report|dated)\b)[^.]){0,200}? ((?:(?:on|from|of) (?:\d|\p{Lu}[a-z]+day)|between )[^.]*? \d{4}(?: ?(?:to|and|[-–]) ?\d[^.]*? \d{4})?)/u;

/** The paragraphs that say what the letter is about: those that begin it. */
const openingOf = (blocks: DocumentText['blocks']): string =>
  blocks
    .filter((block) => block.kind === 'paragraph' && /\bvisit\b/i.test(block.text))
    .slice(0, 3)
    .map((block) => block.text)
    .join(' ')
    .replace(/\bSt\. /g, 'St ');

const labelledDates = (front: DocumentText['front']): string | null =>
  front.map((line) => /^(?:visit|inspection) dates?:\s*(.+)/i.exec(line.text)?.[1]).find(Boolean) ??
  null;

/** The inspector who signs, where the letter also names them among those who came. */
function signingInspector(lines: Line[], opening: string): string | null {
  const close = lines.findLastIndex(({ text }) => /^yours (?:sincerely|faithfully)/i.test(text));
  const below = lines.slice(close + 1).find(({ text }) => text !== '');
  const signed = close < 0 ? null : personName(below?.text ?? null);
  return signed && opening.includes(signed) ? signed : null;
}

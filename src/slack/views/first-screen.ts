import type { KnownBlock } from '@slack/types';
import type { FirstPoint, FirstScreen } from '../../answer/index.js';
import { abridge } from './abridge.js';
import { linePart, type TextPart, tableParts } from './answer-text.js';
import { paragraph, run, TEXT_LIMIT } from './elements.js';
import { escapeMrkdwn } from './escape.js';
import { headlineView } from './headline.js';
import { citationView, quotationMenu } from './quotation-menu.js';
import type { Mode } from './screen.js';
import { smallPrint } from './small-print.js';
import { sourceParts, sourcesView } from './source-pages.js';
import { tableView } from './table.js';

/** The blocks of a first screen, with `rows` rows of its table. */
export const firstScreenView = (
  first: FirstScreen,
  rows: number,
  mode: Mode = 'none',
): KnownBlock[] => [...headlineView(first.headline), ...underHeadline(first, rows, mode)];

/** What stands under its headline. */
export function underHeadline(first: FirstScreen, rows: number, mode: Mode = 'none'): KnownBlock[] {
  const { notes, table, points, lines, restsOn, smallPrint: small } = first;
  const grid = table && tableView(table, rows);
  return [
    ...paragraphs(notes),
    ...(grid ? [grid] : []),
    ...points.flatMap((point) => pointView(point, mode)),
    ...paragraphs(lines),
    ...sourcesView(restsOn),
    ...smallPrint([small]),
  ];
}

/** Lines as one paragraph; several are told apart by bullets. */
function paragraphs(lines: string[]): KnownBlock[] {
  if (lines.length === 0) return [];
  const listed = lines.map((line) => abridge(line, TEXT_LIMIT));
  return [
    paragraph(run(listed.length > 1 ? listed.map((l) => `• ${l}`).join('\n') : (listed[0] ?? ''))),
  ];
}

/**
 * The quotation as it stands, what it is before it, and one linked line of where it is from, with
 * its menu.
 */
export function pointView(point: FirstPoint, mode: Mode): KnownBlock[] {
  const { reference, lead, explanation, clarification, quote, line, link } = point;
  const ours = clarification ? [run(`${clarification} `, { italic: true })] : [];
  const before = [
    ...(lead ? [run(lead, { bold: true })] : []),
    ...(explanation ? [run(lead ? `: ${explanation}` : explanation)] : []),
  ];
  return [
    {
      type: 'rich_text',
      elements: [
        ...(before.length > 0 ? [{ type: 'rich_text_section' as const, elements: before }] : []),
        { type: 'rich_text_quote', elements: [...ours, run(quote)] },
      ],
    },
    citationView(line, link, quotationMenu(reference, mode)),
  ];
}

/** The same as parts of one text, for notifications and screen readers. */
export const firstParts = (first: FirstScreen): TextPart[] => [
  linePart(first.headline),
  ...first.notes.map(linePart),
  ...(first.table ? tableParts(first.table) : []),
  ...first.points.map(pointPart),
  ...first.lines.map(linePart),
  ...sourceParts(first.restsOn),
  ...(first.smallPrint ? [linePart(first.smallPrint)] : []),
];

export function pointPart({ lead, explanation, clarification, quote, line }: FirstPoint): TextPart {
  const said = [lead && `${lead}:`, explanation, clarification, `“${quote}”`]
    .filter(Boolean)
    .join(' ');
  return { text: escapeMrkdwn(`${said} (${line})`), quotes: true };
}

import type { ContextBlock, ContextBlockElement, KnownBlock, SectionBlock } from '@slack/types';
import { type Point, referenceOf } from '../../answer/index.js';
import {
  attribution,
  type Citation,
  capitalised,
  citationLine,
  citationLink,
  explanation,
} from '../../domain/citation.js';
import { context, plain, run, section, TEXT_LIMIT } from './elements.js';
import { linkMrkdwn } from './escape.js';
import { citationView, quotationMenu } from './quotation-menu.js';
import type { Mode } from './screen.js';

/**
 * Whose words and, before that, what the reader sees first: "Concern · Ofsted, as quoted in the
 * press".
 */
export function attributionLine({ lead, citation }: Point): string {
  const whose = attribution(citation);
  return lead ? `${lead} · ${whose}` : capitalised(whose);
}

/**
 * A point in full view: whose words, the quotation as it stands, and under it where it is from,
 * with its menu.
 */
export function openPoint(point: Point, mode: Mode): KnownBlock[] {
  const { lead, citation } = point;
  const whose = attribution(citation);
  const first = lead ? [run(lead, { bold: true }), run(` · ${whose}`)] : [run(capitalised(whose))];
  const finding = explanation(citation);
  const { clarification } = citation;
  const ours = clarification ? [run(`${clarification} `, { italic: true })] : [];
  return [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [...first, ...(finding ? [run(`\n${finding}`)] : [])],
        },
        { type: 'rich_text_quote', elements: [...ours, run(citation.quote)] },
      ],
    },
    citationView(
      citationLine(citation),
      citationLink(citation),
      quotationMenu(referenceOf(citation), mode),
    ),
  ];
}

/**
 * A point inside a collapsible container. Slack's documentation allows rich text there, but its
 * live check is reported to refuse it; a section of plain text is as literal and is taken by both.
 */
export function foldedPoint(point: Point): [SectionBlock, ContextBlock] {
  const { citation } = point;
  const line = [attributionLine(point), explanation(citation)].filter(Boolean).join('. ');
  const ours = citation.clarification ? `${citation.clarification} ` : '';
  return [section(`${ours}“${citation.quote}”`), context(plain(line), ...whereFrom(citation))];
}

/** Whether the quotation fits the section of a folded point uncut. */
export const canFold = ({ citation: { clarification, quote } }: Point): boolean =>
  (clarification ?? '').length + 1 + quote.length + 2 <= TEXT_LIMIT;

function whereFrom(citation: Citation): ContextBlockElement[] {
  const link = citationLink(citation);
  const line = plain(citationLine(citation));
  if (!link) return [line];
  return [line, { type: 'mrkdwn', text: linkMrkdwn(link.url, LABELS[link.to]), verbatim: true }];
}

const LABELS = { document: 'Open the document', 'council page': 'Find it on Ofsted’s site' };

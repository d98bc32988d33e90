import type { EntityMetadata, KnownBlock } from '@slack/types';
import type { LinkedReport } from '../../answer/index.js';
import type { Preview } from '../api/unfurl.js';
import { context, plain, section, shorten } from './elements.js';
import { escapeMrkdwn, linkMrkdwn } from './escape.js';
import { smallPrint } from './small-print.js';

/** The preview of a link (as it was posted) as blocks, and the same as a Work Object. */
export const previewOf = (url: string, report: LinkedReport): Preview => ({
  url,
  blocks: blocksOf(report),
  entity: entityOf(url, report),
});

/** Only sections and small print, which previews have always shown; quotations are literal. */
function blocksOf({ title, grades, points, notes }: LinkedReport): KnownBlock[] {
  return [
    {
      type: 'section',
      text: { type: 'mrkdwn', text: `*${escapeMrkdwn(title)}*`, verbatim: true },
    },
    ...(grades.length > 0
      ? [section(grades.map(({ area, grade }) => `${area}: ${grade}`).join('\n'))]
      : []),
    ...points.flatMap(({ lead, clarification, quote, line, link }) => [
      section(`${[lead && `${lead}:`, clarification].filter(Boolean).join(' ')} “${quote}”`.trim()),
      context(
        link ? { type: 'mrkdwn', text: linkMrkdwn(link.url, line), verbatim: true } : plain(line),
      ),
    ]),
    ...smallPrint(notes),
  ];
}

const TITLE_LIMIT = 255;

/** Source: Slack, "Implementing Work Objects": the general kind, with fields of the app's own. */
function entityOf(url: string, report: LinkedReport): EntityMetadata {
  const { title, council, visit, grades, points, notes, reference, link } = report;
  const field = (key: string, label: string, value: string, long = false) => ({
    ...{ key, label, type: 'string', value },
    ...(long && { long }),
  });
  return {
    app_unfurl_url: url,
    url: link ?? url,
    external_ref: { id: reference, type: 'inspection' },
    entity_type: 'slack#/entities/item',
    entity_payload: {
      attributes: {
        title: { text: shorten(title, TITLE_LIMIT) },
        display_type: 'Ofsted inspection',
      },
      custom_fields: [
        field('council', 'Council', council),
        field('visit', 'Visit', visit),
        ...grades.map(({ area, grade }, i) => field(`grade_${i}`, area, grade)),
        ...points.map(({ lead, clarification, quote, line }, i) =>
          field(
            `quotation_${i}`,
            lead ?? 'Quotation',
            `${clarification ? `${clarification} ` : ''}“${quote}” (${line})`,
            true,
          ),
        ),
        ...(notes.length > 0 ? [field('notes', 'Note', notes.join(' '), true)] : []),
      ],
    },
  };
}

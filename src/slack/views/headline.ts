import type { KnownBlock } from '@slack/types';
import { abridge } from './abridge.js';
import { paragraph, plain, run, TEXT_LIMIT } from './elements.js';

/** Slack's limit for the text of a header block, in characters. */
const HEADER_LIMIT = 150;

/**
 * The first thing a message says, as a heading: screen readers find it by that. Of one too long for
 * Slack's header, which must not be cut, the sentences that fit are the heading, and the rest is a
 * line in bold under it. A quotation stays whole.
 */
export function headlineView(text: string): KnownBlock[] {
  const heading = text.length <= HEADER_LIMIT ? text : firstSentences(text);
  const rest = text.slice(heading.length).trim();
  return [
    ...(heading.trim() ? [{ type: 'header' as const, text: plain(heading.trim()) }] : []),
    ...(rest ? [boldLine(rest)] : []),
  ];
}

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** As many whole sentences as fit a header; nothing where the first is too long. */
function firstSentences(text: string): string {
  if (text.includes('“')) return '';
  let fitting = '';
  for (const { segment } of sentences.segment(text)) {
    if ((fitting + segment).trim().length > HEADER_LIMIT) break;
    fitting += segment;
  }
  return fitting;
}

/** A line in bold, where a heading would stand out too much. */
export const boldLine = (text: string): KnownBlock =>
  paragraph(run(abridge(text, TEXT_LIMIT), { bold: true }));

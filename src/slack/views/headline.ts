import type { KnownBlock } from '@slack/types';
import { abridge } from './abridge.js';
import { paragraph, plain, run, TEXT_LIMIT } from './elements.js';

/** Slack's limit for the text of a header block, in characters. */
const HEADER_LIMIT = 150;

/**
 * The first thing a message says, as a heading: screen readers find it by that. One too long for
 * Slack's header is a line in bold, as it must not be cut.
 */
export const headlineView = (text: string): KnownBlock =>
  text.length > 0 && text.length <= HEADER_LIMIT
    ? { type: 'header', text: plain(text) }
    : boldLine(text);

/** A line in bold, where a heading would stand out too much. */
export const boldLine = (text: string): KnownBlock =>
  paragraph(run(abridge(text, TEXT_LIMIT), { bold: true }));

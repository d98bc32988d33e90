import type {
  Button,
  ContextBlock,
  ContextBlockElement,
  PlainTextElement,
  RichTextBlock,
  RichTextText,
  SectionBlock,
} from '@slack/types';

/** Slack's limit for the text of a section or a context element, in characters. */
export const TEXT_LIMIT = 3_000;
const BUTTON_LABEL_LIMIT = 75;

/** Text that Slack shows as it stands: no markup, no mentions, no emoji. */
export const plain = (text: string): PlainTextElement => ({
  type: 'plain_text',
  text,
  emoji: false,
});

/** A run of rich text; literal too. */
export const run = (text: string, style?: RichTextText['style']): RichTextText =>
  style ? { type: 'text', text, style } : { type: 'text', text };

/** One paragraph of rich text. */
export const paragraph = (...elements: RichTextText[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

export const section = (text: string): SectionBlock => ({ type: 'section', text: plain(text) });

/** Small print; at most ten elements. */
export const context = (...elements: ContextBlockElement[]): ContextBlock => ({
  type: 'context',
  elements,
});

/** What is spoken is plain text, and yet no mention must look out of it. */
const withoutBrackets = (text: string): string => text.replaceAll('<', '').replaceAll('>', '');

/**
 * A button; a label over Slack's 75 characters ends in an ellipsis. `spoken` is what screen readers
 * say in its place, where several buttons have the same label: it begins with that.
 */
export const button = (
  actionId: string,
  label: string,
  value: string,
  spoken: string | null = null,
): Button => ({
  type: 'button',
  action_id: actionId,
  text: plain(shorten(label, BUTTON_LABEL_LIMIT)),
  value,
  ...(spoken && { accessibility_label: shorten(withoutBrackets(spoken), BUTTON_LABEL_LIMIT) }),
});

/**
 * The text, or where it is over `limit` characters its beginning and an ellipsis. For labels; never
 * where a quotation may stand.
 */
export const shorten = (text: string, limit: number): string =>
  text.length > limit ? `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

import type { KnownBlock, Overflow, PlainTextOption } from '@slack/types';
import { context, plain, section } from './elements.js';
import { linkMrkdwn } from './escape.js';
import type { Mode } from './screen.js';

/** What the menu beside a quotation is called in the payload of a block action. */
export const QUOTATION = 'quotation';

/** What can be done with one quotation, and by which reference it is found again. */
export type QuotationChoice = { what: 'cite' | 'share'; reference: string };

/** Slack's limit for the value of an option, in characters. */
const VALUE_LIMIT = 150;

/** Reads a choice of the menu; null where it is none. */
export function quotationChoice(value: string | null): QuotationChoice | null {
  const [what, ...reference] = (value ?? '').split(' ');
  return what === 'cite' || what === 'share' ? { what, reference: reference.join(' ') } : null;
}

/**
 * The menu beside a quotation: its citation to copy and, where only its reader sees it, to share
 * it. It carries no words of the quotation. Null where its reference is too long for Slack.
 */
export function quotationMenu(reference: string, mode: Mode): Overflow | null {
  const option = (what: QuotationChoice['what'], label: string): PlainTextOption => ({
    text: plain(label),
    value: `${what} ${reference}`,
  });
  const options = [
    option('cite', 'Copy citation'),
    ...(mode === 'offer' || mode === 'shared' ? [option('share', 'Share this quotation')] : []),
  ];
  return options.some(({ value = '' }) => value.length > VALUE_LIMIT)
    ? null
    : { type: 'overflow', action_id: QUOTATION, options };
}

/**
 * Where a quotation is from, as one linked line, with its menu beside it. Only a section has room
 * for a menu.
 */
export function citationView(
  line: string,
  link: { url: string } | null,
  menu: Overflow | null,
): KnownBlock {
  const linked = link && {
    type: 'mrkdwn' as const,
    text: linkMrkdwn(link.url, line),
    verbatim: true,
  };
  if (!menu) return context(linked ?? plain(line));
  return linked
    ? { type: 'section', text: linked, accessory: menu }
    : { ...section(line), accessory: menu };
}

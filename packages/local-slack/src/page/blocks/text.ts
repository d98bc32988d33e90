import { formatSlackDate, here, messageDate, messageTime } from '../dates.js';
import { h, hiddenText } from '../dom.js';
import { EMOJI } from '../emoji.js';
import { flag, type Json, record, string } from '../json.js';
import { safeUrl } from '../links.js';
import { type Inline, parseMrkdwn, type Run } from '../mrkdwn.js';

/** Names by id, as `nameOf` gives them. */
export type Names = (id: string) => string | null;

/** A text object (`mrkdwn` or `plain_text`), or nothing where there is none under `key`. */
export function textNodes(json: Json, key: string, names: Names): Node[] {
  const object = record(json, key);
  return object ? textObject(object, names) : [];
}

/** A text object: mrkdwn is read as markup, plain text word for word but for its emoji. */
export function textObject(object: Json, names: Names): Node[] {
  const text = string(object, 'text');
  if (string(object, 'type') === 'mrkdwn')
    return mrkdwnNodes(text, names, { verbatim: flag(object, 'verbatim') });
  return [h('span', { class: 'prose' }, ...plainNodes(text, object.emoji !== false))];
}

export const mrkdwnNodes = (
  text: string,
  names: Names,
  options: { verbatim?: boolean } = {},
): Node[] => parseMrkdwn(text, options).map((run) => runNode(run, names));

function runNode(run: Run, names: Names): Node {
  if (run.kind === 'preformatted') return h('pre', { tabindex: 0 }, h('code', {}, run.text));
  const tag = run.kind === 'quote' ? 'blockquote' : 'p';
  return h(tag, { class: 'prose' }, ...inlineNodes(run.children, names));
}

const STYLE_TAGS = { bold: 'strong', italic: 'em', strike: 's' } as const;

export const inlineNodes = (inlines: Inline[], names: Names): Node[] =>
  inlines.map((inline) => inlineNode(inline, names));

function inlineNode(inline: Inline, names: Names): Node {
  switch (inline.kind) {
    case 'bold':
    case 'italic':
    case 'strike':
      return h(STYLE_TAGS[inline.kind], {}, ...inlineNodes(inline.children, names));
    case 'code':
      return h('code', {}, inline.text);
    case 'link':
      return link(inline.url, inline.label);
    case 'user':
    case 'group':
      return mention(`@${names(inline.id) ?? inline.label ?? inline.id}`);
    case 'channel':
      return mention(`#${names(inline.id) ?? inline.label ?? inline.id}`);
    case 'broadcast':
      return mention(`@${inline.range}`);
    case 'date':
      return date(inline.timestamp, inline.format, inline.url);
    case 'emoji':
      return emoji(inline.name, inline.character);
    default:
      return document.createTextNode(inline.text);
  }
}

/** A link that opens beside this page; text alone where the address is none that may be opened. */
export function link(url: string, label: string): Node {
  const safe = safeUrl(url);
  if (!safe) return document.createTextNode(label);
  return h(
    'a',
    { href: safe, target: '_blank', rel: 'noopener noreferrer' },
    label,
    hiddenText(' (opens in a new tab)'),
  );
}

export const mention = (text: string): HTMLElement => h('span', { class: 'mention' }, text);

export const emoji = (name: string, character: string): HTMLElement =>
  h('span', { role: 'img', 'aria-label': name.replaceAll('_', ' '), class: 'emoji' }, character);

/** A Unix time in seconds, shown in Slack's `format`. */
export function date(seconds: number, format: string, url: string | null): Node {
  const text = formatSlackDate(seconds, format, here());
  const time = h('time', { datetime: new Date(seconds * 1000).toISOString() }, text);
  if (!url) return time;
  const linked = link(url, '');
  linked.insertBefore(time, linked.firstChild);
  return linked;
}

/** The time of a message, with its full date for whoever points at it. */
export const timeOf = (ts: string): HTMLElement =>
  h(
    'time',
    {
      datetime: new Date(Number(ts) * 1000).toISOString(),
      title: messageDate(ts),
      class: 'when',
    },
    messageTime(ts),
  );

function plainNodes(text: string, showsEmoji: boolean): Node[] {
  if (!showsEmoji) return [document.createTextNode(text)];
  return text.split(/(:[a-z0-9_+-]+:)/).map((piece) => {
    const name = piece.slice(1, -1);
    const character = piece.startsWith(':') ? EMOJI.get(name) : undefined;
    return character ? emoji(name, character) : document.createTextNode(piece);
  });
}

import { h } from '../dom.js';
import { EMOJI } from '../emoji.js';
import { flag, type Json, number, record, records, string } from '../json.js';
import { safeUrl } from '../links.js';
import { date, emoji, link, mention, type Names } from './text.js';

/** A `rich_text` block: its texts are literal, nothing in them is markup. */
export function richText(block: Json, names: Names): HTMLElement {
  const parts = records(block, 'elements').map((part) => richPart(part, names));
  return h('div', { class: 'rich-text' }, ...nestLists(parts));
}

type Part = { node: HTMLElement; listIndent: number | null };

function richPart(part: Json, names: Names): Part {
  const pieces = () => records(part, 'elements').map((piece) => richPiece(piece, names));
  const plainPart = (node: HTMLElement): Part => ({ node, listIndent: null });
  switch (string(part, 'type')) {
    case 'rich_text_section':
      return plainPart(h('p', { class: 'prose' }, ...pieces()));
    case 'rich_text_quote':
      return plainPart(h('blockquote', { class: 'prose' }, ...pieces()));
    case 'rich_text_preformatted':
      return plainPart(h('pre', { tabindex: 0 }, h('code', {}, ...pieces())));
    case 'rich_text_list':
      return richList(part, names);
    default:
      return plainPart(
        h('p', { class: 'unknown' }, `This text cannot be shown here: ${string(part, 'type')}`),
      );
  }
}

function richList(part: Json, names: Names): Part {
  const ordered = string(part, 'style') === 'ordered';
  const offset = number(part, 'offset') ?? 0;
  const items = records(part, 'elements').map((item) =>
    h(
      'li',
      { class: 'prose' },
      ...records(item, 'elements').map((piece) => richPiece(piece, names)),
    ),
  );
  const node = ordered
    ? h('ol', { start: offset > 0 ? offset + 1 : null }, ...items)
    : h('ul', {}, ...items);
  if (number(part, 'border') === 1) node.classList.add('bordered');
  return { node, listIndent: number(part, 'indent') ?? 0 };
}

/**
 * Slack sends nested lists one after another with their indent; here a deeper list goes into the
 * item before it.
 */
function nestLists(parts: Part[]): HTMLElement[] {
  const nodes: HTMLElement[] = [];
  let open: { list: HTMLElement; indent: number }[] = [];
  for (const { node, listIndent } of parts) {
    if (listIndent === null) open = [];
    else open = open.filter(({ indent }) => indent < listIndent);
    const parent = open.at(-1)?.list.lastElementChild;
    if (parent) parent.append(node);
    else nodes.push(node);
    if (listIndent !== null) open.push({ list: node, indent: listIndent });
  }
  return nodes;
}

const STYLES = { bold: 'strong', italic: 'em', strike: 's', code: 'code', underline: 'u' } as const;

function richPiece(piece: Json, names: Names): Node {
  const style = record(piece, 'style') ?? {};
  return Object.entries(STYLES).reduce<Node>(
    (node, [name, tag]) => (flag(style, name) ? h(tag, {}, node) : node),
    bare(piece, names),
  );
}

function bare(piece: Json, names: Names): Node {
  const type = string(piece, 'type');
  const named = (key: string): string => names(string(piece, key)) ?? string(piece, key);
  switch (type) {
    case 'text':
      return document.createTextNode(string(piece, 'text'));
    case 'link':
      return link(string(piece, 'url'), string(piece, 'text') || string(piece, 'url'));
    case 'user':
      return mention(`@${named('user_id')}`);
    case 'usergroup':
      return mention(`@${named('usergroup_id')}`);
    case 'team':
      return mention(`@${named('team_id')}`);
    case 'channel':
      return mention(`#${named('channel_id')}`);
    case 'broadcast':
      return mention(`@${string(piece, 'range')}`);
    case 'emoji':
      return richEmoji(string(piece, 'name'), string(piece, 'unicode'));
    case 'date': {
      const url = safeUrl(string(piece, 'url'));
      return date(number(piece, 'timestamp') ?? 0, string(piece, 'format'), url);
    }
    case 'color':
      return h('code', {}, string(piece, 'value'));
    default:
      return document.createTextNode(`[${type}]`);
  }
}

function richEmoji(name: string, unicode: string): Node {
  const character = /^[0-9a-f]+(?:-[0-9a-f]+)*$/.test(unicode)
    ? String.fromCodePoint(...unicode.split('-').map((point) => Number.parseInt(point, 16)))
    : EMOJI.get(name);
  return character ? emoji(name, character) : document.createTextNode(`:${name}:`);
}

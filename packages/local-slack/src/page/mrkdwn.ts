import { EMOJI } from './emoji.js';
import { safeUrl } from './links.js';

/** A piece of a line of text. Texts are literal: Slack's three entities are already decoded. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; label: string }
  | { kind: 'user' | 'channel' | 'group'; id: string; label: string | null }
  | { kind: 'broadcast'; range: string }
  | { kind: 'date'; timestamp: number; format: string; url: string | null; fallback: string }
  | { kind: 'emoji'; name: string; character: string };

/** A run of lines; line ends inside it are "\n" in its texts. */
export type Run =
  | { kind: 'paragraph' | 'quote'; children: Inline[] }
  | { kind: 'preformatted'; text: string };

/**
 * Reads Slack's mrkdwn (docs.slack.dev/messaging/formatting-message-text). Bare addresses become
 * links unless the text is `verbatim`. What is no valid markup stays text; nothing is lost.
 */
export function parseMrkdwn(source: string, options: { verbatim?: boolean } = {}): Run[] {
  const autolink = options.verbatim !== true;
  return source
    .split(/```\n?([\s\S]+?)\n?```/)
    .flatMap((piece, position): Run[] =>
      position % 2 === 1
        ? [{ kind: 'preformatted', text: decode(piece) }]
        : textRuns(position === 0 ? piece : piece.replace(/^\n/, ''), autolink),
    );
}

/** What a text says, without its markup. `nameOf` gives the name of a user or channel. */
export function plainText(runs: Run[], nameOf: (id: string) => string | null): string {
  const textOf = (inline: Inline): string => {
    switch (inline.kind) {
      case 'bold':
      case 'italic':
      case 'strike':
        return inline.children.map(textOf).join('');
      case 'link':
        return inline.label;
      case 'user':
      case 'group':
        return `@${nameOf(inline.id) ?? inline.label ?? inline.id}`;
      case 'channel':
        return `#${nameOf(inline.id) ?? inline.label ?? inline.id}`;
      case 'broadcast':
        return `@${inline.range}`;
      case 'date':
        return inline.fallback;
      case 'emoji':
        return inline.name.replaceAll('_', ' ');
      default:
        return inline.text;
    }
  };
  return runs
    .map((run) => (run.kind === 'preformatted' ? run.text : run.children.map(textOf).join('')))
    .join('\n')
    .trim();
}

function textRuns(text: string, autolink: boolean): Run[] {
  const groups: { kind: 'paragraph' | 'quote'; lines: string[] }[] = [];
  let quotesTheRest = false;
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const mark = quotesTheRest ? null : /^(?:(?:&gt;|>){3}|(?:&gt;|>) ?)/.exec(line)?.[0];
    quotesTheRest ||= /^(?:&gt;|>){3}/.test(line);
    const kind = mark || quotesTheRest ? 'quote' : 'paragraph';
    const content = line.slice(mark?.length ?? 0);
    const last = groups.at(-1);
    if (last?.kind === kind) last.lines.push(content);
    else groups.push({ kind, lines: [content] });
  }
  return groups
    .filter(({ lines }) => lines.some((line) => line !== ''))
    .map(({ kind, lines }) => ({
      kind,
      children: joined(
        lines.flatMap((line, position) => [
          ...(position > 0 ? [text_('\n')] : []),
          ...parseInline(line, autolink),
        ]),
      ),
    }));
}

/** Reads one line. Styles never cross a line's end and open and close only at a word's edge. */
function parseInline(line: string, autolink: boolean): Inline[] {
  const found: Inline[] = [];
  let position = 0;
  while (position < line.length) {
    const [inline, length] = tokenAt(line, position, autolink) ?? [
      text_(decode(plainAt(line, position))),
      plainAt(line, position).length,
    ];
    found.push(inline);
    position += length;
  }
  return joined(found);
}

const text_ = (text: string): Inline => ({ kind: 'text', text });
const STYLES = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const isMark = (character: string): character is keyof typeof STYLES => character in STYLES;
const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/**
 * The characters from `position` that cannot begin markup: at least one, and never half an entity.
 */
function plainAt(line: string, position: number): string {
  return /^(?:&(?:amp|lt|gt);|[^*_~`<:h&]+|.)/su.exec(line.slice(position))?.[0] ?? '';
}

type Token = [inline: Inline, length: number];

function tokenAt(line: string, position: number, autolink: boolean): Token | null {
  const rest = line.slice(position);
  const character = rest.charAt(0);
  const before = position > 0 ? line.charAt(position - 1) : undefined;
  if (character === '<') return angleAt(rest);
  if (character === '`') {
    const code = /^`([^`]+)`/.exec(rest);
    return code ? [{ kind: 'code', text: decode(code[1] ?? '') }, code[0].length] : null;
  }
  if (character === ':') {
    const name = /^:([a-z0-9_+-]+):/.exec(rest)?.[1] ?? '';
    const emoji = EMOJI.get(name);
    return emoji ? [{ kind: 'emoji', name, character: emoji }, name.length + 2] : null;
  }
  if (character === 'h' && autolink && !isWord(before)) {
    const address = /^https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"”’*_~]/.exec(rest)?.[0];
    const url = address ? safeUrl(decode(address)) : null;
    return address && url ? [{ kind: 'link', url, label: url }, address.length] : null;
  }
  if (isMark(character) && !isWord(before)) {
    const end = closingMark(rest, character);
    if (end === null) return null;
    const children = parseInline(rest.slice(1, end), autolink);
    return [{ kind: STYLES[character], children }, end + 1];
  }
  return null;
}

/**
 * Where the style that opens at the start of `rest` closes, looking past code and angle brackets.
 */
function closingMark(rest: string, mark: string): number | null {
  if (/^\s/.test(rest.slice(1)) || rest.charAt(1) === mark) return null;
  for (let at = 1; at < rest.length; at += 1) {
    const span = /^(?:<[^<>]*>|`[^`]+`)/.exec(rest.slice(at))?.[0];
    if (span) at += span.length - 1;
    else if (rest.charAt(at) === mark && !/\s/.test(rest.charAt(at - 1)) && !isWord(rest[at + 1]))
      return at;
  }
  return null;
}

function angleAt(rest: string): Token | null {
  const matched = /^<([^<>]+)>/.exec(rest);
  if (!matched) return null;
  const [body = '', label = null] = (matched[1] ?? '').split(/\|(.*)/s);
  const inline = angle(body, label === null ? null : decode(label));
  return inline ? [inline, matched[0].length] : null;
}

function angle(body: string, label: string | null): Inline | null {
  const id = body.slice(1);
  if (/^@\w+$/.test(body)) return { kind: 'user', id, label };
  if (/^#\w+$/.test(body)) return { kind: 'channel', id, label };
  if (/^!(?:here|channel|everyone)$/.test(body)) return { kind: 'broadcast', range: id };
  if (body.startsWith('!subteam^'))
    return { kind: 'group', id: body.slice('!subteam^'.length), label };
  if (body.startsWith('!date^')) {
    const [, timestamp = '', format = '', link] = body.split('^');
    const url = link ? safeUrl(decode(link)) : null;
    return /^\d+$/.test(timestamp)
      ? { kind: 'date', timestamp: Number(timestamp), format, url, fallback: label ?? '' }
      : null;
  }
  const url = safeUrl(decode(body));
  return url ? { kind: 'link', url, label: label || url.replace(/^mailto:/, '') } : null;
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const decode = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);

function joined(inlines: Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text') {
      merged[merged.length - 1] = text_(last.text + inline.text);
    } else merged.push(inline);
  }
  return merged;
}

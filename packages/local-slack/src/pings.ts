import { jsonObject } from './json.js';

const PING =
  /<!(?:here|channel|everyone)(?:\|[^>]*)?>|<!subteam\^\w+(?:\|[^>]*)?>|<@\w+(?:\|[^>]*)?>/g;

const RICH_TEXT_PINGS: Readonly<Record<string, string>> = {
  user: 'user_id',
  usergroup: 'usergroup_id',
  broadcast: 'range',
};

/**
 * Whom a message would notify by name: user, user group and channel-wide marks in mrkdwn, and the
 * same as elements of rich text. Plain text pings nobody. The order is that of the message; the
 * empty list says nobody is.
 */
export function pings(message: { text: string; blocks: readonly unknown[] }): string[] {
  return [...marks(message.text), ...message.blocks.flatMap(inBlock)];
}

function inBlock(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(inBlock);
  const read = jsonObject.safeParse(value);
  if (!read.success) return [];
  const { type, text, ...rest } = read.data;
  if (type === 'mrkdwn' || type === 'markdown') return marks(String(text));
  const field = RICH_TEXT_PINGS[String(type)];
  const own = field === undefined ? [] : [`${type} ${String(rest[field])}`];
  return [...own, ...inBlock(text), ...Object.values(rest).flatMap(inBlock)];
}

function marks(text: string): string[] {
  return text.match(PING) ?? [];
}

import { unescapeMrkdwn } from './views/escape.js';

/**
 * What a person typed, from the text that Slack hands over: the bot's own mention and those of
 * people and groups go, links and channels leave their names, and Slack's escapes are undone.
 * Source: Slack, "Formatting message text".
 */
export function readMessageText(text: string): string {
  return unescapeMrkdwn(text.replace(/<([^<>]*)>/g, (_, token: string) => readToken(token))).trim();
}

function readToken(token: string): string {
  const [target = '', label] = token.split('|', 2);
  if (target.startsWith('@') || target.startsWith('!')) return ' ';
  if (target.startsWith('#')) return label ?? ' ';
  return label || target.replace(/^mailto:/, '');
}

import type { BlockJson } from './contract.js';
import type { Workspace } from './workspace.js';

/** `&`, `<` and `>` as Slack sends what people type. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const MARKS = /\bhttps?:\/\/\S+|(?<![\w@])@([\w.-]*\w)|(?<![\w&#])#([\w-]+)/g;

/**
 * What becomes of a typed line: `&`, `<` and `>` are escaped, "@bot" becomes `<@U…>`, "#general"
 * `<#C…|general>`, "@here", "@channel" and "@everyone" the mark that pings, and a web address
 * `<https://…>`.
 */
export function encodeTyped(workspace: Workspace, typed: string): string {
  return escapeText(typed).replace(MARKS, (whole, person?: string, place?: string) => {
    if (person !== undefined) return personMark(workspace, person) ?? whole;
    if (place === undefined) return `<${whole}>`;
    const channel = workspace.findChannel(place);
    return channel === undefined ? whole : `<#${channel.id}|${channel.name}>`;
  });
}

function personMark(workspace: Workspace, name: string): string | undefined {
  if (['here', 'channel', 'everyone'].includes(name)) return `<!${name}>`;
  const user = [...workspace.users.values()].find(
    (each) => each.name.toLowerCase() === name.toLowerCase(),
  );
  return user && `<@${user.id}>`;
}

/** The `rich_text` block that Slack attaches to a typed line. */
export function richTextOf(encoded: string): BlockJson {
  const elements = encoded
    .split(/(<@\w+>|<#\w+\|[^>]*>|<!\w+>|<https?:[^>]*>)/)
    .filter((part) => part !== '')
    .map((part) => {
      const mark = /^<([@#!]?)([^|>]*)/.exec(part);
      if (mark === null) return { type: 'text', text: unescapeText(part) };
      const [, kind, name = ''] = mark;
      if (kind === '@') return { type: 'user', user_id: name };
      if (kind === '#') return { type: 'channel', channel_id: name };
      if (kind === '!') return { type: 'broadcast', range: name };
      return { type: 'link', url: name };
    });
  return {
    type: 'rich_text',
    block_id: 'typed',
    elements: [{ type: 'rich_text_section', elements }],
  };
}

function unescapeText(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

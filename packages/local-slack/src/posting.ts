import { z } from 'zod';
import { checkMessageBlocks } from './blocks/check.js';
import type { BlockJson } from './contract.js';
import { initialState } from './element-state.js';
import { newMessageEvents, sendEvents } from './events.js';
import { parseJson } from './json.js';
import type { ServerContext } from './server-context.js';
import { SlackError } from './slack-error.js';
import type { NewMessage, StoredMessage } from './workspace.js';

const LONGEST_TEXT = 40_000;

/** Slack takes "true" for true in forms and in JSON. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])])
  .transform((value) => {
    return value === true || value === 'true' || value === '1';
  });

/** What a message says: text, blocks or both; blocks may come as JSON in a string. */
export const contentFields = {
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
};

export type Content = { text: string; blocks: BlockJson[] };

/** Holds a message's content against Slack's rules; throws a `SlackError` where it breaks one. */
export function checkContent(
  given: { text?: string; blocks?: unknown; attachments?: unknown },
  { files }: Pick<ServerContext, 'files'>,
): Content {
  const text = given.text ?? '';
  if (hasItems(given.attachments)) throw new SlackError('invalid_attachments');
  const blocks = isGiven(given.blocks) ? checkMessageBlocks(asArray(given.blocks), files) : [];
  if (text.trim() === '' && blocks.length === 0) throw new SlackError('no_text');
  if (text.length > LONGEST_TEXT) throw new SlackError('msg_too_long');
  return { text, blocks };
}

/**
 * Posts in the bot's name and, as Slack does, sends the app its own message as an event, without
 * waiting for it.
 */
export function postAsBot(
  context: ServerContext,
  content: Content,
  place: Omit<NewMessage, 'user' | 'text' | 'blocks'>,
): StoredMessage {
  const message = context.workspace.addMessage({
    ...place,
    ...content,
    user: context.workspace.bot.id,
    botId: context.workspace.botId,
    state: initialState(content.blocks),
  });
  void sendEvents(context, newMessageEvents(context, message));
  return message;
}

function asArray(blocks: unknown): unknown {
  const read = typeof blocks === 'string' ? parseJson(blocks) : blocks;
  if (!Array.isArray(read)) throw new SlackError('invalid_blocks_format');
  return read;
}

function isGiven(blocks: unknown): boolean {
  return blocks !== undefined && blocks !== null && blocks !== '';
}

function hasItems(attachments: unknown): boolean {
  const read = typeof attachments === 'string' ? parseJson(attachments) : attachments;
  return Array.isArray(read) ? read.length > 0 : isGiven(read);
}

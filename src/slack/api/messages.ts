import type { WebClient } from '@slack/web-api';
import type { MessageBlock } from '../views/reply.js';

/** What a message shows: `text` (mrkdwn) alone, or `blocks` with the text for notifications. */
export type MessageContent = { text: string; blocks?: MessageBlock[] };

/** Nothing in a message may unfurl, link or mention by itself. */
export const QUIET = {
  unfurl_links: false,
  unfurl_media: false,
  link_names: false,
  parse: 'none',
} as const;

/** What a message carries beside its text, for this app to find it again. */
export type MessageMetadata = {
  event_type: string;
  event_payload: Record<string, string>;
};

/**
 * Posts a message in a channel, or in a person's direct message where `channel` is a user's id.
 * Returns Slack's time stamp of it.
 * @throws what Slack's client throws.
 */
export async function postMessage(
  client: WebClient,
  channel: string,
  content: MessageContent,
  { threadTs, metadata }: { threadTs?: string; metadata?: MessageMetadata } = {},
): Promise<string | undefined> {
  const { ts } = await client.chat.postMessage({
    channel,
    thread_ts: threadTs,
    ...QUIET,
    ...content,
    ...(metadata && { metadata }),
  });
  return ts;
}

/** Replaces the bot's own message in a channel. @throws what Slack's client throws. */
export async function updateMessage(
  client: WebClient,
  { channel, ts }: { channel: string; ts: string },
  content: MessageContent,
): Promise<void> {
  await client.chat.update({ channel, ts, link_names: false, parse: 'none', ...content });
}

/** Posts a message that one member of the channel sees. @throws what Slack's client throws. */
export async function postEphemeral(
  client: WebClient,
  { channel, user, threadTs }: { channel: string; user: string; threadTs?: string },
  content: MessageContent,
): Promise<void> {
  await client.chat.postEphemeral({ channel, user, thread_ts: threadTs, ...QUIET, ...content });
}

/**
 * Posts a message in a person's direct message with this app. Returns the id of that channel, by
 * which its history can be read.
 * @throws what Slack's client throws.
 */
export async function openDirectMessage(
  client: WebClient,
  user: string,
  content: MessageContent,
): Promise<string> {
  const { channel } = await client.chat.postMessage({ channel: user, ...QUIET, ...content });
  return channel ?? user;
}

import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { errorWord, lacksScope, MISSING_SCOPE, THREAD_GONE } from './errors.js';

const PAGE = 200;
const MOST_PAGES = 50;
/** Slack's clock and the database's need not agree to the second. */
const SLACK_MS = 120_000;

/** Where a message would stand: in a conversation or, with `threadTs`, in a thread of it. */
export type Place = { channel: string; threadTs?: string };

/**
 * What a look for a message says. `not_permitted`: there is no looking there, for want of a scope
 * or of the thread; `reason` is Slack's error word. `unknown`: it says nothing of the message.
 */
export type Found =
  | { kind: 'found'; ts: string }
  | { kind: 'absent' }
  | { kind: 'not_permitted'; reason: string }
  | { kind: 'unknown' };

/** Who wrote a message, as far as it is read. */
const Author = z.object({ user: z.string().optional(), bot_id: z.string().optional() });

/**
 * Looks through the bot's own messages since a moment (ISO 8601, UTC) for one of which `timeOf`
 * gives the time stamp; null is another message. Any app may write metadata of any type, so what
 * others wrote is passed over. `onFault` takes what Slack's client throws.
 */
export async function findMessage(
  client: WebClient,
  { channel, threadTs }: Place,
  since: string,
  timeOf: (message: unknown) => string | null,
  onFault: (error: unknown) => void,
): Promise<Found> {
  const oldest = String((Date.parse(since) - SLACK_MS) / 1_000);
  try {
    const { user_id, bot_id } = await client.auth.test();
    const isOwn = (message: unknown): boolean => {
      const author = Author.parse(message);
      return bot_id ? author.bot_id === bot_id : author.user === user_id;
    };
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const window = {
        ...{ channel, oldest, limit: PAGE, include_all_metadata: true },
        ...(cursor && { cursor }),
      };
      const { messages, response_metadata } = threadTs
        ? await client.conversations.replies({ ...window, ts: threadTs })
        : await client.conversations.history(window);
      if (!messages) return { kind: 'unknown' };
      for (const message of messages.filter(isOwn)) {
        const ts = timeOf(message);
        if (ts !== null) return { kind: 'found', ts };
      }
      cursor = response_metadata?.next_cursor;
      if (!cursor) return { kind: 'absent' };
    }
    return { kind: 'unknown' };
  } catch (error) {
    if (lacksScope(error)) return { kind: 'not_permitted', reason: MISSING_SCOPE };
    if (errorWord(error) === THREAD_GONE) return { kind: 'not_permitted', reason: THREAD_GONE };
    onFault(error);
    return { kind: 'unknown' };
  }
}

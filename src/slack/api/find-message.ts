import type { WebClient } from '@slack/web-api';
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

/**
 * Looks through the messages since a moment (ISO 8601, UTC) for one of which `timeOf` gives the
 * time stamp; null is another message. `onFault` takes what Slack's client throws.
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
      for (const message of messages) {
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

import type { Message, State, UserAction } from '../contract.js';

/** For so many milliseconds a message of the bot is taken for its reply: a click often has none. */
const PATIENCE_MS = { send: 30_000, click: 10_000 };

/**
 * Something the person did in a channel, until the bot's reply has come. `after` is the newest
 * message's id (`ts`) at that time.
 */
export type ExpectedReply = { channel: string; after: string; until: number };

/**
 * The reply that an action may have; null where it has none in a channel. `now` in milliseconds.
 */
export function expectedReplyTo(
  action: UserAction,
  state: State,
  now: number,
): ExpectedReply | null {
  const after = newestTs(state);
  if (action.type === 'send')
    return { channel: action.channel, after, until: now + PATIENCE_MS.send };
  if (action.type === 'click' && 'channel' in action.at)
    return { channel: action.at.channel, after, until: now + PATIENCE_MS.click };
  return null;
}

/** The first message of the bot after the action. */
export const findReply = (expected: ExpectedReply, { messages, bot }: State): Message | null =>
  messages.find(
    ({ channel, user, ts }) =>
      channel === expected.channel && user === bot.id && ts > expected.after,
  ) ?? null;

/** The id of the newest message anywhere. */
export const newestTs = ({ messages }: State): string => messages.at(-1)?.ts ?? '';

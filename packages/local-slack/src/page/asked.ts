import type { Deed, Message, State } from '../contract.js';

/** For so many milliseconds what the bot says is taken for its reply: a press often has none. */
const PATIENCE_MS = { send: 30_000, press: 10_000 };

/** Something the person did in a channel, until the bot's reply has come. `after` is the newest message's id (`ts`) at that time. */
export type Asked = { channel: string; after: string; until: number };

/** What is now asked by a deed; null where it has no reply in a channel. `now` in milliseconds. */
export function askedBy(deed: Deed, state: State, now: number): Asked | null {
  const after = newestTs(state);
  if (deed.do === 'send') return { channel: deed.channel, after, until: now + PATIENCE_MS.send };
  if (deed.do === 'press' && 'channel' in deed.at)
    return { channel: deed.at.channel, after, until: now + PATIENCE_MS.press };
  return null;
}

/** The first message of the bot after what was asked. */
export const replyTo = (asked: Asked, { messages, bot }: State): Message | null =>
  messages.find(
    ({ channel, user, ts }) => channel === asked.channel && user === bot.id && ts > asked.after,
  ) ?? null;

/** The id of the newest message anywhere. */
export const newestTs = ({ messages }: State): string => messages.at(-1)?.ts ?? '';

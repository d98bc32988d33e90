import type { Channel, State } from '../contract.js';

/** Something to try: `text` is what would be typed, `title` what the bot calls it. */
export type Example = { title: string | null; text: string };

const ENOUGH = 4;

/**
 * What a newcomer could type in this channel. In the direct message the bot's own prompts come
 * first; in a channel, the examples that the app has given; where it is no member, what works there
 * and how to invite it.
 */
export function examples(state: State, channel: Channel): Example[] {
  const mention = channel.kind === 'im' ? '' : `@${state.bot.name} `;
  const prompts = state.prompts.map(({ title, message }) => ({
    title,
    text: `${mention}${message}`,
  }));
  const given = state.examples.map((text) => ({
    title: null,
    text: text.startsWith('/') ? text : `${mention}${text}`,
  }));
  if (channel.kind === 'im')
    return [...prompts, ...given].slice(0, Math.max(ENOUGH, prompts.length));
  if (channel.botIsMember) return [...given, ...prompts].slice(0, ENOUGH);
  const commands = given.filter(({ text }) => text.startsWith('/'));
  return [...commands, { title: null, text: `/invite @${state.bot.name}` }];
}

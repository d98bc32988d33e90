import type { Channel, State } from '../contract.js';

/** Something to try: `text` is what would be typed, `title` what the bot calls it. */
export type Example = { title: string | null; text: string };

const ENOUGH = 4;

/**
 * What a newcomer could type in this channel. In the direct message the bot's own prompts come first; in a channel, its
 * commands and a mention; where it is no member, what works there and how to invite it.
 */
export function examples(state: State, channel: Channel): Example[] {
  const mention = channel.kind === 'im' ? '' : `@${state.bot.name} `;
  const suggested = state.prompts.map(({ title, message }) => ({
    title,
    text: `${mention}${message}`,
  }));
  const builtIn = [
    { title: null, text: '/ofsted tameside latest' },
    { title: null, text: `${mention}what about care leavers in tameside?` },
    { title: null, text: '/ofsted tameside timeline' },
    { title: null, text: '/ofsted help' },
  ];
  const known = new Set(state.commands.map(({ name }) => name));
  const usable = builtIn.filter(
    ({ text }) => !text.startsWith('/') || known.size === 0 || known.has(text.split(' ')[0] ?? ''),
  );
  if (channel.kind === 'im')
    return [...suggested, ...usable].slice(0, Math.max(ENOUGH, suggested.length));
  if (channel.botIsMember) return [...usable, ...suggested].slice(0, ENOUGH);
  const commands = usable.filter(({ text }) => text.startsWith('/'));
  return [...commands, { title: null, text: `/invite @${state.bot.name}` }];
}

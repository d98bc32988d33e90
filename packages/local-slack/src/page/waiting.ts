import type { State, UserAction } from '../contract.js';

/** After this many milliseconds the page stops saying that the bot is looking. */
const PATIENCE_MS = 30_000;

/** An answer the person is waiting for: where, since when, and what was already there. */
export type Wait = { channel: string; threadTs: string | null; until: number; known: Set<string> };

/**
 * The wait that an action begins: the app's commands, mentions of the bot and direct messages to it
 * are answered.
 */
export function beginWait(action: UserAction, state: State, now: number): Wait | null {
  if (action.type !== 'send') return null;
  const channel = state.channels.find(({ id }) => id === action.channel);
  const speaksToBot =
    (action.text.startsWith('/') && !action.text.startsWith('/invite')) ||
    action.text.toLowerCase().includes(`@${state.bot.name.toLowerCase()}`) ||
    channel?.kind === 'im';
  if (!speaksToBot) return null;
  const { channel: id, threadTs } = action;
  return { channel: id, threadTs, until: now + PATIENCE_MS, known: new Set(answers(state, id)) };
}

/** Whether nothing has come yet: no message of the bot in the channel, no notice, no modal. */
export const stillWaiting = (wait: Wait, state: State, now: number): boolean =>
  now < wait.until && answers(state, wait.channel).every((answer) => wait.known.has(answer));

const answers = ({ messages, notices, modal, bot }: State, channel: string): string[] => [
  ...messages
    .filter((message) => message.channel === channel && message.user === bot.id)
    .map(({ ts, text }) => `${ts} ${text}`),
  ...notices.map(({ id }) => id),
  ...(modal ? [modal.id] : []),
];

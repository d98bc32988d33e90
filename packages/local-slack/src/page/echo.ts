import type { Message } from '../contract.js';
import { h } from './dom.js';

/**
 * A slash command that was sent from this page, which no message shows. `after` is the newest
 * message's id (`ts`) at that time.
 */
export type Echo = { id: string; channel: string; text: string; after: string };

/** Messages, oldest first, with the commands between them where they were sent. */
export function withEchoes(messages: Message[], echoes: Echo[]): (Message | Echo)[] {
  const between = (from: string, to: string): Echo[] =>
    echoes.filter(({ after }) => from <= after && after < to);
  const lines = messages.flatMap((message, position) => [
    ...between(messages[position - 1]?.ts ?? '', message.ts),
    message,
  ]);
  const newest = messages.at(-1)?.ts ?? '';
  return [...lines, ...echoes.filter(({ after }) => after >= newest)];
}

export const isEcho = (line: Message | Echo): line is Echo => 'after' in line;

/** "You used /name text · Only visible to you". */
export const renderEcho = ({ text }: Echo): HTMLElement =>
  h(
    'li',
    { class: 'echo' },
    h('p', {}, 'You used ', h('span', { class: 'echo-text' }, text), ' · Only visible to you'),
  );

import type { Message, State } from '../contract.js';
import { nameOf } from './blocks/context.js';
import { byId, h } from './dom.js';
import { authorOf, headlineOf } from './message.js';
import { HOME, type Route } from './route.js';

const MAX_LINES = 20;

/**
 * Reads new and changed messages of others to screen readers, by their headline alone; of other
 * channels, only that they came. On the Home tab a notice says that.
 */
export function announce(before: State, after: State, { place }: Route): void {
  const known = new Map(before.messages.map((message) => [idOf(message), message.text]));
  for (const message of after.messages) {
    if (message.user === after.you.id || known.get(idOf(message)) === message.text) continue;
    if (place === HOME) continue;
    append(
      message.channel === place
        ? `${authorOf(message, after)}: ${headlineOf(message, after)}`
        : `New message in ${nameOf(after)(message.channel) ?? 'another channel'}`,
    );
  }
}

const idOf = ({ channel, ts }: Message): string => `${channel} ${ts}`;

function append(sentence: string): void {
  const log = byId('live', HTMLElement);
  log.append(h('p', {}, sentence));
  while (log.children.length > MAX_LINES) log.firstElementChild?.remove();
}

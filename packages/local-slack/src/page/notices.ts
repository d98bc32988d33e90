import type { Message, Notice } from '../contract.js';
import { byId, h, renderList } from './dom.js';
import { newestTs } from './expected-replies.js';
import { headlineOf } from './message.js';
import { channelName, type Page } from './page.js';
import { HOME } from './route.js';

/** The bot's newest message since the Home tab was opened. */
const newestOfBot = ({ state }: Page, since: string): Message | null =>
  state.messages.findLast(({ user, ts }) => user === state.bot.id && ts > since) ?? null;

/**
 * On the Home tab, what a button pressed there led to: its answer comes in a conversation, which is
 * not in sight.
 */
function answered(message: Message, page: Page): HTMLElement {
  const { state, go } = page;
  const { channel, threadTs } = message;
  const place = state.channels.find(({ id }) => id === channel);
  const where = place && place.kind !== 'im' ? channelName(place) : 'your direct message';
  const thread = threadTs === message.ts ? null : threadTs;
  return h(
    'div',
    { class: 'notice' },
    h('p', {}, `${state.bot.name} wrote in ${where}: ${headlineOf(message, state)}`),
    h(
      'button',
      { type: 'button', class: 'link-button', onclick: () => go({ place: channel, thread }) },
      'Open',
    ),
  );
}

/**
 * What the person should know that is no message: the workspace's notices and this page's own
 * `problems`.
 */
export function createNotices(dismiss: (notice: Notice) => void) {
  const region = h('div', { class: 'notice-list' });
  const answers = h('div', { class: 'notice-list' });
  byId('notices', HTMLElement).append(region, answers);
  let homeSince = '';
  return {
    update(page: Page, problems: Notice[]): void {
      const { state, route } = page;
      const isHome = route.place === HOME;
      if (!isHome) homeSince = '';
      else homeSince ||= newestTs(state) || '0';
      const answer = isHome ? newestOfBot(page, homeSince) : null;
      renderList(answers, answer ? [answer] : [], {
        key: ({ ts }) => ts,
        signature: ({ text }) => text,
        render: (message) => answered(message, page),
      });
      const visible = [...state.notices, ...problems].filter(
        ({ channel }) => channel === null || channel === route.place,
      );
      renderList(region, visible, {
        key: ({ id }) => id,
        signature: (notice) => JSON.stringify(notice),
        render: (notice) =>
          h(
            'div',
            { class: 'notice' },
            h('p', {}, notice.text),
            h(
              'button',
              { type: 'button', class: 'link-button', onclick: () => dismiss(notice) },
              'Dismiss',
            ),
          ),
      });
    },
  };
}

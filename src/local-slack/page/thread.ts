import type { Message } from '../contract.js';
import { byId } from './dom.js';
import { renderMessages, repliesTo } from './message.js';
import { channelName, openChannel, type Page } from './page.js';

/** The message whose thread is open, if one is. */
export const threadParent = ({ state, route }: Pick<Page, 'state' | 'route'>): Message | null =>
  state.messages.find(({ channel, ts }) => channel === route.place && ts === route.thread) ?? null;

/** The panel beside the conversation that holds a thread. `close` leaves it. */
export function createThread(close: () => void) {
  const panel = byId('thread', HTMLElement);
  const title = byId('thread-title', HTMLElement);
  const place = byId('thread-place', HTMLElement);
  const scroller = byId('thread-scroll', HTMLElement);
  const parentList = byId('thread-parent', HTMLOListElement);
  const count = byId('thread-count', HTMLElement);
  const replyList = byId('thread-replies', HTMLOListElement);
  const waitingLine = byId('thread-waiting', HTMLElement);
  byId('thread-close', HTMLButtonElement).addEventListener('click', close);
  let shown = '';

  return {
    update(page: Page, waiting: boolean): void {
      const parent = threadParent(page);
      panel.hidden = parent === null;
      if (!parent) {
        shown = '';
        return;
      }
      const replies = repliesTo(parent, page.state);
      const channel = openChannel(page);
      place.textContent = channel ? channelName(channel) : '';
      renderMessages(parentList, [parent], page, { threads: false });
      renderMessages(replyList, replies, page, { threads: false });
      count.textContent = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
      waitingLine.textContent = waiting ? `${page.state.bot.name} is looking…` : '';
      const now = `${parent.ts} ${replies.at(-1)?.ts ?? ''}`;
      if (now !== shown) showNewest();
      else if (waiting) scroller.scrollTop = scroller.scrollHeight;
      shown = now;
    },
    focus: () => title.focus({ preventScroll: true }),
  };

  /** The newest reply from its beginning; the first one below the message it answers. */
  function showNewest(): void {
    const last = replyList.lastElementChild;
    const isFirst = replyList.children.length < 2;
    scroller.scrollTop = last instanceof HTMLElement && !isFirst ? last.offsetTop - 24 : 0;
  }
}

import type { Message } from '../contract.js';
import { byId } from './dom.js';
import { renderMessages, repliesTo } from './message.js';
import { channelName, openChannel, type Page } from './page.js';
import { createScrollAnchor } from './scroll-anchor.js';

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
  const anchor = createScrollAnchor(
    scroller,
    replyList,
    () => parentList.firstElementChild,
    () => undefined,
  );
  let shown = '';
  let newest = '';
  let wasWaiting = false;

  return {
    /** `expected` are the ids (`ts`) of messages that have just come in reply to the person. */
    update(page: Page, waiting: boolean, expected: string[]): void {
      const parent = threadParent(page);
      panel.hidden = parent === null;
      if (!parent) {
        shown = '';
        return;
      }
      anchor.begin();
      const replies = repliesTo(parent, page.state);
      const channel = openChannel(page);
      place.textContent = channel ? channelName(channel) : '';
      renderMessages(parentList, [parent], page, { threads: false });
      renderMessages(replyList, replies, page, { threads: false });
      count.textContent = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
      waitingLine.textContent = waiting ? `${page.state.bot.name} is looking…` : '';
      const last = replies.at(-1) ?? null;
      const reply = replies.find(({ ts }) => expected.includes(ts)) ?? null;
      const isNew = last !== null && last.ts !== newest;
      if (shown !== parent.ts) anchor.end(last ?? 'end');
      else if (reply) anchor.end(reply);
      else if (waiting && !wasWaiting) anchor.end('end');
      else anchor.end(isNew ? last : null, { isFollowed: last?.user !== page.state.you.id });
      shown = parent.ts;
      newest = last?.ts ?? '';
      wasWaiting = waiting;
    },
    focus: () => title.focus({ preventScroll: true }),
  };
}

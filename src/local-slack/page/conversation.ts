import type { Channel } from '../contract.js';
import { byId, h, renderList } from './dom.js';
import { type Example, examples } from './examples.js';
import { renderMessages, topLevel } from './message.js';
import { channelName, openChannel, type Page } from './page.js';

/** Within this many pixels of the end the newest message is followed. */
const NEAR_END = 120;

/** The messages of the open channel. `send` does what an example offers. */
export function createConversation(send: (text: string) => void) {
  const scroller = byId('scroll', HTMLElement);
  const list = byId('messages', HTMLOListElement);
  const welcome = byId('welcome', HTMLElement);
  const waitingLine = byId('waiting', HTMLElement);
  const toEnd = byId('to-end', HTMLButtonElement);
  let shownPlace = '';
  let lastTs = '';
  let wasWaiting = false;
  let isNearEnd = true;
  let knownSize = '';

  const distance = (): number => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
  const size = (): string => `${scroller.clientWidth} × ${scroller.clientHeight}`;
  const look = (): void => {
    toEnd.hidden = distance() <= NEAR_END;
    // While the room changes, the distance says nothing of where the person wants to be.
    if (size() === knownSize) isNearEnd = toEnd.hidden;
  };
  scroller.addEventListener('scroll', look, { passive: true });

  const goToEnd = (): void => {
    scroller.scrollTop = scroller.scrollHeight;
    isNearEnd = true;
  };
  toEnd.addEventListener('click', goToEnd);

  /** Shows the newest message from its beginning, as far as it fits. */
  const follow = (): void => {
    const last = list.lastElementChild;
    const top = last instanceof HTMLElement ? last.offsetTop - 24 : 0;
    scroller.scrollTop = Math.min(scroller.scrollHeight - scroller.clientHeight, Math.max(top, 0));
    isNearEnd = distance() <= NEAR_END;
  };

  // A thread beside it, or a keyboard on screen, takes room from the conversation: its end stays in sight.
  new ResizeObserver(() => {
    knownSize = size();
    if (isNearEnd) follow();
    look();
  }).observe(scroller);

  return {
    update(page: Page, waiting: boolean): void {
      const channel = openChannel(page);
      scroller.hidden = channel === null;
      if (!channel) {
        toEnd.hidden = true;
        shownPlace = '';
        return;
      }
      const isNewPlace = shownPlace !== channel.id;
      const messages = topLevel(page);
      renderWelcome(welcome, channel, page, send);
      renderMessages(list, messages, page, { threads: true });
      scroller.classList.toggle('is-empty', messages.length === 0);
      const name = page.state.bot.name;
      waitingLine.textContent = waiting ? `${name} is looking…` : '';
      const newest = messages.at(-1);
      const isOwn = newest?.user === page.state.you.id;
      const isNew = (newest?.ts ?? '') !== lastTs;
      if (waiting && !wasWaiting) goToEnd();
      else if (isNewPlace || (isNew && (isNearEnd || isOwn))) follow();
      shownPlace = channel.id;
      lastTs = newest?.ts ?? '';
      wasWaiting = waiting;
      toEnd.hidden = distance() <= NEAR_END;
    },
  };
}

function renderWelcome(
  welcome: HTMLElement,
  channel: Channel,
  page: Page,
  send: (text: string) => void,
): void {
  const { bot } = page.state;
  const offers = examples(page.state, channel);
  const lines = [
    channel.kind === 'im'
      ? `This is your direct message with ${bot.name}. Ask a question in your own words.`
      : `This is the start of ${channelName(channel)}. Type a command, or mention @${bot.name} to ask a question.`,
    channel.botIsMember
      ? ''
      : `${bot.name} is not a member of this channel. Commands work here; to mention it, invite it first.`,
  ];
  renderList(welcome, [{ lines, offers }], {
    key: () => 'welcome',
    signature: (shown) => JSON.stringify([channel, shown]),
    render: () =>
      h(
        'div',
        {},
        h(
          'h2',
          {},
          channel.kind === 'im' ? `Ask ${bot.name}` : `Try ${bot.name} in ${channelName(channel)}`,
        ),
        ...lines.filter(Boolean).map((line) => h('p', {}, line)),
        h(
          'ul',
          { class: 'examples', 'aria-label': 'Examples to send' },
          ...offers.map((offer) => exampleItem(offer, send)),
        ),
        h('p', { class: 'quiet' }, DISCLAIMER),
      ),
  });
}

/** What this page is and is not. */
export const DISCLAIMER =
  'A stand-in for Slack that runs on this computer alone. Not affiliated with Slack or Ofsted.';

const exampleItem = ({ title, text }: Example, send: (text: string) => void): HTMLElement =>
  h(
    'li',
    {},
    h(
      'button',
      { type: 'button', class: 'example', onclick: () => send(text) },
      title && h('span', { class: 'example-title' }, title),
      h('span', { class: 'example-text' }, text),
    ),
  );

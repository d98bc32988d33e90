import type { Channel, Message } from '../contract.js';
import { byId, h, renderList } from './dom.js';
import { type Echo, withEchoes } from './echo.js';
import { type Example, examples } from './examples.js';
import { renderMessages, topLevel } from './message.js';
import { channelName, openChannel, type Page } from './page.js';
import { createScrollAnchor } from './scroll-anchor.js';

/**
 * What stands in the conversation besides the workspace's messages, and which of those the person
 * is to see now.
 */
type Besides = {
  waiting: boolean;
  echoes: Echo[];
  /** The ids (`ts`) of messages that have just come in reply to the person. */
  replies: string[];
};

/** The messages of the open channel. `send` does what an example offers. */
export function createConversation(send: (text: string) => void) {
  const scroller = byId('scroll', HTMLElement);
  const list = byId('messages', HTMLOListElement);
  const welcome = byId('welcome', HTMLElement);
  const waitingLine = byId('waiting', HTMLElement);
  const toEnd = byId('to-end', HTMLButtonElement);
  let shownPlace = '';
  let newest: Message | null = null;
  let lastEcho = '';
  let wasWaiting = false;

  const anchor = createScrollAnchor(
    scroller,
    list,
    () => null,
    () => {
      toEnd.hidden = scroller.hidden || anchor.isAtEnd();
    },
  );
  toEnd.addEventListener('click', () => anchor.show('end'));

  return {
    update(page: Page, { waiting, echoes, replies }: Besides): void {
      const channel = openChannel(page);
      scroller.hidden = channel === null;
      if (!channel) {
        toEnd.hidden = true;
        shownPlace = '';
        return;
      }
      const isNewPlace = shownPlace !== channel.id;
      const messages = topLevel(page);
      const here = echoes.filter((echo) => echo.channel === channel.id);
      anchor.begin();
      renderWelcome(welcome, channel, page, send);
      renderMessages(list, withEchoes(messages, here), page, { threads: true });
      scroller.classList.toggle('is-empty', list.children.length === 0);
      const name = page.state.bot.name;
      waitingLine.textContent = waiting ? `${name} is looking…` : '';

      const last = messages.at(-1) ?? null;
      const reply = messages.find(({ ts }) => replies.includes(ts)) ?? null;
      const isNew = last !== null && last.ts !== newest?.ts;
      const echo = here.at(-1)?.id ?? '';
      const begins = (waiting && !wasWaiting) || (echo !== '' && echo !== lastEcho);
      if (isNewPlace) anchor.end(last ?? 'end');
      else if (reply) anchor.end(reply);
      else if (begins) anchor.end('end');
      else anchor.end(isNew ? last : null, { isFollowed: last?.user !== page.state.you.id });

      shownPlace = channel.id;
      newest = last;
      lastEcho = echo;
      wasWaiting = waiting;
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
    signature: (content) => JSON.stringify([channel, content]),
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
        h('p', { class: 'quiet' }, page.state.disclaimer),
      ),
  });
}

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

import type { Message, State, Unfurl } from '../contract.js';
import { type BlockContext, nameOf } from './blocks/context.js';
import { renderBlocks } from './blocks/render.js';
import { link, mrkdwnNodes, timeOf } from './blocks/text.js';
import { messageTime } from './dates.js';
import { h, hiddenText, renderList } from './dom.js';
import { type Echo, isEcho, renderEcho } from './echo.js';
import { plain } from './json.js';
import { parseMrkdwn, plainText } from './mrkdwn.js';
import { openChannel, type Page, suggestIn } from './page.js';

/**
 * What a message says in plain words: its `text`, which stands for its blocks to those who do not
 * see them.
 */
const spoken = (message: Message, state: State): string =>
  plainText(parseMrkdwn(message.text), nameOf(state));

/**
 * What a message says in a line: of its text, which stands for its blocks, the heading that they
 * begin with where the text has it, else the first line. Who wants the rest reads on. What people
 * write is said whole.
 */
export function headlineOf(message: Message, state: State): string {
  const text = spoken(message, state);
  if (message.user !== state.bot.id) return text;
  const header = message.blocks.find(({ type }) => type === 'header');
  const heading = header ? plain(header, 'text') : '';
  return heading && text.includes(heading) ? heading : (text.split('\n')[0] ?? '');
}

export const authorOf = (message: Message, state: State): string =>
  nameOf(state)(message.user) ?? message.user;

/**
 * Fills a list with messages and the commands sent between them. With `threads`, each has a line
 * that opens its thread.
 */
export function renderMessages(
  list: HTMLElement,
  lines: (Message | Echo)[],
  page: Page,
  { threads }: { threads: boolean },
): void {
  const names = JSON.stringify([page.state.users, page.state.channels]);
  renderList(list, lines, {
    key: (line) => (isEcho(line) ? line.id : line.ts),
    signature: (line) => JSON.stringify(line) + names,
    render: (line) =>
      isEcho(line)
        ? renderEcho(line)
        : h('li', {}, article(line, page), threads && h('div', { class: 'thread-line' })),
  });
  if (threads)
    lines.forEach((line, position) => {
      const threadLine = list.children[position]?.lastElementChild;
      if (!isEcho(line) && threadLine instanceof HTMLElement)
        renderThreadLine(threadLine, line, page);
    });
}

function article(message: Message, page: Page): HTMLElement {
  const { state } = page;
  const author = authorOf(message, state);
  const isBot = message.user === state.bot.id;
  const marks = [message.ephemeral && 'only visible to you', message.edited && 'edited'];
  const label = [`${author} at ${messageTime(message.ts)}`, ...marks].filter(Boolean).join(', ');
  return h(
    'article',
    {
      class: `message ${message.ephemeral ? 'ephemeral' : ''}`,
      tabindex: -1,
      'aria-label': `${label}: ${headlineOf(message, state)}`,
    },
    h(
      'div',
      { class: `avatar ${isBot ? 'bot' : ''}`, 'aria-hidden': 'true' },
      author.charAt(0).toUpperCase(),
    ),
    h(
      'div',
      { class: 'message-body' },
      message.ephemeral && h('p', { class: 'only-you' }, 'Only visible to you'),
      h(
        'div',
        { class: 'message-head' },
        h('span', { class: 'author' }, author),
        isBot && h('span', { class: 'badge' }, 'App'),
        timeOf(message.ts),
        message.edited && h('span', { class: 'quiet' }, '(edited)'),
        ...(isBot || message.ephemeral ? [] : shortcuts(message, page)),
      ),
      content(message, page),
      ...message.unfurls.map((unfurl) => preview(unfurl, message, page)),
    ),
  );
}

/** The app's shortcuts for a message, which Slack has in its menu. */
const shortcuts = (message: Message, page: Page): HTMLElement[] =>
  page.state.shortcuts.map(({ name, callbackId }) =>
    h(
      'button',
      {
        type: 'button',
        class: 'link-button shortcut',
        'aria-label': `${name}: ${spoken(message, page.state)}`,
        onclick: () =>
          void page.act({ type: 'shortcut', channel: message.channel, ts: message.ts, callbackId }),
      },
      name,
    ),
  );

/** A preview of a link, as it stands under the message. */
function preview({ url, blocks, entity }: Unfurl, message: Message, page: Page): HTMLElement {
  const shown = entity
    ? h(
        'div',
        { class: 'work-object' },
        h('p', { class: 'quiet' }, entity.type),
        h('p', { class: 'card-title' }, link(entity.link, entity.title)),
        h(
          'dl',
          {},
          ...entity.fields.flatMap(({ label, value }) => [h('dt', {}, label), h('dd', {}, value)]),
        ),
      )
    : renderBlocks(blocks, contextOf(message, page));
  return h('div', { class: 'unfurl', role: 'group', 'aria-label': `Preview of ${url}` }, shown);
}

function content(message: Message, page: Page): HTMLElement {
  if (message.blocks.length === 0)
    return h('div', { class: 'blocks' }, ...mrkdwnNodes(message.text, nameOf(page.state)));
  return renderBlocks(message.blocks, contextOf(message, page));
}

const contextOf = (message: Message, page: Page): BlockContext => ({
  state: page.state,
  headingLevel: 3,
  place: () => undefined,
  suggest: suggestIn(page, { channel: message.channel, ts: message.ts }),
  click: async (click) => {
    await page.act({ type: 'click', at: { channel: message.channel, ts: message.ts }, ...click });
  },
});

function renderThreadLine(line: HTMLElement, message: Message, page: Page): void {
  const replies = repliesTo(message, page.state);
  const open = page.route.thread === message.ts;
  renderList(line, message.ephemeral ? [] : [replies], {
    key: () => 'thread',
    signature: () => `${replies.length} ${replies.at(-1)?.ts} ${open}`,
    render: () => threadLink(message, replies, open, page),
  });
}

function threadLink(message: Message, replies: Message[], open: boolean, page: Page): HTMLElement {
  const last = replies.at(-1);
  const count = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
  const about = ` to ${authorOf(message, page.state)} at ${messageTime(message.ts)}`;
  return h(
    'div',
    { class: last ? 'has-replies' : 'no-replies' },
    h(
      'button',
      {
        type: 'button',
        class: 'link-button',
        'data-key': `thread/${message.ts}`,
        'aria-expanded': String(open),
        'aria-controls': 'thread',
        onclick: () => page.go({ place: message.channel, thread: message.ts }),
      },
      last ? count : 'Reply in thread',
      hiddenText(about),
    ),
    last && h('span', { class: 'quiet' }, 'Last reply at ', timeOf(last.ts)),
  );
}

/** The replies in a message's thread, oldest first. */
export const repliesTo = (parent: Message, state: State): Message[] =>
  state.messages.filter(
    ({ channel, threadTs, ts }) =>
      channel === parent.channel && threadTs === parent.ts && ts !== parent.ts,
  );

/** What stands in a channel itself: everything that is no reply in a thread. */
export const topLevel = (page: Page): Message[] =>
  page.state.messages.filter(
    ({ channel, threadTs, ts }) =>
      channel === openChannel(page)?.id && (threadTs === null || threadTs === ts),
  );

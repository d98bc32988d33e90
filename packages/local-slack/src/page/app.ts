import type { Deed, DeedResult, Notice, State } from '../contract.js';
import { announce } from './announce.js';
import { type Asked, askedBy, newestTs, replyTo } from './asked.js';
import { createComposer, type Target } from './composer.js';
import { createConversation } from './conversation.js';
import { byId, uniqueId } from './dom.js';
import type { Echo } from './echo.js';
import { createFrame } from './frame.js';
import { createHome } from './home.js';
import { createModal } from './modal.js';
import { createNotices } from './notices.js';
import { channelName, openChannel, type Page } from './page.js';
import { createPlaces } from './places.js';
import { parseRoute, type Route, routeHash } from './route.js';
import { SentTexts } from './sent.js';
import { connect, perform } from './state.js';
import { createThread, threadParent } from './thread.js';
import { beginWait, stillWaiting, type Wait } from './waiting.js';

let page: Page | null = null;
let waits: Wait[] = [];
let asked: Asked[] = [];
let echoes: Echo[] = [];
let problems: Notice[] = [];
/** The thread that opens by itself because the bot has answered there, so the person's cursor stays where it is. */
let cameByItself: string | null = null;

const sent = new SentTexts();
const frame = createFrame();
const places = createPlaces();
const home = createHome();
const notices = createNotices(dismiss);
const composer = createComposer(sent, (text) => send(text, null));
const threadComposer = createComposer(sent, (text) => send(text, page?.route.thread ?? null));
const conversation = createConversation((text) => void sendExample(text));
const thread = createThread(leaveThread);
const modal = createModal(() => {
  if (document.activeElement === document.body) composer.focus();
});
byId('composer', HTMLElement).append(composer.node);
byId('thread-composer', HTMLElement).append(threadComposer.node);

connect(receive, (connected) => frame.showConnection(connected));
window.addEventListener('hashchange', () => {
  if (page) arrive(page, parseRoute(location.hash, page.state));
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]'))
    return;
  if (!frame.closeMenu() && page?.route.thread) leaveThread();
});

function receive(state: State): void {
  const before = page;
  const route = parseRoute(before ? routeHash(before.route) : location.hash, state);
  page = { state, route, act, go };
  if (before) announce(before.state, state, route);
  else history.replaceState(null, '', routeHash(route));
  update(page);
  if (before) openAnsweredThread(before.state, page);
  else tellOpened(page);
}

function update(shown: Page): void {
  const { state, route } = shown;
  const replies = takeReplies(state);
  waits = waits.filter((wait) => stillWaiting(wait, state, Date.now()));
  const isWaiting = (threadTs: string | null): boolean =>
    waits.some((wait) => wait.channel === route.place && wait.threadTs === threadTs);
  const channel = openChannel(shown);
  const parent = threadParent(shown);
  places.update(shown);
  frame.update(shown);
  conversation.update(shown, { waiting: isWaiting(null), echoes, replies });
  home.update(shown);
  thread.update(shown, parent !== null && isWaiting(parent.ts), replies);
  notices.update(shown, problems);
  byId('composer', HTMLElement).hidden = channel === null;
  if (channel)
    composer.update(state, { key: channel.id, label: messageLabel(shown), inThread: false });
  if (parent) threadComposer.update(state, replyTarget(shown, parent.ts));
  modal.update(shown);
}

/** The ids (`ts`) of the messages that reply to what the person did; each is told once. */
function takeReplies(state: State): string[] {
  const replies = asked.flatMap((each) => replyTo(each, state)?.ts ?? []);
  asked = asked.filter((each) => replyTo(each, state) === null && Date.now() < each.until);
  return replies;
}

const messageLabel = (shown: Page): string => {
  const channel = openChannel(shown);
  return channel ? `Message ${channelName(channel)}` : '';
};

const replyTarget = ({ route, state }: Page, ts: string): Target => ({
  key: `${route.place}/${ts}`,
  label:
    openChannel({ route, state })?.kind === 'im'
      ? 'Reply in thread'
      : `Reply, or ask again with @${state.bot.name}`,
  inThread: true,
});

function go(route: Route): void {
  location.hash = routeHash(route);
}

function leaveThread(): void {
  if (page) go({ place: page.route.place, thread: null });
}

/** Shows the place the address now names and puts the cursor where one would go on. */
function arrive(from: Page, route: Route): void {
  const isNewPlace = from.route.place !== route.place;
  const left = from.route.thread;
  page = { ...from, route };
  update(page);
  if (isNewPlace) {
    tellOpened(page);
    frame.closeMenu();
    frame.focusPlace(composer);
  } else if (route.thread && (route.thread !== cameByItself || frame.threadCovers()))
    thread.focus();
  else if (left && !route.thread) frame.focusAfterThread(left, composer);
  cameByItself = null;
}

function tellOpened({ state, route }: Page): void {
  const channel = openChannel({ state, route });
  if (channel && channel.kind !== 'im') return;
  void act({ do: 'open', tab: channel ? 'messages' : 'home' });
}

/** Opens the thread in which the bot has just answered the newest message of the person in this channel. */
function openAnsweredThread(before: State, shown: Page): void {
  const { state, route } = shown;
  const known = new Set(before.messages.map(({ channel, ts }) => `${channel} ${ts}`));
  const asked = state.messages.filter(
    ({ channel, user, threadTs }) =>
      channel === route.place && user === state.you.id && threadTs === null,
  );
  const newest = asked.at(-1)?.ts ?? null;
  const isAnswered = state.messages.some(
    ({ channel, ts, user, threadTs }) =>
      channel === route.place &&
      user === state.bot.id &&
      threadTs === newest &&
      !known.has(`${channel} ${ts}`),
  );
  if (!newest || !isAnswered || route.thread === newest || !threadComposer.isEmpty()) return;
  cameByItself = newest;
  go({ place: route.place, thread: newest });
}

async function act(deed: Deed, options = { quiet: false }): Promise<DeedResult> {
  const question = page && askedBy(deed, page.state, Date.now());
  if (question) asked = [...asked, question];
  const result = await perform(deed);
  if (!result.ok && !options.quiet) tellProblem(result.error);
  return result;
}

function tellProblem(text: string): void {
  problems = [...problems, { id: uniqueId('problem'), channel: null, text }];
  if (page) update(page);
}

async function send(text: string, threadTs: string | null): Promise<DeedResult> {
  if (!page)
    return { ok: false, error: 'The local Slack has not answered yet. Try again in a moment.' };
  const deed: Deed = { do: 'send', channel: page.route.place, text, threadTs };
  const echo = text.startsWith('/') ? echoOf(text, page) : null;
  if (echo) echoes = [...echoes, echo];
  const wait = beginWait(deed, page.state, Date.now());
  if (wait) {
    waits = [...waits, wait];
    setTimeout(() => page && update(page), wait.until - Date.now() + 1);
  }
  update(page);
  const result = await act(deed, { quiet: true });
  if (!result.ok) {
    waits = waits.filter((each) => each !== wait);
    echoes = echoes.filter((each) => each !== echo);
  }
  update(page);
  return result;
}

const echoOf = (text: string, { route, state }: Page): Echo => ({
  id: uniqueId('echo'),
  channel: route.place,
  text,
  after: newestTs(state),
});

async function sendExample(text: string): Promise<void> {
  sent.add(text);
  const result = await send(text, null);
  if (!result.ok) tellProblem(result.error);
}

function dismiss(notice: Notice): void {
  if (problems.includes(notice)) {
    problems = problems.filter((problem) => problem !== notice);
    if (page) update(page);
  } else void act({ do: 'dismiss', notice: notice.id });
}

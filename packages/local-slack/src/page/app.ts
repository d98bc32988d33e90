import type { ActionResult, Notice, State, UserAction } from '../contract.js';
import { announce } from './announce.js';
import { createComposer, type Target } from './composer.js';
import { createConversation } from './conversation.js';
import { byId, uniqueId } from './dom.js';
import type { Echo } from './echo.js';
import { type ExpectedReply, expectedReplyTo, findReply, newestTs } from './expected-replies.js';
import { createFrame } from './frame.js';
import { createHome } from './home.js';
import { InputHistory } from './input-history.js';
import { createModal } from './modal.js';
import { createNotices } from './notices.js';
import { channelName, openChannel, type Page } from './page.js';
import { parseRoute, type Route, routeHash } from './route.js';
import { createSidebar } from './sidebar.js';
import { connect, perform } from './state.js';
import { createStepDialog } from './step.js';
import { createThread, threadParent } from './thread.js';
import { beginWait, stillWaiting, type Wait } from './waiting.js';

let page: Page | null = null;
let waits: Wait[] = [];
let expectedReplies: ExpectedReply[] = [];
let echoes: Echo[] = [];
let problems: Notice[] = [];
/** The thread that opened by itself for an answer: the person's cursor stays where it is. */
let autoOpenedThread: string | null = null;

const sent = new InputHistory();
const frame = createFrame();
const stepDialog = createStepDialog();
const sidebar = createSidebar((callbackId) => page && stepDialog.open(page, callbackId));
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
  else reportOpened(page);
}

function update(current: Page): void {
  const { state, route } = current;
  const replies = takeReplies(state);
  waits = waits.filter((wait) => stillWaiting(wait, state, Date.now()));
  const isWaiting = (threadTs: string | null): boolean =>
    waits.some((wait) => wait.channel === route.place && wait.threadTs === threadTs);
  const channel = openChannel(current);
  const parent = threadParent(current);
  sidebar.update(current);
  frame.update(current);
  conversation.update(current, { waiting: isWaiting(null), echoes, replies });
  home.update(current);
  thread.update(current, parent !== null && isWaiting(parent.ts), replies);
  notices.update(current, problems);
  byId('composer', HTMLElement).hidden = channel === null;
  if (channel)
    composer.update(state, { key: channel.id, label: messageLabel(current), inThread: false });
  if (parent) threadComposer.update(state, replyTarget(current, parent.ts));
  modal.update(current);
}

/** The ids (`ts`) of the messages that reply to what the person did; each is given once. */
function takeReplies(state: State): string[] {
  const replies = expectedReplies.flatMap((each) => findReply(each, state)?.ts ?? []);
  expectedReplies = expectedReplies.filter(
    (each) => findReply(each, state) === null && Date.now() < each.until,
  );
  return replies;
}

const messageLabel = (current: Page): string => {
  const channel = openChannel(current);
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
    reportOpened(page);
    frame.closeMenu();
    frame.focusPlace(composer);
  } else if (route.thread && (route.thread !== autoOpenedThread || frame.threadCovers()))
    thread.focus();
  else if (left && !route.thread) frame.focusAfterThread(left, composer);
  autoOpenedThread = null;
}

function reportOpened({ state, route }: Page): void {
  const channel = openChannel({ state, route });
  if (channel && channel.kind !== 'im') {
    void act({ type: 'look', channel: channel.id });
    return;
  }
  void act({ type: 'open', tab: channel ? 'messages' : 'home' });
}

/**
 * Opens the thread in which the bot has just answered the newest message of the person in this
 * channel.
 */
function openAnsweredThread(before: State, current: Page): void {
  const { state, route } = current;
  const known = new Set(before.messages.map(({ channel, ts }) => `${channel} ${ts}`));
  const questions = state.messages.filter(
    ({ channel, user, threadTs }) =>
      channel === route.place && user === state.you.id && threadTs === null,
  );
  const newest = questions.at(-1)?.ts ?? null;
  const isAnswered = state.messages.some(
    ({ channel, ts, user, threadTs }) =>
      channel === route.place &&
      user === state.bot.id &&
      threadTs === newest &&
      !known.has(`${channel} ${ts}`),
  );
  if (!newest || !isAnswered || route.thread === newest || !threadComposer.isEmpty()) return;
  autoOpenedThread = newest;
  go({ place: route.place, thread: newest });
}

async function act(action: UserAction, options = { quiet: false }): Promise<ActionResult> {
  const expected = page && expectedReplyTo(action, page.state, Date.now());
  if (expected) expectedReplies = [...expectedReplies, expected];
  const result = await perform(action);
  if (!result.ok && !options.quiet) showProblem(result.error);
  return result;
}

function showProblem(text: string): void {
  problems = [...problems, { id: uniqueId('problem'), channel: null, text }];
  if (page) update(page);
}

async function send(text: string, threadTs: string | null): Promise<ActionResult> {
  if (!page)
    return { ok: false, error: 'The local Slack has not answered yet. Try again in a moment.' };
  const action: UserAction = { type: 'send', channel: page.route.place, text, threadTs };
  const echo = text.startsWith('/') ? echoOf(text, page) : null;
  if (echo) echoes = [...echoes, echo];
  const wait = beginWait(action, page.state, Date.now());
  if (wait) {
    waits = [...waits, wait];
    setTimeout(() => page && update(page), wait.until - Date.now() + 1);
  }
  update(page);
  const result = await act(action, { quiet: true });
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
  if (!result.ok) showProblem(result.error);
}

function dismiss(notice: Notice): void {
  if (problems.includes(notice)) {
    problems = problems.filter((problem) => problem !== notice);
    if (page) update(page);
  } else void act({ type: 'dismiss', notice: notice.id });
}

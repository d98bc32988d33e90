import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { z } from 'zod';
import type { Deed, DeedResult, State } from './contract.js';
import { readBody, sendJson, sendText } from './http.js';
import { pressInMessage, pressInView } from './interactions.js';
import { parseJson } from './json.js';
import { dismissModal, submitModal } from './modals.js';
import { openApp, typeCommand, typeMessage } from './person.js';
import { Refused } from './refused.js';
import type { Room } from './room.js';
import { suggest } from './suggestions.js';
import { findView, type StoredView, viewForPage } from './views.js';
import type { StoredMessage } from './workspace.js';

const place = z.union([
  z.object({ channel: z.string(), ts: z.string() }),
  z.object({ view: z.string() }),
]);

const deed: z.ZodType<Deed> = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('send'),
    channel: z.string(),
    text: z.string().max(40_000),
    threadTs: z.string().nullable(),
  }),
  z.object({ do: z.literal('open'), tab: z.enum(['messages', 'home']) }),
  z.object({
    do: z.literal('press'),
    at: place,
    blockId: z.string(),
    actionId: z.string(),
    value: z.string().nullable(),
  }),
  z.object({
    do: z.literal('suggest'),
    at: place,
    blockId: z.string(),
    actionId: z.string(),
    value: z.string().max(1_000),
  }),
  z.object({
    do: z.literal('submit'),
    view: z.string(),
    values: z.record(z.string(), z.record(z.string(), z.unknown())),
  }),
  z.object({ do: z.literal('close'), view: z.string() }),
  z.object({ do: z.literal('dismiss'), notice: z.string() }),
]);

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Everything the page shows, as the contract has it. Ephemeral messages to others stay unseen. */
export function pageState({ workspace, commands, examples, disclaimer }: Room): State {
  const { you, bot } = workspace;
  const home = workspace.homes.get(you.id);
  const modal = workspace.modals.at(-1);
  return {
    workspace: workspace.team.name,
    appName: bot.name,
    you: { id: you.id, name: you.name, isBot: false },
    bot: { id: bot.id, name: bot.name, isBot: true },
    users: [...workspace.users.values()].map(({ id, name, isBot }) => ({ id, name, isBot })),
    channels: [...workspace.channels.values()].map(
      ({ id, name, kind, topic, botIsMember, isPrivate, isExtShared }) => {
        return { id, name, kind, topic, botIsMember, isPrivate, isExtShared };
      },
    ),
    messages: workspace.messages
      .filter(({ ephemeralTo }) => ephemeralTo === null || ephemeralTo === you.id)
      .map(({ channel, ts, threadTs, user, text, blocks, ephemeral, edited }) => {
        return { channel, ts, threadTs, user, text, blocks, ephemeral, edited };
      }),
    home: home === undefined ? null : viewForPage(home),
    modal: modal === undefined ? null : viewForPage(modal),
    prompts: workspace.prompts,
    notices: workspace.notices,
    commands,
    examples,
    disclaimer,
  };
}

/** Keeps the response open and says "fetch the state again" after every change, several changes at once in one word. */
export function streamChanges({ workspace }: Room, response: ServerResponse): void {
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': 'text/event-stream' });
  response.write('retry: 1000\n\n');
  let isDue = false;
  const stop = workspace.onChange(() => {
    if (isDue) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      response.write('event: change\ndata: {}\n\n');
    });
  });
  response.on('close', stop);
}

/** Does what the person at the page asks. A deed that cannot be done is answered with a sentence. */
export async function answerDeed(
  room: Room,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return sendText(response, 415, 'Send the deed as application/json.');
  }
  const read = deed.safeParse(parseJson(await readBody(request)));
  if (!read.success) return sendText(response, 400, 'That is no deed that the page can ask for.');
  sendJson(response, await resultOf(room, read.data));
}

async function resultOf(room: Room, asked: Deed): Promise<DeedResult> {
  try {
    if (asked.do === 'suggest') {
      const { blockId, actionId, value } = asked;
      const options = await suggest(room, placeAt(room, asked.at), { blockId, actionId, value });
      return { ok: true, options };
    }
    await perform(room, asked);
    return { ok: true };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.message };
    throw error;
  }
}

async function perform(room: Room, asked: Exclude<Deed, { do: 'suggest' }>): Promise<void> {
  const { workspace } = room;
  if (asked.do === 'dismiss') return workspace.dismiss(asked.notice);
  if (asked.do === 'open') return openApp(room, asked.tab);
  if (asked.do === 'send') {
    const { text, channel, threadTs } = asked;
    if (text.startsWith('/')) return typeCommand(room, text, { channel, threadTs });
    await typeMessage(room, text, { channel, threadTs });
    return;
  }
  if (asked.do === 'press') {
    const { blockId, actionId, value } = asked;
    const press = { blockId, actionId, value };
    const at = placeAt(room, asked.at);
    return 'ts' in at ? pressInMessage(room, at, press) : pressInView(room, at, press);
  }
  const view = viewWith(room, asked.view);
  return asked.do === 'close' ? dismissModal(room, view) : submitModal(room, view, asked.values);
}

function placeAt(room: Room, at: z.infer<typeof place>): StoredMessage | StoredView {
  if ('view' in at) return viewWith(room, at.view);
  const message = room.workspace.findMessage(at.channel, at.ts);
  if (message === undefined) throw new Refused('This message is no longer here.');
  return message;
}

function viewWith({ workspace }: Room, id: string) {
  const view = findView(workspace, id);
  if (view === undefined) throw new Refused('This form is no longer open.');
  return view;
}

/** Serves a file of the page's folder; `/` is its index.html. No path leads out of the folder. */
export async function serveFile(
  folder: URL,
  pathname: string,
  response: ServerResponse,
): Promise<void> {
  const name = pathname === '/' ? 'index.html' : pathname.replace(/^\/page\//, '');
  const type = CONTENT_TYPES[extname(name)];
  const isPlain = name.split('/').every((part) => /^[\w-][\w.-]*$/.test(part));
  const content = isPlain && type ? await readFile(new URL(name, folder)).catch(() => null) : null;
  if (content === null) return sendText(response, 404, 'There is nothing here.');
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': type });
  response.end(content);
}

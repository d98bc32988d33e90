import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { lookAt } from './app-context.js';
import type { ActionResult, State, UserAction } from './contract.js';
import { readBody, sendJson, sendText } from './http.js';
import { clickInMessage, clickInView } from './interactions.js';
import { parseJson } from './json.js';
import { dismissModal, submitModal } from './modals.js';
import { PAGE_HEADERS } from './page-files.js';
import { openApp, typeCommand, typeMessage } from './person.js';
import { Refused } from './refused.js';
import type { ServerContext } from './server-context.js';
import { chooseShortcut } from './shortcuts.js';
import { stepResult } from './step-result.js';
import type { StoredView } from './stored-view.js';
import { suggest } from './suggestions.js';
import { findView, viewForPage } from './views.js';
import type { StoredMessage } from './workspace.js';

const place = z.union([
  z.object({ channel: z.string(), ts: z.string() }),
  z.object({ view: z.string() }),
]);

const action: z.ZodType<UserAction> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('send'),
    channel: z.string(),
    text: z.string().max(40_000),
    threadTs: z.string().nullable(),
  }),
  z.object({ type: z.literal('look'), channel: z.string() }),
  z.object({ type: z.literal('open'), tab: z.enum(['messages', 'home']) }),
  z.object({
    type: z.literal('click'),
    at: place,
    blockId: z.string(),
    actionId: z.string(),
    value: z.string().nullable(),
  }),
  z.object({
    type: z.literal('suggest'),
    at: place,
    blockId: z.string(),
    actionId: z.string(),
    value: z.string().max(1_000),
  }),
  z.object({
    type: z.literal('shortcut'),
    channel: z.string(),
    ts: z.string(),
    callbackId: z.string(),
  }),
  z.object({
    type: z.literal('step'),
    callbackId: z.string(),
    inputs: z.record(z.string(), z.string().max(4_000)),
  }),
  z.object({
    type: z.literal('submit'),
    view: z.string(),
    values: z.record(z.string(), z.record(z.string(), z.unknown())),
  }),
  z.object({ type: z.literal('close'), view: z.string() }),
  z.object({ type: z.literal('dismiss'), notice: z.string() }),
]);

/** Everything the page shows, as the contract has it. Ephemeral messages to others stay unseen. */
export function pageState({
  workspace,
  commands,
  shortcuts,
  steps,
  examples,
  disclaimer,
}: ServerContext): State {
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
      .map(({ channel, ts, threadTs, user, text, blocks, unfurls, ephemeral, edited }) => {
        return { channel, ts, threadTs, user, text, blocks, unfurls, ephemeral, edited };
      }),
    home: home === undefined ? null : viewForPage(home),
    modal: modal === undefined ? null : viewForPage(modal),
    prompts: workspace.prompts,
    notices: workspace.notices,
    commands,
    shortcuts,
    steps: steps.map(({ callbackId, title, inputs }) => ({ callbackId, title, inputs })),
    examples,
    disclaimer,
  };
}

/**
 * Holds the response open and sends a `change` event after every change; several changes at once
 * make one.
 */
export function streamChanges({ workspace }: ServerContext, response: ServerResponse): void {
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

/**
 * Does what the person at the page asks. A action that cannot be done is answered with a sentence.
 */
export async function handleUserAction(
  context: ServerContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return sendText(response, 415, 'Send the action as application/json.');
  }
  const read = action.safeParse(parseJson(await readBody(request)));
  if (!read.success) return sendText(response, 400, 'That is no action of the page.');
  sendJson(response, await resultOf(context, read.data));
}

async function resultOf(context: ServerContext, wanted: UserAction): Promise<ActionResult> {
  try {
    if (wanted.type === 'suggest') {
      const { blockId, actionId, value } = wanted;
      const options = await suggest(context, placeAt(context, wanted.at), {
        blockId,
        actionId,
        value,
      });
      return { ok: true, options };
    }
    if (wanted.type === 'step') return await stepResult(context, wanted);
    await perform(context, wanted);
    return { ok: true };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.message };
    throw error;
  }
}

async function perform(
  context: ServerContext,
  wanted: Exclude<UserAction, { type: 'suggest' | 'step' }>,
): Promise<void> {
  const { workspace } = context;
  if (wanted.type === 'dismiss') return workspace.dismiss(wanted.notice);
  if (wanted.type === 'look') return lookAt(context, { channel: wanted.channel });
  if (wanted.type === 'open') return openApp(context, wanted.tab);
  if (wanted.type === 'send') {
    const { text, channel, threadTs } = wanted;
    if (text.startsWith('/')) return typeCommand(context, text, { channel, threadTs });
    await typeMessage(context, text, { channel, threadTs });
    return;
  }
  if (wanted.type === 'shortcut') {
    const message = messageAt(context, wanted);
    return chooseShortcut(context, message, { callbackId: wanted.callbackId });
  }
  if (wanted.type === 'click') {
    const { blockId, actionId, value } = wanted;
    const click = { blockId, actionId, value };
    const at = placeAt(context, wanted.at);
    return 'ts' in at ? clickInMessage(context, at, click) : clickInView(context, at, click);
  }
  const view = viewWith(context, wanted.view);
  return wanted.type === 'close'
    ? dismissModal(context, view)
    : submitModal(context, view, wanted.values);
}

function placeAt(context: ServerContext, at: z.infer<typeof place>): StoredMessage | StoredView {
  if ('view' in at) return viewWith(context, at.view);
  return messageAt(context, at);
}

function messageAt({ workspace }: ServerContext, at: { channel: string; ts: string }) {
  const message = workspace.findMessage(at.channel, at.ts);
  if (message === undefined) throw new Refused('This message is no longer here.');
  return message;
}

function viewWith({ workspace }: ServerContext, id: string) {
  const view = findView(workspace, id);
  if (view === undefined) throw new Refused('This form is no longer open.');
  return view;
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { State, UserAction } from '../src/contract.js';
import { type LocalSlack, startLocalSlack } from '../src/index.js';
import { startRequestRecorder } from './request-recorder.js';
import { startWeatherSlack } from './weather-slack.js';

let slack: LocalSlack;
let recorder: Awaited<ReturnType<typeof startRequestRecorder>>;
let folder: string;
let ack: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Page</title>');
  await writeFile(join(folder, 'main.js'), 'export {};');
  await writeFile(join(folder, 'notes.secret'), 'not for anybody');
  ack = '';
  recorder = await startRequestRecorder(() => ({
    headers: { 'content-type': 'application/json' },
    body: ack,
  }));
  slack = await startWeatherSlack({ page: pathToFileURL(`${folder}/`) });
  slack.deliverTo(recorder.url);
});

afterEach(async () => {
  await slack.close();
  await recorder.close();
  await rm(folder, { recursive: true });
});

async function state(): Promise<State> {
  return (await fetch(`${slack.url}/local/state`)).json();
}

async function act(action: UserAction) {
  const response = await fetch(`${slack.url}/local/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(action),
  });
  return response.json();
}

async function callApi(method: string, args: Record<string, unknown>) {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  return response.json();
}

/** Sends a request as it stands, without the client tidying its path or headers. */
function raw(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const asked = request(slack.url, { path, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the page’s files', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<!doctype html><title>Page</title>'],
    ['/page/index.html', 'text/html; charset=utf-8', '<!doctype html><title>Page</title>'],
    ['/page/main.js', 'text/javascript; charset=utf-8', 'export {};'],
  ])('%s is served as %s under a strict policy', async (path, type, content) => {
    const response = await fetch(`${slack.url}${path}`);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe(content);
  });

  it.each([
    '/page/none.html',
    '/page/notes.secret',
    '/page/../index.ts',
    '/page/%2e%2e/index.ts',
    '/page/..%2findex.js',
    '/page//etc/hosts.js',
    '/page/.hidden.js',
    '/elsewhere',
  ])('%s is not there', async (path) => {
    expect((await raw(path)).status).toBe(404);
  });
});

describe('the state', () => {
  it('shows a newcomer the channels, the people and the command', async () => {
    expect(await state()).toMatchObject({
      workspace: 'Local Slack',
      appName: 'weather',
      you: { id: slack.you.id, name: 'You', isBot: false },
      bot: { id: slack.bot.id, name: 'weather', isBot: true },
      channels: [
        { name: 'general', kind: 'channel', botIsMember: true },
        { name: 'harbour', kind: 'channel', botIsMember: true },
        { name: 'lobby', kind: 'channel', botIsMember: false },
        { name: 'weather', kind: 'im', botIsMember: true },
      ],
      messages: [],
      home: null,
      modal: null,
      prompts: [],
      notices: [],
      commands: [{ name: '/weather' }],
      examples: expect.arrayContaining(['/weather leeds latest']),
      disclaimer: 'A stand-in for Slack. It knows nothing of the sky.',
    });
  });

  it('has a bot, #general and nothing to type where the app hands nothing in', async () => {
    const bare = await startLocalSlack({ page: false });
    const { bot, channels, commands, examples, disclaimer } = bare.state();
    await bare.close();
    expect(bot.name).toBe('bot');
    expect(channels.map(({ name }) => name)).toEqual(['general', 'bot']);
    expect([commands, examples]).toEqual([[], []]);
    expect(disclaimer).toContain('Not affiliated with Slack');
  });

  it('keeps the newest 500 messages', async () => {
    for (let count = 0; count < 510; count += 1) await slack.say(`${count}`, { channel: 'lobby' });
    const { messages } = await state();
    expect([messages.length, messages[0]?.text]).toEqual([500, '10']);
  });

  it('is announced by the stream of events after every change', async () => {
    const aborting = new AbortController();
    const response = await fetch(`${slack.url}/local/events`, { signal: aborting.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let seen = '';
    const change = async () => {
      while (!seen.includes('event: change\ndata: {}\n\n'))
        seen += (await reader?.read())?.value ?? '';
      seen = '';
    };
    await slack.say('one', { channel: 'lobby' });
    await change();
    await slack.say('two', { channel: 'lobby' });
    await change();
    expect((await state()).messages).toHaveLength(2);
    aborting.abort();
  });
});

describe('a action', () => {
  const general = () => slack.channel('general').id;

  it('sends a message, escaped and with its mention understood', async () => {
    const text = '@weather is 1 < 2 & <b>?';
    expect(await act({ type: 'send', channel: general(), text, threadTs: null })).toEqual({
      ok: true,
    });
    expect((await state()).messages).toMatchObject([
      { text: `<@${slack.bot.id}> is 1 &lt; 2 &amp; &lt;b&gt;?`, user: slack.you.id },
    ]);
    expect(JSON.parse(recorder.received[0]?.body ?? '{}').event.type).toBe('app_mention');
  });

  it('turns names of channels, pings and addresses into Slack’s marks', async () => {
    const text = 'see #lobby, @here and https://example.org/#general (not a@here.org)';
    await act({ type: 'send', channel: general(), text, threadTs: null });
    expect((await state()).messages[0]?.text).toBe(
      `see <#${slack.channel('lobby').id}|lobby>, <!here> and <https://example.org/#general> (not a@here.org)`,
    );
  });

  it('that starts with a slash is a command', async () => {
    ack = JSON.stringify({ text: 'Done' });
    const channel = slack.channel('lobby').id;
    await act({ type: 'send', channel, text: '/weather leeds', threadTs: null });
    expect((await state()).messages).toMatchObject([{ text: 'Done', ephemeral: true, channel }]);
    const refused = await act({ type: 'send', channel, text: '/nope', threadTs: null });
    expect(refused).toEqual({ ok: false, error: '/nope is not a valid command.' });
  });

  it('clicks what a message offers', async () => {
    const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } };
    const blocks = [{ type: 'actions', block_id: 'b', elements: [button] }];
    const { channel, ts } = await callApi('chat.postMessage', { channel: 'general', blocks });
    const click = { type: 'click' as const, blockId: 'b', actionId: 'go', value: null };
    expect(await act({ ...click, at: { channel, ts } })).toEqual({ ok: true });
    expect(recorder.received.at(-1)?.body).toContain('payload=');
    expect(await act({ ...click, at: { channel, ts: '1.1' } })).toEqual({
      ok: false,
      error: 'This message is no longer here.',
    });
  });

  it('fills in a form, sees what is wrong with it, and closes it', async () => {
    await act({ type: 'send', channel: general(), text: '/weather', threadTs: null });
    const trigger_id = new URLSearchParams(recorder.received[0]?.body).get('trigger_id');
    const label = { type: 'plain_text', text: 'Name' };
    const element = { type: 'plain_text_input', action_id: 'name' };
    const view = {
      type: 'modal',
      title: label,
      submit: label,
      blocks: [{ type: 'input', block_id: 'who', label, element }],
    };
    await callApi('views.open', { trigger_id, view });
    const { modal } = await state();
    const id = modal?.id ?? '';
    ack = JSON.stringify({ response_action: 'errors', errors: { who: 'Not you.' } });
    const values = { who: { name: { type: 'plain_text_input', value: 'me' } } };
    expect(await act({ type: 'submit', view: id, values })).toEqual({ ok: true });
    expect((await state()).modal?.errors).toEqual({ who: 'Not you.' });
    expect(await act({ type: 'close', view: id })).toEqual({ ok: true });
    expect((await state()).modal).toBeNull();
    expect(await act({ type: 'close', view: id })).toEqual({
      ok: false,
      error: 'This form is no longer open.',
    });
  });

  it('opens the app, and puts a notice away', async () => {
    await act({ type: 'open', tab: 'messages' });
    expect(JSON.parse(recorder.received[0]?.body ?? '{}').event).toMatchObject({
      type: 'app_home_opened',
      tab: 'messages',
      channel: slack.directMessageChannel.id,
    });
    await slack.mention('hi', { channel: 'lobby' });
    const [notice] = (await state()).notices;
    await act({ type: 'dismiss', notice: notice?.id ?? '' });
    expect((await state()).notices).toEqual([]);
  });

  it('that is none is refused', async () => {
    const post = (headers: Record<string, string>, body: string) =>
      fetch(`${slack.url}/local/actions`, { method: 'POST', headers, body });
    const json = { 'content-type': 'application/json' };
    expect((await post(json, '{"do":"dance"}')).status).toBe(400);
    expect((await post(json, '{')).status).toBe(400);
    expect(
      (await post({ 'content-type': 'text/plain' }, '{"do":"open","tab":"home"}')).status,
    ).toBe(415);
  });
});

describe('another website', () => {
  it.each([
    ['by its origin', { origin: 'https://example.org' }],
    ['by an opaque origin', { origin: 'null' }],
    ['by a name that leads here', { host: 'example.org' }],
  ])('cannot read the state, told %s', async (_name, headers) => {
    expect((await raw('/local/state', headers)).status).toBe(403);
  });

  it('is not meant by this machine’s own names', async () => {
    expect((await raw('/local/state', { host: `localhost:${slack.port}` })).status).toBe(200);
  });
});

describe('starting', () => {
  it('takes the next free port where the one asked for is taken, and says so', async () => {
    const second = await startWeatherSlack({ port: slack.port, page: false });
    expect(second).toMatchObject({ portWasTaken: true });
    expect(second.port).toBeGreaterThan(slack.port);
    await second.close();
    expect(slack.portWasTaken).toBe(false);
  });

  it('lets the app serve its own paths on the same port', async () => {
    const shared = await startWeatherSlack({
      page: false,
      handle: (asked, response) => {
        if (asked.url !== '/slack/events') return false;
        response.end('the app');
        return true;
      },
    });
    const response = await fetch(`${shared.url}/slack/events`, { method: 'POST' });
    expect(await response.text()).toBe('the app');
    expect((await fetch(`${shared.url}/local/state`)).status).toBe(200);
    expect((await fetch(`${shared.url}/`)).status).toBe(404);
    await shared.close();
  });
});

import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { State } from 'local-slack';
import { parseConfig } from '../../src/config.js';
import { createLogger } from '../../src/logger.js';
import { type Bot, start } from '../../src/wiring/start.js';
import { stopOnSignals } from '../../src/wiring/stop-on-signals.js';

const logger = createLogger('silent');

let folder: string;
let bots: Bot[];
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-'));
  bots = [];
  said = [];
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.stop()));
  rmSync(folder, { recursive: true });
});

async function startLocally(environment: Record<string, string> = {}, sleep = async () => {}) {
  const config = parseConfig({
    PORT: '0',
    DATABASE_URL: `file:${join(folder, 'state.sqlite')}`,
    ...environment,
  });
  const bot = await start(config, { logger, sleep, print: (line) => said.push(line) });
  bots.push(bot);
  return bot;
}

/** What the page's own door says and takes. */
const state = async (bot: Bot): Promise<State> =>
  (await fetch(`${bot.url}/local/state`)).json() as Promise<State>;
async function send(bot: Bot, text: string) {
  const [channel] = (await state(bot)).channels;
  const response = await fetch(`${bot.url}/local/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'send', channel: channel?.id, text, threadTs: null }),
  });
  expect(await response.json()).toEqual({ ok: true });
}
/** The first message that is looked for; looks again whenever the page would. */
async function message(
  bot: Bot,
  isIt: (message: State['messages'][number], state: State) => boolean,
): Promise<State['messages'][number]> {
  const changes = (await fetch(`${bot.url}/local/events`)).body?.getReader();
  for (let open = true; open; open = !(await changes?.read())?.done) {
    const seen = await state(bot);
    const found = seen.messages.find((each) => isIt(each, seen));
    if (found) {
      await changes?.cancel();
      return found;
    }
  }
  throw new Error('the page was closed before there was one');
}
/** What the bot says first. */
const reply = async (bot: Bot): Promise<string> =>
  (await message(bot, ({ user }, { bot: own }) => user === own.id)).text;

describe('Without tokens', () => {
  it('a local Slack opens, and the lines say where, what to type and what there is', async () => {
    const bot = await startLocally();
    expect(said.join('\n')).toContain(`Open ${bot.url} and type: /ofsted tameside latest`);
    expect(said.join('\n')).toMatch(
      /Record: 153 authorities, \d{2,} quotations, grades to 31 March 2025/,
    );
    expect(said.join('\n')).toContain(`State is kept in ${join(folder, 'state.sqlite')}`);
    expect((await state(bot)).commands.map(({ name }) => name)).toEqual(['/ofsted']);
  });

  it('the command that it suggests is answered', async () => {
    const bot = await startLocally();
    await send(bot, '/ofsted tameside latest');
    expect(await reply(bot)).toMatch(/inadequate overall \(inspected 4–15 December 2023\)/);
  });

  it('a link to a council’s page gets its preview', async () => {
    const bot = await startLocally();
    await send(bot, 'see https://reports.ofsted.gov.uk/provider/44/80569');
    const { unfurls } = await message(bot, (each) => (each.unfurls ?? []).length > 0);
    expect(JSON.stringify(unfurls)).toContain('inadequate');
  });

  it('another port serves where the one asked for is taken, and a line says so', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const taken = address && typeof address === 'object' ? address.port : 0;
    try {
      const bot = await startLocally({ PORT: String(taken) });
      expect(new URL(bot.url).port).not.toBe(String(taken));
      expect(said[0]).toContain(`Port ${taken} is in use`);
    } finally {
      await new Promise((resolve) => other.close(resolve));
    }
  });
});

describe('A bot that is told to stop', () => {
  it('is no longer ready, takes nothing more, and finishes what is under way', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const bot = await startLocally({}, () => held);
    const { bot: own } = await state(bot);
    // The second post to a channel waits for the gap after the first, which `held` keeps open.
    await send(bot, `@${own.name} tameside latest`);
    await send(bot, `@${own.name} tameside timeline`);
    await reply(bot);
    let stopped = false;
    const stopping = bot.stop().then(() => {
      stopped = true;
    });
    expect((await fetch(`${bot.url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${bot.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${bot.url}/slack/events`, { method: 'POST' })).status).toBe(503);
    expect(stopped).toBe(false);
    release();
    await stopping;
    bots = [];
  });

  it('exits with 0 after a signal, and at once after a second', async () => {
    const host = new EventEmitter();
    const codes: number[] = [];
    let finish = () => {};
    const stop = () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      });
    stopOnSignals({ stop }, logger, host, (code) => codes.push(code));
    host.emit('SIGTERM');
    expect(codes).toEqual([]);
    host.emit('SIGINT');
    expect(codes).toEqual([1]);
    finish();
    await new Promise(setImmediate);
    expect(codes).toEqual([1, 0]);
  });
});

describe('A bot that cannot start says why in one sentence', () => {
  it('where its record is missing', async () => {
    await expect(startLocally({ DATA_DIR: join(folder, 'missing') })).rejects.toMatchObject({
      name: 'InspectionError',
      message: expect.stringContaining('DATA_DIR'),
    });
  });

  it('where no port is free', async () => {
    // The highest port has none above it to try. Whoever holds it, it is taken then.
    const other = createServer();
    await new Promise((resolve) =>
      other.once('error', resolve).listen(65_535, '127.0.0.1', () => resolve(null)),
    );
    try {
      await expect(startLocally({ PORT: '65535' })).rejects.toMatchObject({
        name: 'InspectionError',
        message: 'Port 65535 of 127.0.0.1 is taken: set PORT to another.',
      });
    } finally {
      other.close();
    }
  });

  it('where its state cannot be kept', async () => {
    await expect(startLocally({ DATABASE_URL: 'mysql://host/db' })).rejects.toMatchObject({
      name: 'InspectionError',
      message: expect.stringContaining('DATABASE_URL must be'),
    });
  });
});

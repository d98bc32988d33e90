import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LocalSlack, type LocalWorkspace, startLocalSlack } from 'local-slack';
import { parseConfig } from '../../src/config.js';
import { createLogger } from '../../src/logger.js';
import { LOCAL_WORKSPACE } from '../../src/wiring/local-workspace.js';
import { type Bot, start } from '../../src/wiring/start.js';

const DOCUMENT = '2021-06-25-ofsted-focused-visit-letter.json';
const ANSWER = /Tameside/;
const LOADING = /still loading the record/;

let folder: string;
let slack: LocalSlack;
let port: string;
let starting: Promise<Bot>;
const themes = () => join(folder, 'themes.json');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loading-'));
  const document = await readFile(join('data', '80569-tameside', DOCUMENT));
  await writeFile(join(folder, DOCUMENT), document);
  // Whoever reads a pipe waits until somebody writes to it: the record is loaded when we say.
  execFileSync('mkfifo', [themes()]);
  slack = await startLocalSlack({ ...LOCAL_WORKSPACE, page: false });
  port = await freePort();
});
afterEach(async () => {
  await starting.then(
    (bot) => bot.stop(),
    () => undefined,
  );
  await slack.close();
  rmSync(folder, { recursive: true });
});

const finishLoading = async (): Promise<void> =>
  writeFile(themes(), await readFile('data/themes.json'));

async function startBot(mode: Record<string, string>): Promise<void> {
  const config = parseConfig({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    PORT: port,
    METRICS: 'on',
    DATA_DIR: folder,
    DATABASE_URL: `file:${join(folder, 'state.sqlite')}`,
    ...mode,
  });
  starting = start(config, { logger: createLogger('silent'), print: () => undefined });
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  await until(async () => (await get('/slack/events')) === 405 || slack.socketConnected());
}

const get = (path: string): Promise<number> =>
  fetch(`http://127.0.0.1:${port}${path}`).then(
    ({ status }) => status,
    () => 0,
  );

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe.each([
  ['HTTP', () => ({ SLACK_SIGNING_SECRET: slack.signingSecret })],
  ['Socket Mode', () => ({ SLACK_APP_TOKEN: slack.appToken })],
])('While the record is loaded, over %s,', (_mode, secrets) => {
  beforeEach(() => startBot(secrets()));

  it('who types a command is told so, and messages are answered when it is there', async () => {
    expect([await get('/health/live'), await get('/health/ready')]).toEqual([200, 503]);
    await slack.command('/ofsted tameside latest');
    await slack.command('/ofsted digest status');
    const told = await slack.waitFor((s) => s.ephemerals().length === 2 && s.ephemerals());
    for (const { text } of told) expect(text).toMatch(LOADING);
    await slack.mention('tameside latest');
    await slack.directMessage('tameside latest');
    await slack.openHome('home');
    const home = await slack.waitFor((s) => s.home());
    expect(JSON.stringify(home.blocks)).toMatch(LOADING);
    expect(await get('/metrics')).toBe(200);
    const ofBot = (s: LocalWorkspace) => s.messages().filter(({ user }) => user === s.bot.id);
    expect(ofBot(slack)).toEqual([]);
    await finishLoading();
    await starting;
    const replies = await slack.waitFor((s) => ofBot(s).length === 2 && ofBot(s));
    for (const { text } of replies) expect(text).toMatch(ANSWER);
    await slack.waitFor((s) => JSON.stringify(s.home()?.blocks).includes('This record covers'));
    expect(slack.ephemerals()).toHaveLength(2);
    await slack.command('/ofsted tameside latest');
    const answer = await slack.waitFor((s) => s.ephemerals()[2]);
    expect(answer.text).toMatch(ANSWER);
    expect(answer.text).not.toMatch(LOADING);
    await until(async () => (await get('/health/ready')) === 200);
  });
});

function freePort(): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(String(address && typeof address === 'object' && address.port)));
    });
  });
}

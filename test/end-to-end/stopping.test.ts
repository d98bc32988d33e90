import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LocalSlack, startLocalSlack } from 'local-slack';
import { LOCAL_WORKSPACE } from '../../src/wiring/local-workspace.js';

const GRADE = /inadequate overall \(inspected 4–15 December 2023\)/;
/** What a container's host leaves a process after SIGTERM before it kills it. */
const HOST_WAITS_MS = 10_000;

/** The program as `npm start` runs it, from dist/. */
describe('The built bot that is told to stop', () => {
  let home: string;
  let slack: LocalSlack;
  const started: ChildProcess[] = [];
  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'home-'));
    slack = await startLocalSlack({ ...LOCAL_WORKSPACE, page: false });
  });
  afterEach(async () => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
    await slack.close();
    rmSync(home, { recursive: true });
  });

  /** Starts a bot and waits until Slack can reach it. */
  async function start(
    command: [string, ...string[]],
  ): Promise<{ child: ChildProcess; url: string }> {
    const { PATH = '' } = process.env;
    const [program, ...rest] = command;
    const child = spawn(program, rest, {
      env: {
        PATH,
        HOME: home,
        PORT: '0',
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_SIGNING_SECRET: slack.signingSecret,
        SLACK_API_URL: slack.apiUrl,
        DATABASE_URL: `file:${join(home, 'state.sqlite')}`,
      },
    });
    started.push(child);
    if (child.stdout)
      for await (const line of createInterface(child.stdout)) {
        const [, port] = /on port (\d+)/.exec(line) ?? [];
        if (port) {
          const url = `http://127.0.0.1:${port}`;
          slack.deliverTo(`${url}/slack/events`);
          return { child, url };
        }
      }
    throw new Error('the bot said no port');
  }

  const DIRECTLY: [string, ...string[]] = [process.execPath, 'dist/app.js'];

  it('ends within ten seconds whatever Slack asks it to wait, and the next one answers', async () => {
    const { child } = await start(DIRECTLY);
    slack.failNext('chat.postMessage', { retryAfter: 30 });
    slack.failNext('response_url', { retryAfter: 30 });
    const mention = await slack.mention('tameside latest');
    await slack.command('/ofsted tameside latest');
    await slack.waitFor((s) => s.requests('response_url').length === 1);
    await slack.waitFor((s) => s.requests('chat.postMessage').length === 1);
    const stopped = performance.now();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(performance.now() - stopped).toBeLessThan(HOST_WAITS_MS);
    expect(slack.replies(mention)).toEqual([]);
    await start(DIRECTLY);
    const reply = await slack.waitFor((s) => s.replies(mention)[0], { timeoutMs: 20_000 });
    expect(reply.text).toMatch(GRADE);
    const own = await slack.waitFor((s) => s.ephemerals()[0], { timeoutMs: 20_000 });
    expect(own.text).toMatch(GRADE);
  }, 90_000);

  it('by a signal to npm, which started it, ends and gives the port back', async () => {
    const { child, url } = await start(['npm', 'start']);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    child.kill('SIGTERM');
    await once(child, 'exit');
    await expect(fetch(`${url}/health/live`)).rejects.toThrow('fetch failed');
  }, 60_000);
});

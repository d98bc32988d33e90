import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Config, parseConfig } from '../../src/config.js';
import { createLogger } from '../../src/logger.js';
import { start } from '../../src/wiring/start.js';
import { openWorkplace, thumb, type Workplace } from './workplace.js';

const GRADE = /inadequate overall \(inspected 4–15 December 2023\)/;

describe('Over Socket Mode', () => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await openWorkplace({ socketMode: true });
  });
  afterAll(() => workplace.close());

  it('commands, mentions and direct messages are answered', async () => {
    expect(workplace.slack.socketConnected()).toBe(true);
    expect((await workplace.ask('tameside latest')).text).toMatch(GRADE);
    expect((await workplace.mention('tameside latest')).text).toMatch(GRADE);
    expect((await workplace.write('tameside latest')).text).toMatch(GRADE);
  });

  it('an answer is shared and a report is kept', async () => {
    const { slack } = workplace;
    const reply = await workplace.ask('tameside latest', { channel: 'press' });
    await slack.click(reply, 'share');
    await slack.waitFor((s) => s.messages('press')[0]);
    const another = await workplace.ask('tameside latest');
    await thumb(slack, another, 'down');
    await slack.waitFor((s) => s.modal());
    await slack.submit({
      choice: { choice: 'wording or quotation' },
      comment: { text: 'The date is wrong' },
    });
    expect(JSON.stringify(slack.modal())).toMatch(/the reference [0-9A-F]{8}\./);
  });

  it('everything is acknowledged once', () => {
    const attempts = workplace.slack.attempts();
    expect(attempts.length).toBeGreaterThan(4);
    for (const { outcome } of attempts) expect(outcome.acked).toBe(true);
    expect(workplace.log()).not.toContain('ack()');
  });

  it('an event that comes again as if for the first time brings no second reply', async () => {
    const { slack } = workplace;
    const reply = await workplace.write('tameside timeline');
    await slack.redeliver();
    await workplace.restart();
    await slack.redeliver();
    await workplace.restart();
    const later = slack
      .messages(reply.channel)
      .filter(({ user, ts }) => user === slack.bot.id && ts > reply.ts);
    expect(later).toEqual([]);
  });

  it('the bot is there again after Slack asked it to connect anew', async () => {
    const { slack } = workplace;
    slack.refreshSockets();
    await slack.waitFor((s) => !s.socketConnected());
    await slack.waitFor((s) => s.socketConnected(), { timeoutMs: 30_000 });
    expect((await workplace.ask('tameside latest')).text).toMatch(GRADE);
  }, 40_000);

  it('health is served all the same', async () => {
    expect((await fetch(`${workplace.botUrl()}/health/ready`)).status).toBe(200);
    expect((await fetch(`${workplace.botUrl()}/slack/events`, { method: 'POST' })).status).toBe(
      404,
    );
  });

  it('health is served to this machine alone', async () => {
    const { port } = new URL(workplace.botUrl());
    const elsewhere = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    for (const address of [...elsewhere, '127.0.0.2'])
      await expect(fetch(`http://${address}:${port}/health/live`)).rejects.toThrow('fetch failed');
  });

  describe('another bot', () => {
    const environment = () => ({
      SLACK_BOT_TOKEN: workplace.slack.botToken,
      SLACK_APP_TOKEN: workplace.slack.appToken,
      SLACK_API_URL: workplace.slack.apiUrl,
      PORT: new URL(workplace.botUrl()).port,
      DATABASE_URL: workplace.databaseUrl,
    });
    const starting = (config: Config) =>
      start(config, { logger: createLogger('silent'), print: () => {} });

    it.each([
      [
        { SLACK_BOT_TOKEN: 'another', PORT: '0' },
        /^Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)/,
      ],
      [
        { SLACK_APP_TOKEN: 'bad', PORT: '0' },
        /^Slack refuses the Socket Mode connection: set SLACK_APP_TOKEN .*begins with xapp-/,
      ],
      [{}, /^Port \d+ cannot be used \(EADDRINUSE\)/],
    ])('does not start with %j, and says why', async (changes, sentence) => {
      await expect(starting(parseConfig({ ...environment(), ...changes }))).rejects.toThrow(
        sentence,
      );
    });

    it('takes another port for its health where nobody asked for one', async () => {
      const config = parseConfig(environment());
      const bot = await starting({ ...config, portIsFixed: false });
      expect(new URL(bot.url).port).not.toBe(String(config.port));
      await bot.stop();
    });
  });
});

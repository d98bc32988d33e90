import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config.js';
import { createLogger } from '../../src/logger.js';
import { start } from '../../src/wiring/start.js';
import { openWorkplace, type Workplace } from './workplace.js';

const FIVE_MINUTES = 300;

let workplace: Workplace;
beforeAll(async () => {
  workplace = await openWorkplace();
});
afterAll(() => workplace.close());

const now = () => Math.floor(Date.now() / 1_000);
const message = (ts: string) =>
  JSON.stringify({
    type: 'event_callback',
    team_id: workplace.slack.team.id,
    event_id: `Ev${ts}`,
    event: {
      type: 'message',
      channel: workplace.slack.directMessageChannel.id,
      channel_type: 'im',
      user: workplace.slack.you.id,
      text: 'tameside latest',
      ts,
    },
  });
const json = { 'content-type': 'application/json' };
const replies = () => workplace.slack.requests('chat.postMessage').length;

describe('A request to the bot', () => {
  it('is taken where Slack has signed it within five minutes', async () => {
    const { slack } = workplace;
    for (const [index, skew] of [0, 20 - FIVE_MINUTES, FIVE_MINUTES - 20].entries()) {
      const body = message(`1.00000${index}`);
      const { status } = await slack.sendRaw({
        body,
        headers: { ...json, ...slack.sign(body, now() + skew) },
      });
      expect(status).toBe(200);
    }
    await workplace.restart();
    expect(replies()).toBe(3);
  });

  it.each([
    ['its signature is another’s', (body: string) => workplace.slack.sign(`${body} `)],
    ['it is more than five minutes old', (body: string) => workplace.slack.sign(body, now() - 330)],
    [
      'it is more than five minutes ahead',
      (body: string) => workplace.slack.sign(body, now() + 330),
    ],
    ['it has no signature', (body: string) => without(body, 'x-slack-signature')],
    ['it has no timestamp', (body: string) => without(body, 'x-slack-request-timestamp')],
    [
      'its timestamp is no number',
      (body: string) => ({
        ...workplace.slack.sign(body),
        'x-slack-request-timestamp': 'today',
      }),
    ],
    ['it is not signed at all', () => ({})],
  ])('is refused where %s', async (_why, sign) => {
    const before = replies();
    const body = message('2.000001');
    const { status } = await workplace.slack.sendRaw({ body, headers: { ...json, ...sign(body) } });
    expect(status).toBe(401);
    await workplace.restart();
    expect(replies()).toBe(before);
  });

  it('is refused where its signature was made with another secret', async () => {
    const other = await openWorkplace();
    try {
      const body = message('3.000001');
      const { status } = await workplace.slack.sendRaw({
        body,
        headers: { ...json, ...other.slack.sign(body) },
      });
      expect(status).toBe(401);
    } finally {
      await other.close();
    }
  });

  it('is refused where it is too big', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(2_000_000) });
    const { status } = await workplace.slack.sendRaw({
      body,
      headers: { ...json, ...workplace.slack.sign(body) },
    });
    expect(status).toBe(413);
  });

  it('is refused where it is no JSON, and what it said is not logged', async () => {
    const body = 'a question that is no JSON';
    const { status } = await workplace.slack.sendRaw({
      body,
      headers: { ...json, ...workplace.slack.sign(body) },
    });
    expect(status).toBe(400);
    expect(workplace.log()).not.toContain('a question');
  });

  it.each(['null', '[]', '1', '"text"', 'true', ''])(
    'is refused at once where it is signed and only %s',
    async (body) => {
      const { slack } = workplace;
      for (const headers of [json, { 'content-type': 'application/x-www-form-urlencoded' }]) {
        const given = headers === json ? body : `payload=${encodeURIComponent(body)}`;
        const { status } = await slack.sendRaw({
          body: given,
          headers: { ...headers, ...slack.sign(given) },
        });
        expect(status).toBe(400);
      }
      expect(workplace.log()).not.toContain('unhandled');
    },
  );

  it('that only looks at the certificate is answered, unsigned as Slack sends it, and nothing more', async () => {
    const { slack } = workplace;
    const body = 'token=x&ssl_check=1&command=%2Fofsted&text=tameside';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await slack.sendRaw({ body, headers })).status).toBe(200);
    await workplace.restart();
    expect(slack.requests('response_url')).toEqual([]);
    expect(slack.ephemerals()).toEqual([]);
  });

  it.each([
    ['says that the app is told too much', { type: 'app_rate_limited', minute_rate_limited: 1 }],
    ['no listener is for', { type: 'shortcut', callback_id: 'unknown' }],
    ['is a click without an action', { type: 'block_actions', actions: null }],
  ])('that %s is acknowledged', async (_what, said) => {
    const { slack } = workplace;
    const body = JSON.stringify({ ...said, team_id: slack.team.id });
    const { status } = await slack.sendRaw({ body, headers: { ...json, ...slack.sign(body) } });
    expect(status).toBe(200);
  });

  it('with GET, or to another path, is answered with what is wrong', async () => {
    expect((await fetch(`${workplace.botUrl()}/slack/events`)).status).toBe(405);
    expect((await fetch(`${workplace.botUrl()}/`)).status).toBe(404);
    expect((await fetch(`${workplace.botUrl()}/elsewhere`, { method: 'POST' })).status).toBe(404);
  });

  function without(body: string, header: string): Record<string, string> {
    const { [header]: _, ...headers } = workplace.slack.sign(body);
    return headers;
  }
});

describe('Health', () => {
  it('is live and ready while the bot runs', async () => {
    for (const path of ['/health/live', '/health/ready'])
      expect((await fetch(`${workplace.botUrl()}${path}`)).status).toBe(200);
  });
});

describe('A port that is taken', () => {
  it('stops the start with a sentence that names it', async () => {
    const { slack, databaseUrl, botUrl } = workplace;
    const { port } = new URL(botUrl());
    const config = parseConfig({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: databaseUrl,
      PORT: port,
    });
    await expect(
      start(config, { logger: createLogger('silent'), print: () => {} }),
    ).rejects.toThrow(`Port ${port} cannot be used (EADDRINUSE)`);
  });
});

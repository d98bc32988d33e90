import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredMessage } from 'local-slack';
import { openWorkplace, type Workplace } from './workplace.js';

const GRADE = /inadequate overall \(inspected 4–15 December 2023\)/;
const REFERENCE = /the reference ([0-9A-F]{8})\./;

let workplace: Workplace;
beforeEach(async () => {
  workplace = await openWorkplace();
});
afterEach(() => workplace.close());

const ownMessages = (): StoredMessage[] =>
  workplace.slack.messages().filter(({ user }) => user === workplace.slack.bot.id);

describe('An event that Slack delivers again', () => {
  it('brings no second reply', async () => {
    await workplace.write('tameside latest');
    await workplace.slack.redeliver({ retry: { num: 1, reason: 'http_timeout' } });
    await workplace.slack.redeliver();
    await workplace.restart();
    expect(ownMessages()).toHaveLength(1);
  });

  it('brings no second reply after a restart either', async () => {
    await workplace.mention('tameside latest');
    await workplace.restart();
    await workplace.slack.redeliver({ retry: { num: 1, reason: 'http_error' } });
    await workplace.restart();
    expect(ownMessages()).toHaveLength(1);
  });

  it('brings no second reply under another event id', async () => {
    const { slack } = workplace;
    await workplace.write('tameside latest');
    const payload = slack.attempts().at(-1)?.delivery.payload;
    const body = JSON.stringify({ ...payload, event_id: 'Ev0ANOTHER' });
    const headers = { 'content-type': 'application/json', ...slack.sign(body) };
    expect((await slack.sendRaw({ body, headers })).status).toBe(200);
    await workplace.restart();
    expect(ownMessages()).toHaveLength(1);
  });
});

describe('A reply whose blocks Slack refuses', () => {
  it.each(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'])(
    'comes as text where a post is refused with %s',
    async (error) => {
      workplace.slack.failNext('chat.postMessage', { error });
      const reply = await workplace.write('tameside latest');
      expect(reply.blocks).toEqual([]);
      expect(reply.text).toMatch(GRADE);
    },
  );

  it.each([
    ['with a status', { status: 400, error: 'invalid_blocks' }],
    ['with a body that says so', { status: 200, error: 'msg_blocks_too_long' }],
  ])('comes as text where a response_url refuses it %s', async (_how, fault) => {
    workplace.slack.failNext('response_url', fault);
    const reply = await workplace.ask('tameside latest');
    expect(reply.blocks).toEqual([]);
    expect(reply.text).toMatch(GRADE);
    expect(workplace.slack.requests('response_url')).toHaveLength(2);
  });
});

describe('A response_url that fails', () => {
  const expired = { status: 404, error: 'expired_url' };

  it('leaves the answer to an ephemeral message', async () => {
    workplace.slack.failNext('response_url', expired);
    const reply = await workplace.ask('tameside latest');
    expect(reply.text).toMatch(GRADE);
    expect(workplace.slack.requests('chat.postEphemeral')).toHaveLength(1);
  });

  it('leaves it to a direct message where the bot is no member of the channel', async () => {
    const { slack } = workplace;
    slack.failNext('response_url', expired);
    await slack.command('/ofsted tameside latest', { channel: 'press' });
    const reply = await slack.waitFor((s) => s.messages(s.directMessageChannel.id)[0]);
    expect(reply.text).toMatch(GRADE);
  });

  it('is never used more than five times, whatever Slack answers', async () => {
    const { slack } = workplace;
    slack.failNext('response_url', { retryAfter: 1, times: 3 });
    slack.failNext('response_url', { status: 400, error: 'invalid_blocks' });
    slack.failNext('response_url', { retryAfter: 1, times: 50 });
    expect((await workplace.ask('tameside latest')).text).toMatch(GRADE);
    expect(slack.requests('response_url')).toHaveLength(5);
  });
});

describe('A failure', () => {
  it('is told to whoever typed the command, with a reference that the log has', async () => {
    const { slack } = workplace;
    for (const method of ['response_url', 'chat.postEphemeral', 'chat.postMessage'])
      slack.failNext(method, { error: 'restricted_action' });
    const reply = await workplace.ask('tameside latest');
    const [, reference = ''] = REFERENCE.exec(reply.text) ?? [];
    expect(reference).not.toBe('');
    expect(workplace.log()).toContain(reference);
    expect(workplace.log()).not.toMatch(/tameside/i);
    expect(JSON.stringify(reply)).not.toMatch(/\bat .*\.(ts|js):\d+/);
  });

  it('in a thread is told there', async () => {
    const { slack } = workplace;
    slack.failNext('chat.postMessage', { error: 'restricted_action', times: 2 });
    slack.failNext('chat.postEphemeral', { error: 'restricted_action' });
    const reply = await workplace.mention('tameside latest');
    expect(reply.text).toMatch(REFERENCE);
  });

  it('of the channel sends the answer to a mention to the asker alone', async () => {
    const { slack } = workplace;
    slack.failNext('chat.postMessage', { error: 'restricted_action' });
    const message = await slack.mention('tameside latest');
    const reply = await slack.waitFor((s) => s.ephemerals()[0]);
    expect(reply).toMatchObject({ threadTs: message.ts });
    expect(reply.text).toMatch(GRADE);
  });
});

describe('Slack’s rate limits', () => {
  it('are waited out for as long as Slack says', async () => {
    workplace.slack.failNext('chat.postMessage', { retryAfter: 7 });
    const reply = await workplace.mention('tameside latest');
    expect(reply.text).toMatch(GRADE);
    expect(workplace.waits).toContain(7_000);
    expect(ownMessages()).toHaveLength(1);
  });

  it('are waited out at a response_url too', async () => {
    workplace.slack.failNext('response_url', { retryAfter: 5 });
    expect((await workplace.ask('tameside latest')).text).toMatch(GRADE);
    expect(workplace.waits).toContain(5_000);
  });
});

it('Posts to one channel come a second apart, so that Slack refuses none', async () => {
  let now = Date.now();
  const strict = await openWorkplace({
    rateLimit: true,
    now: () => now,
    sleep: async (milliseconds) => {
      now += milliseconds;
    },
  });
  try {
    await Promise.all([1, 2, 3].map(() => strict.mention('tameside latest')));
    const posts = strict.slack.requests('chat.postMessage');
    expect(posts).toHaveLength(3);
    for (const { answer } of posts) expect(answer).toMatchObject({ ok: true });
  } finally {
    await strict.close();
  }
});

describe('While one channel is stuck', () => {
  let release: () => void;
  let held: Workplace;
  let waiting: StoredMessage;
  beforeEach(async () => {
    const stuck = new Promise<void>((resolve) => {
      release = resolve;
    });
    held = await openWorkplace({
      sleep: async (milliseconds) => {
        if (milliseconds === 60_000) await stuck;
      },
    });
    held.slack.failNext('chat.postMessage', { retryAfter: 60 });
    waiting = await held.slack.mention('tameside latest', { channel: 'general' });
    await held.slack.waitFor((s) => s.requests('chat.postMessage').length === 1);
  });
  afterEach(async () => {
    release();
    await held.close();
  });

  it('another is answered', async () => {
    const reply = await held.mention('tameside latest', { channel: 'childrens-services' });
    expect(reply.text).toMatch(GRADE);
    expect(held.slack.replies(waiting)).toEqual([]);
  });

  it('a bot that is told to stop waits for the answer that is under way', async () => {
    let stopped = false;
    const stopping = held.stop().then(() => {
      stopped = true;
    });
    await held.slack.idle();
    expect(stopped).toBe(false);
    release();
    await stopping;
    expect(held.slack.replies(waiting)).toHaveLength(1);
  });
});

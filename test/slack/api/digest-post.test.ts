import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebAPIRequestError, WebClient } from '@slack/web-api';
import { type LocalSlack, startLocalSlack } from 'local-slack';
import { pino } from 'pino';
import { boltLogger } from '../../../src/slack/api/bolt-logger.js';
import { createFindPosted } from '../../../src/slack/api/find-posted.js';
import { createNotifyOwner } from '../../../src/slack/api/notify-owner.js';
import { createPost } from '../../../src/slack/api/post-digest.js';
import { outcomeOf } from '../../../src/slack/api/post-outcome.js';
import { type ClientOf, clientOptions } from '../../../src/slack/api/web-client.js';

const logger = pino({ level: 'silent' });
const message = {
  text: 'The digest',
  blocks: [{ type: 'section', text: { type: 'plain_text', text: 'The digest' } }],
};
const destination = { team: 'T0LOCALTEAM', channel: 'C0GENERAL', runId: 'run-1' };

let slack: LocalSlack;
beforeEach(async () => {
  slack = await startLocalSlack({
    page: false,
    scopes: ['chat:write', 'channels:history', 'groups:history'],
  });
});
afterEach(() => slack.close());

const clientWithin = (timeout: number, slackApiUrl = slack.apiUrl) =>
  new WebClient(slack.botToken, {
    ...clientOptions(slackApiUrl, { fetch }),
    logger: boltLogger(logger),
    timeout,
    retryConfig: { retries: 0 },
  });
const clientOf: ClientOf = (_team, more) => clientWithin(more?.timeout ?? 5_000);
const post = (timeoutMs = 5_000, to = destination) =>
  createPost(clientOf, logger)(message, to, timeoutMs);
const find = (to = destination) =>
  createFindPosted(clientOf, logger)(to, new Date(Date.now() - 60_000).toISOString());
const posts = () => slack.messages('general');

describe('Posting a digest', () => {
  it('carries the id of its run, unfurls nothing, and is found by it', async () => {
    const outcome = await post();
    const [posted] = posts();
    expect(outcome).toEqual({ kind: 'posted', ts: posted?.ts });
    expect(posted?.metadata).toEqual({
      event_type: 'ofsted_digest',
      event_payload: { run_id: 'run-1' },
    });
    expect(slack.requests('chat.postMessage')[0]?.args).toMatchObject({
      unfurl_links: expect.anything(),
      unfurl_media: expect.anything(),
    });
    expect(await find()).toEqual({ kind: 'found', ts: posted?.ts });
    expect(await find({ ...destination, runId: 'run-2' })).toEqual({ kind: 'absent' });
  });

  it('is not found in the message of another app that wrote the same metadata', async () => {
    const robot = slack.addUser({ name: 'forger', isBot: true });
    const forged = await slack.say('Digest', { user: robot.id });
    forged.metadata = { event_type: 'ofsted_digest', event_payload: { run_id: 'run-1' } };
    expect(await find()).toEqual({ kind: 'absent' });
  });

  it.each<[string, Parameters<LocalSlack['failNext']>[1], object]>([
    ['a 429', { retryAfter: 7, error: 'ratelimited' }, { kind: 'not_now', retryAfter: 7 }],
    ['a 500', { status: 500 }, { kind: 'unknown' }],
    ['a 503', { status: 503 }, { kind: 'unknown' }],
    ['a connection that breaks', { dropConnection: true }, { kind: 'unknown' }],
    [
      'a connection that breaks after the post',
      { dropConnection: true, applied: true },
      { kind: 'unknown' },
    ],
    ['an answer that comes too late', { delayMs: 1_500 }, { kind: 'unknown' }],
    ['fatal_error', { error: 'fatal_error' }, { kind: 'unknown' }],
    ['internal_error', { error: 'internal_error' }, { kind: 'unknown' }],
    ['invalid_auth', { error: 'invalid_auth' }, { kind: 'not_now', retryAfter: 60 }],
    [
      'is_archived',
      { error: 'is_archived' },
      {
        kind: 'refused',
        reason: 'is_archived',
        pausedBecause: expect.stringContaining('archived'),
      },
    ],
    [
      'account_inactive',
      { error: 'account_inactive' },
      {
        kind: 'refused',
        reason: 'account_inactive',
        pausedBecause: expect.stringContaining('removed'),
      },
    ],
    [
      'msg_too_long',
      { error: 'msg_too_long' },
      { kind: 'refused', reason: 'msg_too_long', pausedBecause: null },
    ],
  ])('calls once and says what %s means', async (_name, fault, outcome) => {
    slack.failNext('chat.postMessage', fault);
    expect(await post(1_000)).toEqual(outcome);
    await slack.waitFor((s) => s.requests('chat.postMessage').length > 0);
    expect(slack.requests('chat.postMessage')).toHaveLength(1);
  });

  it.each([
    ['ECONNREFUSED', { kind: 'not_now', retryAfter: 60 }],
    ['ENOTFOUND', { kind: 'not_now', retryAfter: 60 }],
    ['ECONNRESET', { kind: 'unknown' }],
    ['UND_ERR_SOCKET', { kind: 'unknown' }],
  ])('knows from %s whether a connection was ever made', (code, outcome) => {
    const cause = Object.assign(new Error(code), { code });
    expect(outcomeOf(new WebAPIRequestError(new TypeError('fetch failed', { cause })))).toEqual(
      outcome,
    );
  });

  it.each(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'])(
    'sends the text alone after %s',
    async (error) => {
      slack.failNext('chat.postMessage', { error });
      expect(await post()).toMatchObject({ kind: 'posted' });
      expect(posts()).toMatchObject([{ text: 'The digest', blocks: [] }]);
    },
  );
});

describe('Looking for a digest', () => {
  it('reads every page before it says that there is none', async () => {
    await post();
    const { chat } = clientWithin(5_000);
    for (let count = 0; count < 210; count += 1)
      await chat.postMessage({ channel: 'C0GENERAL', text: `Message ${count}` });
    expect(await find()).toMatchObject({ kind: 'found' });
    expect(await find({ ...destination, runId: 'run-2' })).toEqual({ kind: 'absent' });
    expect(slack.requests('conversations.history')).toHaveLength(4);
  });

  it('says nothing of the message where the look fails', async () => {
    slack.failNext('conversations.history', { error: 'fatal_error' });
    expect(await find()).toEqual({ kind: 'unknown' });
  });

  it('says that it may not look where the scope was not granted', async () => {
    await slack.close();
    slack = await startLocalSlack({ page: false, scopes: ['chat:write'] });
    expect(await find()).toEqual({ kind: 'not_permitted', reason: 'missing_scope' });
  });
});

describe('Notifying the owner of a digest', () => {
  const notice = {
    kind: 'failed' as const,
    about: 'digest' as const,
    ...destination,
    owner: 'U0LOCALYOU',
    localDate: '2026-11-22',
    reason: 'msg_too_long',
  };
  const notify = (owner = notice.owner) =>
    createNotifyOwner(clientOf, logger)({ ...notice, owner });

  it('is a direct message with the day, the channel and Slack’s word', async () => {
    await notify();
    const [received] = slack.messages(slack.directMessageChannel.id);
    expect(received?.text).toContain('The digest of 22 November 2026 for <#C0GENERAL>');
    expect(received?.text).toContain('msg_too_long');
  });

  it('is tried again later where Slack fails, and given up where the person is gone', async () => {
    slack.failNext('chat.postMessage', { error: 'internal_error' });
    await expect(notify()).rejects.toThrow();
    slack.failNext('chat.postMessage', { error: 'user_not_found' });
    await expect(notify('U0NOBODY')).resolves.toBeUndefined();
  });
});

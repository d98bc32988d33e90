import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LogLevel, WebClient } from '@slack/web-api';
import { DEFAULT_SCOPES, type LocalSlack, type LocalSlackOptions } from '../src/index.js';
import { startWeatherSlack } from './weather-slack.js';

let slack: LocalSlack;
let now: number;

/** Starts the workspace at noon on 1 November 2026, by a clock that stands still. */
async function start(options: LocalSlackOptions = {}): Promise<void> {
  await slack?.close();
  now = Date.UTC(2026, 10, 1, 12);
  slack = await startWeatherSlack({
    page: false,
    now: () => now,
    retryDelaysMs: [],
    ...options,
  });
}

beforeEach(() => start());

afterEach(() => slack.close());

const client = (token = slack.botToken) =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });

/** Calls a method as curl would, and gives the parsed answer. */
async function call(
  method: string,
  args: Record<string, unknown>,
  { token = slack.botToken, as = 'json' }: { token?: string; as?: 'json' | 'form' } = {},
): Promise<Record<string, unknown>> {
  const form = Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: {
      ...(token !== '' && { authorization: `Bearer ${token}` }),
      'content-type': as === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
    },
    body: as === 'json' ? JSON.stringify(args) : new URLSearchParams(form).toString(),
  });
  return response.json();
}

const everything = [...DEFAULT_SCOPES, 'channels:history', 'groups:history', 'im:read', 'im:write'];

describe('who may call', () => {
  it('the real client learns who it is', async () => {
    expect(await client().auth.test()).toMatchObject({
      ok: true,
      team_id: slack.team.id,
      user_id: slack.bot.id,
      bot_id: slack.botId,
      user: 'weather',
    });
  });

  it.each([
    ['no token', 'auth.test', () => '', 'not_authed'],
    ['an unknown token', 'auth.test', () => 'xoxb-unknown', 'invalid_auth'],
    ['the app token', 'auth.test', () => slack.appToken, 'not_allowed_token_type'],
    ['the bot token', 'apps.connections.open', () => slack.botToken, 'not_allowed_token_type'],
    ['any token', 'chat.shout', () => slack.botToken, 'unknown_method'],
  ])('%s gets from %s no answer but an error', async (_name, method, token, error) => {
    expect(await call(method, {}, { token: token() })).toMatchObject({ ok: false, error });
  });

  it('a token is read from a form but, as in Slack, not from JSON', async () => {
    const args = { token: slack.botToken };
    expect(await call('auth.test', args, { token: '', as: 'form' })).toMatchObject({ ok: true });
    expect(await call('auth.test', args, { token: '' })).toMatchObject({ error: 'not_authed' });
  });

  it.each([
    ['chat.postMessage', { channel: 'C0GENERAL', text: 'hi' }, 'chat:write'],
    ['users.info', { user: 'U0LOCALYOU' }, 'users:read'],
    ['conversations.info', { channel: 'C0GENERAL' }, 'channels:read'],
    ['conversations.info', { channel: 'D0LOCALDM' }, 'im:read'],
    ['conversations.history', { channel: 'C0GENERAL' }, 'channels:history'],
    ['conversations.history', { channel: 'D0LOCALDM' }, 'im:history'],
    ['conversations.open', { users: 'U0LOCALYOU' }, 'im:write'],
    [
      'assistant.threads.setSuggestedPrompts',
      { channel_id: 'D0LOCALDM', prompts: [{ title: 'a', message: 'b' }] },
      'assistant:write',
    ],
  ])('%s of %j needs %s', async (method, args, needed) => {
    await start({ scopes: everything.filter((scope) => scope !== needed) });
    expect(await call(method, args)).toMatchObject({ ok: false, error: 'missing_scope', needed });
    await start({ scopes: everything });
    expect(await call(method, args)).toMatchObject({ ok: true });
  });
});

describe('posting', () => {
  it('reaches the channel, and the answer shows the message', async () => {
    const answer = await client().chat.postMessage({ channel: '#general', text: 'Hello' });
    expect(answer).toMatchObject({
      ok: true,
      channel: slack.channel('general').id,
      message: { type: 'message', text: 'Hello', user: slack.bot.id, bot_id: slack.botId },
    });
    expect(slack.messages('general')).toMatchObject([{ text: 'Hello', ts: answer.ts }]);
  });

  it('to a user reaches the direct message', async () => {
    await client().chat.postMessage({ channel: slack.you.id, text: 'Hello' });
    expect(slack.messages(slack.directMessageChannel.id)).toHaveLength(1);
  });

  it('under a reply belongs to the thread of the first message', async () => {
    const first = await slack.say('first');
    const reply = await slack.say('reply', { threadTs: first.ts });
    await client().chat.postMessage({
      channel: first.channel,
      text: 'second',
      thread_ts: reply.ts,
    });
    expect(slack.replies(first).map(({ text }) => text)).toEqual(['reply', 'second']);
  });

  it('in private is seen by one user only', async () => {
    const other = slack.addUser({ name: 'colleague' });
    const channel = slack.channel('general').id;
    await client().chat.postEphemeral({ channel, user: other.id, text: 'psst' });
    expect(slack.ephemerals(other.id)).toHaveLength(1);
    expect(slack.ephemerals()).toEqual([]);
    expect(slack.state().messages).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['nowhere', { text: 'hi' }, 'invalid_arguments'],
    ['to an unknown channel', { channel: 'C0NONE', text: 'hi' }, 'channel_not_found'],
    ['where the bot is no member', { channel: 'C0LOBBY', text: 'hi' }, 'not_in_channel'],
    ['nothing', { channel: 'C0GENERAL' }, 'no_text'],
    ['an empty text and no blocks', { channel: 'C0GENERAL', text: ' ', blocks: [] }, 'no_text'],
    ['blocks that are no list', { channel: 'C0GENERAL', blocks: '{}' }, 'invalid_blocks_format'],
    ['blocks that are no JSON', { channel: 'C0GENERAL', blocks: '[' }, 'invalid_blocks_format'],
    ['an unknown block', { channel: 'C0GENERAL', blocks: [{ type: 'x' }] }, 'invalid_blocks'],
    ['an attachment', { channel: 'C0GENERAL', attachments: [{}] }, 'invalid_attachments'],
    ['40,001 characters', { channel: 'C0GENERAL', text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['under no message', { channel: 'C0GENERAL', text: 'a', thread_ts: '1.1' }, 'thread_not_found'],
    [
      'in private to a stranger',
      { method: 'chat.postEphemeral', channel: 'C0GENERAL', text: 'a', user: 'U0NONE' },
      'user_not_in_channel',
    ],
  ])('%s is refused', async (_name, { method = 'chat.postMessage', ...args }, error) => {
    expect(await call(String(method), args)).toMatchObject({ ok: false, error });
    expect(await call(String(method), args, { as: 'form' })).toMatchObject({ ok: false, error });
    expect(slack.messages()).toEqual([]);
  });

  it('to an archived channel, or to a private one that the bot cannot see, is refused', async () => {
    slack.addChannel({ name: 'old', isArchived: true });
    slack.addChannel({ name: 'closed', isPrivate: true, botIsMember: false });
    expect(await call('chat.postMessage', { channel: 'old', text: 'a' })).toMatchObject({
      error: 'is_archived',
    });
    expect(await call('chat.postMessage', { channel: 'closed', text: 'a' })).toMatchObject({
      error: 'channel_not_found',
    });
  });

  it('where the bot is no member is allowed with chat:write.public', async () => {
    await start({ scopes: [...DEFAULT_SCOPES, 'chat:write.public'] });
    await client().chat.postMessage({ channel: 'lobby', text: 'hi' });
    expect(slack.messages('lobby')).toHaveLength(1);
  });

  it('twice to a channel within a second is refused where the rate limit is kept', async () => {
    await start({ rateLimit: true });
    const post = (channel: string) => client().chat.postMessage({ channel, text: 'hi' });
    await post('general');
    await post('harbour');
    await expect(post('general')).rejects.toMatchObject({
      code: 'slack_webapi_rate_limited_error',
      retryAfter: 1,
    });
    now += 1_000;
    await post('general');
    expect(slack.messages('general')).toHaveLength(2);
  });
});

describe('changing and removing', () => {
  it('works on the own message, which then is marked as edited', async () => {
    const { ts = '' } = await client().chat.postMessage({ channel: 'general', text: 'one' });
    await client().chat.update({ channel: 'general', ts, text: 'two' });
    expect(slack.messages()).toMatchObject([{ text: 'two', edited: true }]);
    await client().chat.delete({ channel: 'general', ts });
    expect(slack.messages()).toEqual([]);
  });

  it.each([
    ['chat.update', 'cant_update_message'],
    ['chat.delete', 'cant_delete_message'],
  ])('%s of what somebody else said is refused', async (method, error) => {
    const { channel, ts } = await slack.say('mine');
    expect(await call(method, { channel, ts, text: 'yours' })).toMatchObject({ error });
    expect(await call(method, { channel, ts: '1.1', text: 'a' })).toMatchObject({
      error: 'message_not_found',
    });
  });

  it('has a permanent link while it stands', async () => {
    const { channel, ts } = await slack.say('here');
    const { permalink } = await client().chat.getPermalink({ channel, message_ts: ts });
    expect(permalink).toBe(`${slack.url}/archives/${channel}/p${ts.replace('.', '')}`);
  });
});

describe('reading', () => {
  const metadata = { event_type: 'forecast', event_payload: { slot: '2026-11-01' } };

  it('the history is newest first, in pages, with metadata where it is asked for', async () => {
    await start({ scopes: everything });
    for (const text of ['one', 'two', 'three']) {
      await client().chat.postMessage({ channel: 'general', text, metadata });
    }
    const { id: channel } = slack.channel('general');
    const first = await client().conversations.history({ channel, limit: 2 });
    expect(first.messages?.map(({ text }) => text)).toEqual(['three', 'two']);
    expect(first.messages?.[0]).not.toHaveProperty('metadata');
    const cursor = first.response_metadata?.next_cursor ?? '';
    const rest = await call('conversations.history', {
      channel,
      cursor,
      include_all_metadata: true,
    });
    expect(rest).toMatchObject({ has_more: false, messages: [{ text: 'one', metadata }] });
  });

  it('the history leaves out replies and what only one user sees, and keeps to its window', async () => {
    await start({ scopes: everything });
    const { ts, channel } = await slack.say('one');
    await client().chat.postMessage({ channel, text: 'reply', thread_ts: ts });
    await client().chat.postEphemeral({ channel, user: slack.you.id, text: 'psst' });
    now += 60_000;
    await slack.say('two');
    const texts = async (args: Record<string, unknown>) => {
      const { messages } = await client().conversations.history({ channel, ...args });
      return messages?.map(({ text }) => text);
    };
    expect(await texts({})).toEqual(['two', 'one']);
    expect(await texts({ oldest: ts })).toEqual(['two']);
    expect(await texts({ oldest: ts, inclusive: true })).toEqual(['two', 'one']);
    expect(await texts({ latest: String((now - 1_000) / 1000) })).toEqual(['one']);
    const thread = await client().conversations.replies({ channel, ts });
    expect(thread.messages?.map(({ text }) => text)).toEqual(['one', 'reply']);
  });

  it('the history of a channel without the bot is refused', async () => {
    await start({ scopes: everything });
    expect(await call('conversations.history', { channel: 'C0LOBBY' })).toMatchObject({
      error: 'not_in_channel',
    });
  });

  it('a channel tells whether it is shared, archived, and the bot’s own', async () => {
    const { id: channel } = slack.addChannel({ name: 'partners', isExtShared: true });
    expect(await client().conversations.info({ channel })).toMatchObject({
      channel: { name: 'partners', is_ext_shared: true, is_member: true, is_archived: false },
    });
    expect(await client().conversations.info({ channel: 'C0LOBBY' })).toMatchObject({
      channel: { is_member: false },
    });
    expect(await client().conversations.members({ channel })).toMatchObject({
      members: [slack.you.id, slack.bot.id],
    });
  });

  it('a user tells the time zone', async () => {
    const { id } = slack.addUser({ name: 'Far Away', tz: 'Pacific/Auckland', tzOffset: 46_800 });
    expect(await client().users.info({ user: id })).toMatchObject({
      user: { name: 'far.away', tz: 'Pacific/Auckland', tz_offset: 46_800, is_bot: false },
    });
    expect(await client().bots.info({ bot: slack.botId })).toMatchObject({
      bot: { app_id: slack.appId, user_id: slack.bot.id },
    });
  });
});

describe('suggested prompts', () => {
  const prompts = Array.from({ length: 5 }, (_, index) => ({ title: `${index}`, message: 'm' }));
  const channel_id = 'D0LOCALDM';

  it('are at most four, and stay unset where a thread is named', async () => {
    const method = 'assistant.threads.setSuggestedPrompts';
    expect(await call(method, { channel_id, prompts })).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: ['[ERROR] no more than 4 items allowed [json-pointer:/prompts]'],
      },
    });
    const { ts: thread_ts } = await slack.directMessage('hi');
    await call(method, { channel_id, thread_ts, prompts: prompts.slice(1) });
    expect(slack.state().prompts).toEqual([]);
    await call(method, { channel_id, prompts: prompts.slice(1) });
    expect(slack.state().prompts).toHaveLength(4);
  });
});

describe('failures that a test asks for', () => {
  it('befall the next requests of the method and no other', async () => {
    slack.failNext('chat.postMessage', { error: 'fatal_error', times: 2 });
    const post = () => call('chat.postMessage', { channel: 'general', text: 'hi' });
    expect([await post(), await post(), await post()].map(({ ok }) => ok)).toEqual([
      false,
      false,
      true,
    ]);
    expect(slack.messages()).toHaveLength(1);
  });

  it('can be a status, a rate limit or a broken connection', async () => {
    const post = () => client().chat.postMessage({ channel: 'general', text: 'hi' });
    slack.failNext('chat.postMessage', { status: 503 });
    await expect(post()).rejects.toMatchObject({
      code: 'slack_webapi_http_error',
      statusCode: 503,
    });
    slack.failNext('chat.postMessage', { retryAfter: 30 });
    await expect(post()).rejects.toMatchObject({ retryAfter: 30 });
    slack.failNext('chat.postMessage', { dropConnection: true });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(slack.messages()).toEqual([]);
  });

  it('can come after the effect, as when a connection breaks once a message is posted', async () => {
    slack.failNext('chat.postMessage', { dropConnection: true, applied: true });
    const posted = client().chat.postMessage({ channel: 'general', text: 'hi' });
    await expect(posted).rejects.toThrow();
    expect(slack.messages()).toHaveLength(1);
  });
});

it('every request is on record with its arguments, and never with its token', async () => {
  await client().chat.postMessage({ channel: 'general', text: 'hi', unfurl_links: false });
  expect(slack.requests('chat.postMessage')).toMatchObject([
    { args: { channel: 'general', text: 'hi', unfurl_links: 'false' }, at: now },
  ]);
  expect(JSON.stringify(slack.requests())).not.toContain(slack.botToken);
});

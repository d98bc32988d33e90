import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { LocalSlack, LocalSlackOptions } from '../src/index.js';
import { type ReceivedRequest, type Reply, startRequestRecorder } from './request-recorder.js';
import { startWeatherSlack } from './weather-slack.js';

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function start(
  reply?: (received: ReceivedRequest, count: number) => Reply,
  options: LocalSlackOptions = {},
): Promise<{ slack: LocalSlack; received: ReceivedRequest[] }> {
  const recorder = await startRequestRecorder(reply);
  closers.push(recorder.close);
  const slack = await startWeatherSlack({ page: false, retryDelaysMs: [0, 1, 2], ...options });
  closers.push(slack.close);
  slack.deliverTo(recorder.url);
  return { slack, received: recorder.received };
}

describe('a slash command', () => {
  it('travels as a signed form with the fields that Slack sends', async () => {
    const { slack, received } = await start();
    await slack.command('/weather wind & <tags>', { channel: 'harbour' });
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    const base = `v0:${headers['x-slack-request-timestamp']}:${body}`;
    const hash = createHmac('sha256', slack.signingSecret).update(base).digest('hex');
    expect(headers['x-slack-signature']).toBe(`v0=${hash}`);
    expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
      command: '/weather',
      text: 'wind &amp; &lt;tags&gt;',
      team_id: slack.team.id,
      channel_id: slack.channel('harbour').id,
      channel_name: 'harbour',
      user_id: slack.you.id,
      user_name: 'you',
      api_app_id: slack.appId,
      is_enterprise_install: 'false',
      response_url: expect.stringContaining(`${slack.url}/commands/`),
      trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/),
    });
  });

  it('shows the text that the acknowledgement carries to the asker alone', async () => {
    const { slack } = await start(() => ({ body: 'Usage: /weather' }));
    await slack.command('/weather');
    expect(slack.ephemerals()).toMatchObject([{ text: 'Usage: /weather', user: slack.bot.id }]);
  });

  it('shows an acknowledgement in the channel where it says so', async () => {
    const body = JSON.stringify({ response_type: 'in_channel', text: 'For all' });
    const { slack } = await start(() => ({
      headers: { 'content-type': 'application/json' },
      body,
    }));
    await slack.command('/weather');
    expect(slack.messages('general')).toMatchObject([{ text: 'For all', ephemeral: false }]);
  });

  it('is not sent again when it is not answered in time; the asker is told', async () => {
    const { slack, received } = await start(() => 'silence', { ackTimeoutMs: 50 });
    await slack.command('/weather');
    expect(received).toHaveLength(1);
    expect(slack.notices()).toMatchObject([
      { text: '/weather did not answer in time (operation_timeout)' },
    ]);
  });

  it.each([
    ['fails', 500, 'http_service_error'],
    ['is refused', 401, 'http_service_error'],
  ])('that %s is told to the asker', async (_name, status, error) => {
    const { slack } = await start(() => ({ status }));
    await slack.command('/weather');
    expect(slack.notices()).toMatchObject([{ text: `/weather failed with the error "${error}"` }]);
  });

  it('with no app listening is told to the asker', async () => {
    const slack = await startWeatherSlack({ page: false });
    closers.push(slack.close);
    await slack.command('/weather');
    expect(slack.notices()).toMatchObject([
      { text: '/weather failed with the error "dispatch_failed"' },
    ]);
  });

  it('is refused by Slack itself in a thread, and where no such command is registered', async () => {
    const { slack, received } = await start();
    const message = await slack.say('hello');
    await expect(slack.command('/weather', { threadTs: message.ts })).rejects.toThrow(
      '/weather is not supported in threads. Sorry!',
    );
    await expect(slack.command('/ofsteed')).rejects.toThrow('/ofsteed is not a valid command.');
    expect(received).toEqual([]);
  });
});

it('A local Slack that is closed sends nothing more, and whoever waits for a delivery is let go', async () => {
  const { slack, received } = await start(
    (_heard, count) => (count === 1 ? { status: 500 } : 'silence'),
    {
      retryDelaysMs: [600_000],
      ackTimeoutMs: 600_000,
    },
  );
  const action = slack.directMessage('hello');
  while (slack.attempts().length === 0) await new Promise(setImmediate);
  await slack.close();
  closers.pop();
  await action;
  expect(received).toHaveLength(1);
});

describe('an event', () => {
  const event = (received: ReceivedRequest | undefined) => JSON.parse(received?.body ?? '{}');

  it('travels as signed JSON in the envelope that Slack uses', async () => {
    const { slack, received } = await start();
    await slack.mention('leeds & others');
    expect(received).toHaveLength(1);
    expect(received[0]?.headers['content-type']).toBe('application/json');
    expect(event(received[0])).toMatchObject({
      type: 'event_callback',
      team_id: slack.team.id,
      api_app_id: slack.appId,
      event_id: expect.stringMatching(/^Ev/),
      authorizations: [{ team_id: slack.team.id, user_id: slack.bot.id, is_bot: true }],
      event: {
        type: 'app_mention',
        user: slack.you.id,
        channel: slack.channel('general').id,
        text: `<@${slack.bot.id}> leeds &amp; others`,
        blocks: [
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  { type: 'user', user_id: slack.bot.id },
                  { type: 'text', text: ' leeds & others' },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  it('is sent three more times, with the same id and a count, while it fails', async () => {
    const { slack, received } = await start(() => ({ status: 500 }));
    await slack.mention('leeds');
    expect(new Set(received.map((each) => event(each).event_id)).size).toBe(1);
    expect(
      received.map(({ headers }) => [
        headers['x-slack-retry-num'],
        headers['x-slack-retry-reason'],
      ]),
    ).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ]);
    expect(slack.notices()).toMatchObject([{ text: 'weather could not be told of a message.' }]);
  });

  it('is sent once more, and no further, when the second attempt succeeds', async () => {
    const { slack, received } = await start((_heard, count) => ({
      status: count === 1 ? 503 : 200,
    }));
    await slack.mention('leeds');
    expect(received).toHaveLength(2);
    expect(slack.notices()).toEqual([]);
  });

  it('that is not answered in time is sent again with the reason http_timeout', async () => {
    const { slack, received } = await start((_heard, count) => (count === 1 ? 'silence' : {}), {
      ackTimeoutMs: 50,
    });
    await slack.mention('leeds');
    expect(received[1]?.headers['x-slack-retry-reason']).toBe('http_timeout');
  });

  it('is not sent again where the app asks for no repetition', async () => {
    const headers = { 'x-slack-no-retry': '1' };
    const { slack, received } = await start(() => ({ status: 500, headers }));
    await slack.mention('leeds');
    expect(received).toHaveLength(1);
  });

  it('can be delivered a second time, as a first attempt or as a retry', async () => {
    const { slack, received } = await start();
    await slack.mention('leeds');
    const id = event(received[0]).event_id;
    await slack.redeliver();
    await slack.redeliver({ eventId: id, retry: { num: 2, reason: 'http_timeout' } });
    expect(received.map((each) => event(each).event_id)).toEqual([id, id, id]);
    expect(received.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([
      undefined,
      undefined,
      '2',
    ]);
  });
});

describe('the events of a message', () => {
  async function typesHeard(scopes: string[], act: (slack: LocalSlack) => Promise<unknown>) {
    const { slack, received } = await start(undefined, { scopes });
    await act(slack);
    await slack.idle();
    return received.map(({ body }) => {
      const { type, subtype, channel_type: where } = JSON.parse(body).event;
      return [type, subtype, where].filter(Boolean).join(' ');
    });
  }

  it.each<[string, string[], (slack: LocalSlack) => Promise<unknown>, string[]]>([
    ['a mention', ['app_mentions:read'], (slack) => slack.mention('hi'), ['app_mention']],
    [
      'a mention where the app may read channels',
      ['app_mentions:read', 'channels:history'],
      (slack) => slack.mention('hi'),
      ['app_mention', 'message channel'],
    ],
    ['a mention without the scope', [], (slack) => slack.mention('hi'), []],
    [
      'a mention where the bot is no member',
      ['app_mentions:read', 'channels:history'],
      (slack) => slack.mention('hi', { channel: 'lobby' }),
      [],
    ],
    ['chatter', ['app_mentions:read'], (slack) => slack.say('hi'), []],
    ['a direct message', ['im:history'], (slack) => slack.directMessage('hi'), ['message im']],
    [
      'a mention in a direct message',
      ['im:history', 'app_mentions:read'],
      (slack) => slack.directMessage('@weather hi'),
      ['message im'],
    ],
    [
      'a message in a private channel',
      ['groups:history'],
      async (slack) => {
        slack.addChannel({ name: 'closed', isPrivate: true });
        await slack.say('hi', { channel: 'closed' });
      },
      ['message group'],
    ],
    [
      'an edit and a deletion',
      ['im:history'],
      async (slack) => {
        const message = await slack.directMessage('hi');
        await slack.edit(message, 'hello');
        await slack.remove(message);
      },
      ['message im', 'message message_changed im', 'message message_deleted im'],
    ],
    [
      'an edit that names the bot',
      ['channels:history', 'app_mentions:read'],
      async (slack) => {
        const message = await slack.say('hi');
        await slack.edit(message, '@weather hi');
      },
      ['message channel', 'app_mention', 'message message_changed channel'],
    ],
    [
      'a channel that somebody opens beside the bot',
      ['im:history'],
      async (slack) => {
        await slack.lookAt('general');
        await slack.directMessage('hi');
      },
      ['app_context_changed', 'message im'],
    ],
  ])('for %s with %j', async (_name, scopes, act, expected) => {
    expect(await typesHeard(scopes, act)).toEqual(expected);
  });

  it('say with a direct message which channel its writer has open', async () => {
    const { slack, received } = await start(undefined, { scopes: ['im:history'] });
    await slack.directMessage('before');
    await slack.lookAt('general');
    await slack.directMessage('after');
    const [before, changed, after] = received.map(({ body }) => JSON.parse(body).event);
    const entity = { type: 'slack#/types/channel_id', value: slack.channel('general').id };
    expect(before.app_context).toBeUndefined();
    expect(changed).toMatchObject({ user: slack.you.id, context: { entities: [entity] } });
    expect(after.app_context).toMatchObject({ entities: [entity] });
  });

  it('include those of the app itself and of other bots, marked as such', async () => {
    const { slack, received } = await start(undefined, { scopes: ['im:history', 'chat:write'] });
    await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${slack.botToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ channel: slack.directMessageChannel.id, text: 'mine' }),
    });
    await slack.idle();
    const other = slack.addUser({ name: 'reminder', isBot: true });
    await slack.directMessage('theirs', { user: other.id });
    expect(received.map(({ body }) => JSON.parse(body).event)).toMatchObject([
      { type: 'message', text: 'mine', bot_id: slack.botId, user: slack.bot.id },
      { type: 'message', text: 'theirs', bot_id: expect.stringMatching(/^B/), user: other.id },
    ]);
  });

  it('say which channel is shared with another organisation', async () => {
    const { slack, received } = await start();
    slack.addChannel({ name: 'partners', isExtShared: true });
    await slack.mention('hi', { channel: 'partners' });
    expect(JSON.parse(received[0]?.body ?? '{}').is_ext_shared_channel).toBe(true);
  });
});

describe('inviting the bot', () => {
  it('lets it hear the channel from then on', async () => {
    const { slack, received } = await start();
    await slack.mention('hi', { channel: 'lobby' });
    expect(slack.notices()).toMatchObject([
      { text: '@weather is not in this channel. Type "/invite @weather" first.' },
    ]);
    await slack.command('/invite @weather', { channel: 'lobby' });
    await slack.mention('hi', { channel: 'lobby' });
    const events = received.map(({ body }) => JSON.parse(body).event);
    expect(events.map(({ type }) => type)).toEqual(['member_joined_channel', 'app_mention']);
    expect(events[0]).toMatchObject({ user: slack.bot.id, inviter: slack.you.id });
    await expect(slack.command('/invite @weather', { channel: 'lobby' })).rejects.toThrow(
      'already in #lobby',
    );
    expect(received).toHaveLength(2);
  });
});

describe('uninstalling the app', () => {
  it('is told to it, and its token stops working', async () => {
    const { slack, received } = await start();
    await slack.uninstall();
    expect(received.map(({ body }) => JSON.parse(body).event.type).sort()).toEqual([
      'app_uninstalled',
      'tokens_revoked',
    ]);
    const headers = { authorization: `Bearer ${slack.botToken}` };
    const response = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST', headers });
    expect(await response.json()).toMatchObject({ ok: false, error: 'account_inactive' });
  });
});

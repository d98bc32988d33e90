import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LocalSlack } from '../src/index.js';
import { startRequestRecorder } from './request-recorder.js';
import { startWeatherSlack } from './weather-slack.js';

let slack: LocalSlack;
let recorder: Awaited<ReturnType<typeof startRequestRecorder>>;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 1, 12);
  recorder = await startRequestRecorder();
  slack = await startWeatherSlack({ page: false, now: () => now });
  slack.deliverTo(recorder.url);
});

afterEach(async () => {
  await slack.close();
  await recorder.close();
});

const plain = (text: string) => ({ type: 'plain_text', text });

async function post(blocks: unknown[], more: Record<string, unknown> = {}) {
  const method = more.user === undefined ? 'chat.postMessage' : 'chat.postEphemeral';
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: 'general', text: 'A reply', blocks, ...more }),
  });
  const answer = await response.json();
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const message = [...slack.messages(), ...slack.ephemerals()].at(-1);
  if (message === undefined) throw new Error('Nothing was posted.');
  return message;
}

const received = () =>
  JSON.parse(new URLSearchParams(recorder.received.at(-1)?.body).get('payload') ?? '{}');

const button = { type: 'button', action_id: 'go', text: plain('Go'), value: 'v' };
const actions = (...elements: unknown[]) => ({ type: 'actions', block_id: 'b', elements });

describe('a click', () => {
  it('is told with the message, its place, and ways to answer', async () => {
    const message = await post([actions(button)]);
    await slack.click(message, 'go');
    expect(received()).toMatchObject({
      type: 'block_actions',
      team: { id: slack.team.id },
      user: { id: slack.you.id, username: 'you', team_id: slack.team.id },
      api_app_id: slack.appId,
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: message.channel,
        is_ephemeral: false,
      },
      channel: { id: message.channel, name: 'general' },
      message: { ts: message.ts, text: 'A reply', bot_id: slack.botId },
      response_url: expect.stringContaining(`${slack.url}/commands/`),
      trigger_id: expect.any(String),
      actions: [
        {
          type: 'button',
          action_id: 'go',
          block_id: 'b',
          value: 'v',
          text: plain('Go'),
          action_ts: expect.any(String),
        },
      ],
    });
  });

  it('in an ephemeral message comes without the message, as Slack keeps none', async () => {
    const message = await post([actions(button)], { user: slack.you.id });
    await slack.click(message, 'go');
    expect(received().container.is_ephemeral).toBe(true);
    expect(received()).not.toHaveProperty('message');
  });

  const option = (value: string) => ({ text: plain(value), value });
  const options = [option('x'), option('y')];
  const feedback = {
    type: 'feedback_buttons',
    action_id: 'el',
    positive_button: { text: plain('Yes'), value: 'good' },
    negative_button: { text: plain('No'), value: 'bad' },
  };

  it.each([
    [
      'a select',
      actions({ type: 'static_select', action_id: 'el', options }),
      'y',
      { selected_option: option('y') },
    ],
    [
      'an overflow menu',
      actions({ type: 'overflow', action_id: 'el', options }),
      'x',
      { selected_option: option('x') },
    ],
    [
      'boxes',
      actions({ type: 'checkboxes', action_id: 'el', options }),
      '["x","y"]',
      { selected_options: options },
    ],
    [
      'a date',
      actions({ type: 'datepicker', action_id: 'el' }),
      '2026-11-05',
      { selected_date: '2026-11-05' },
    ],
    [
      'feedback',
      { type: 'context_actions', block_id: 'b', elements: [feedback] },
      'bad',
      { value: 'bad', text: plain('No') },
    ],
    [
      'an icon',
      {
        type: 'context_actions',
        block_id: 'b',
        elements: [
          { type: 'icon_button', action_id: 'el', icon: 'trash', text: plain('Bin'), value: '1' },
        ],
      },
      null,
      { icon: 'trash', value: '1' },
    ],
    [
      'what stands beside a section',
      {
        type: 'section',
        block_id: 'b',
        text: plain('a'),
        accessory: { ...button, action_id: 'el' },
      },
      null,
      { value: 'v' },
    ],
    [
      'what stands in a container',
      {
        type: 'container',
        title: plain('More'),
        child_blocks: [actions({ ...button, action_id: 'el' })],
      },
      null,
      { value: 'v' },
    ],
    [
      'what stands on a card of a carousel',
      {
        type: 'carousel',
        elements: [
          {
            type: 'card',
            block_id: 'b',
            title: { type: 'mrkdwn', text: 'a' },
            actions: [{ ...button, action_id: 'el' }],
          },
        ],
      },
      null,
      { value: 'v' },
    ],
  ])('of %s tells what was chosen', async (_name, block, value, chosen) => {
    const message = await post([block]);
    await slack.click(message, { actionId: 'el', blockId: 'b', value });
    expect(received().actions).toMatchObject([{ action_id: 'el', block_id: 'b', ...chosen }]);
  });

  it('of what is not there, or not on offer, is refused', async () => {
    const message = await post([
      actions({ type: 'static_select', action_id: 'el', options }),
      { type: 'context_actions', elements: [feedback] },
    ]);
    const before = recorder.received.length;
    await expect(slack.click(message, 'none')).rejects.toThrow(
      'There is nothing here called none.',
    );
    await expect(slack.click(message, { actionId: 'el', value: 'z' })).rejects.toThrow(
      'el has no option z.',
    );
    expect(recorder.received).toHaveLength(before);
  });

  it('gives names to blocks and elements that came without', async () => {
    const message = await post([
      { type: 'actions', elements: [{ type: 'button', text: plain('a') }] },
    ]);
    expect(message.blocks).toMatchObject([
      {
        block_id: expect.stringMatching(/.+/),
        elements: [{ action_id: expect.stringMatching(/.+/) }],
      },
    ]);
  });
});

describe('a response_url', () => {
  /** A new response_url: of a click on a message, or of a slash command. */
  async function urlOf(message?: Awaited<ReturnType<typeof post>>, channel = 'general') {
    if (message !== undefined) {
      await slack.click(message, 'go');
      return String(received().response_url);
    }
    await slack.command('/weather', { channel });
    return String(new URLSearchParams(recorder.received.at(-1)?.body).get('response_url'));
  }

  async function use(url: string, body: unknown) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, ...(await response.json()) };
  }

  it('answers the user alone, and everybody only when told so', async () => {
    const url = await urlOf();
    await use(url, { text: 'for you' });
    await use(url, { text: 'for all', response_type: 'in_channel' });
    expect(slack.ephemerals()).toMatchObject([{ text: 'for you' }]);
    expect(slack.messages('general')).toMatchObject([{ text: 'for all' }]);
  });

  it('works where the bot is no member', async () => {
    expect(await use(await urlOf(undefined, 'lobby'), { text: 'here' })).toMatchObject({
      ok: true,
    });
    expect(slack.ephemerals()).toMatchObject([{ text: 'here' }]);
  });

  it('can be used five times', async () => {
    const url = await urlOf();
    const answers = [];
    for (const text of ['1', '2', '3', '4', '5', '6']) answers.push(await use(url, { text }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 404]);
    expect(answers.at(-1)).toMatchObject({ ok: false, error: 'used_url' });
    expect(slack.ephemerals()).toHaveLength(5);
  });

  it('can be used for thirty minutes', async () => {
    const url = await urlOf();
    now += 30 * 60_000;
    expect(await use(url, { text: 'late' })).toMatchObject({ ok: true });
    now += 1;
    expect(await use(url, { text: 'later' })).toMatchObject({ status: 404, error: 'expired_url' });
  });

  it('must be one that Slack gave out', async () => {
    const url = `${slack.url}/commands/1/MADEUP`;
    expect(await use(url, { text: 'a' })).toMatchObject({ status: 404, ok: false });
  });

  it('replaces or removes the message that was pressed, and adds to it otherwise', async () => {
    const message = await post([actions(button)]);
    const url = await urlOf(message);
    await use(url, { text: 'added' });
    expect(slack.messages('general')).toMatchObject([{ text: 'A reply' }]);
    await use(url, { text: 'replaced', replace_original: 'true' });
    expect(slack.messages('general')).toMatchObject([{ ts: message.ts, text: 'replaced' }]);
    await use(url, { delete_original: true });
    expect(slack.messages('general')).toEqual([]);
    expect(slack.ephemerals()).toMatchObject([{ text: 'added' }]);
  });

  it.each([
    ['nothing', {}, 'no_text'],
    ['a bad block', { blocks: [{ type: 'nope' }] }, 'invalid_blocks'],
    ['an unknown response_type', { text: 'a', response_type: 'loud' }, 'invalid_payload'],
    ['a removal with nothing to remove', { delete_original: true }, 'message_not_found'],
  ])('refuses %s', async (_name, body, error) => {
    expect(await use(await urlOf(), body)).toMatchObject({ status: 400, ok: false, error });
    expect(slack.ephemerals()).toEqual([]);
  });

  it('fails when a test asks for it', async () => {
    slack.failNext('response_url', { status: 500 });
    const url = await urlOf();
    expect(await use(url, { text: 'a' })).toMatchObject({ status: 500 });
    expect(await use(url, { text: 'a' })).toMatchObject({ status: 200 });
  });
});

describe('waiting', () => {
  it('ends with what was waited for', async () => {
    const waited = slack.waitFor(() => slack.messages()[0]?.text);
    await slack.say('here');
    expect(await waited).toBe('here');
  });

  it('that is in vain says what the workspace showed instead', async () => {
    await slack.say('something else');
    const waited = slack.waitFor(() => false, { timeoutMs: 1 });
    await expect(waited).rejects.toThrow('something else');
  });
});

describe('A message shortcut', () => {
  it('carries the message that it was chosen for, and a response_url', async () => {
    const message = await slack.say('It will rain in *Leeds*');
    await slack.shortcut(message, 'forecast');
    expect(received()).toMatchObject({
      type: 'message_action',
      callback_id: 'forecast',
      message_ts: message.ts,
      channel: { id: message.channel },
      message: { type: 'message', text: message.text, ts: message.ts },
      user: { id: slack.you.id },
      response_url: expect.stringMatching(/^http/),
      trigger_id: expect.any(String),
    });
  });

  it('is refused where the app has none of that name, and on a message that one user sees', async () => {
    const message = await slack.say('Rain?');
    await expect(slack.shortcut(message, 'sunshine')).rejects.toThrow('no shortcut');
    const own = await post([], { user: slack.you.id });
    await expect(slack.shortcut(own, 'forecast')).rejects.toThrow('only you');
  });
});

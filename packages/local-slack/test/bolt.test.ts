import { request } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { LocalSlack, LocalSlackOptions } from '../src/index.js';
import { type Running, startBolt } from './bolt-app.js';

let running: Running | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function start(
  mode: 'http' | 'socket',
  register: (app: App, slack: LocalSlack) => void,
  options?: LocalSlackOptions,
): Promise<LocalSlack> {
  running = await startBolt(mode, register, options);
  return running.slack;
}

const button = {
  type: 'actions',
  block_id: 'choices',
  elements: [
    {
      type: 'button',
      action_id: 'share',
      text: { type: 'plain_text', text: 'Share' },
      value: 'leeds latest',
    },
  ],
};

const form = {
  type: 'modal' as const,
  callback_id: 'subscribe',
  private_metadata: 'C1',
  title: { type: 'plain_text' as const, text: 'Forecast' },
  submit: { type: 'plain_text' as const, text: 'Save' },
  blocks: [
    {
      type: 'input',
      block_id: 'city',
      label: { type: 'plain_text', text: 'City' },
      element: { type: 'plain_text_input', action_id: 'name', min_length: 3 },
    },
    {
      type: 'input',
      block_id: 'day',
      label: { type: 'plain_text', text: 'Day' },
      element: {
        type: 'static_select',
        action_id: 'weekday',
        options: ['monday', 'friday'].map((value) => ({
          text: { type: 'plain_text', text: value },
          value,
        })),
      },
    },
  ],
};

describe.each(['http', 'socket'] as const)('over %s, a Bolt app', (mode) => {
  it('answers a slash command to the asker alone', async () => {
    const slack = await start(mode, (app) => {
      app.command('/weather', async ({ ack, respond, command }) => {
        await ack();
        await respond(`You asked: ${command.text}`);
      });
    });
    await slack.command('/weather leeds latest');
    const reply = await slack.waitFor(() => slack.ephemerals()[0]);
    expect(reply).toMatchObject({ text: 'You asked: leeds latest', ephemeral: true });
    expect(slack.messages()).toEqual([]);
  });

  it('answers in the acknowledgement itself', async () => {
    const slack = await start(mode, (app) => {
      app.command('/weather', ({ ack }) => ack({ response_type: 'ephemeral', text: 'At once' }));
    });
    await slack.command('/weather');
    expect(slack.ephemerals()).toMatchObject([{ text: 'At once' }]);
  });

  it('answers a mention in its thread', async () => {
    const slack = await start(mode, (app) => {
      app.event('app_mention', async ({ event, say }) => {
        await say({ text: `Heard: ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
      });
    });
    const asked = await slack.mention('leeds?');
    const reply = await slack.waitFor(() => slack.replies(asked)[0]);
    expect(reply.text).toBe(`Heard: <@${slack.bot.id}> leeds?`);
  });

  it('answers a direct message, and not its own answer', async () => {
    const slack = await start(mode, (app) => {
      app.message(async ({ message, say }) => {
        if (message.subtype === undefined) await say(`Heard: ${message.text}`);
      });
    });
    await slack.directMessage('wind & <others>');
    await slack.waitFor(() => slack.attempts().length === 2);
    await slack.idle();
    expect(slack.messages().map(({ text }) => text)).toEqual([
      'wind &amp; &lt;others&gt;',
      'Heard: wind &amp; &lt;others&gt;',
    ]);
  });

  it('replaces a message when its button is pressed', async () => {
    const slack = await start(mode, (app) => {
      app.action('share', async ({ ack, respond, action, body }) => {
        await ack();
        const value = 'value' in action ? action.value : '';
        await respond({ replace_original: true, text: `${body.type}: ${value}` });
      });
      app.command('/weather', ({ ack }) => ack({ text: 'Press', blocks: [button] }));
    });
    await slack.command('/weather');
    const [message] = slack.ephemerals();
    if (message === undefined) throw new Error('Nothing was shown.');
    await slack.click(message, 'share');
    await slack.waitFor(() => slack.ephemerals()[0]?.text === 'block_actions: leeds latest');
    expect(slack.ephemerals()).toMatchObject([{ edited: true, blocks: [] }]);
  });

  it('opens a form, refuses a value with a sentence at its field, and takes a better one', async () => {
    const slack = await start(mode, (app) => {
      app.command('/weather', async ({ ack, client, command }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view: form });
      });
      app.view('subscribe', async ({ ack, view, client, body }) => {
        const city = view.state.values.city?.name?.value;
        const day = view.state.values.day?.weekday?.selected_option?.value;
        if (city !== 'Leeds') {
          await ack({ response_action: 'errors', errors: { city: 'No such city.' } });
          return;
        }
        await ack();
        await client.chat.postMessage({ channel: body.user.id, text: `${city} on ${day}` });
      });
    });
    await slack.command('/weather subscribe');
    const modal = await slack.waitFor(() => slack.modal());
    expect(slack.state().modal).toMatchObject({ title: 'Forecast', submit: 'Save', close: null });

    await slack.submit({ city: { name: 'Le' } });
    expect(modal.errors).toEqual({
      city: 'Must be at least 3 characters.',
      day: 'Please complete this required field.',
    });
    await slack.submit({ city: { name: 'Leds' }, day: { weekday: 'friday' } });
    expect(slack.state().modal?.errors).toEqual({ city: 'No such city.' });

    await slack.submit({ city: { name: 'Leeds' } });
    expect(slack.modal()).toBeNull();
    const post = await slack.waitFor(() => slack.messages(slack.directMessageChannel.id)[0]);
    expect(post.text).toBe('Leeds on friday');
  });

  it('publishes the Home tab when it is opened, and suggests prompts beside the messages', async () => {
    const prompts = [{ title: 'Latest', message: 'leeds latest' }];
    const slack = await start(mode, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        if (event.tab === 'home') {
          const blocks = [{ type: 'divider' }];
          await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
          return;
        }
        await client.apiCall('assistant.threads.setSuggestedPrompts', {
          channel_id: event.channel,
          prompts,
        });
      });
    });
    await slack.openHome('home');
    await slack.waitFor(() => slack.home());
    expect(slack.state().home?.blocks).toMatchObject([{ type: 'divider' }]);
    await slack.openHome('messages');
    await slack.waitFor(() => slack.state().prompts.length > 0);
    expect(slack.state().prompts).toEqual(prompts);
  });

  it('is told once when it acknowledges, and the asker is told when it does not', async () => {
    const slack = await start(mode, (app) => app.command('/weather', () => Promise.resolve()), {
      ackTimeoutMs: 100,
    });
    await slack.command('/weather');
    expect(slack.notices()).toMatchObject([
      { text: '/weather did not answer in time (operation_timeout)' },
    ]);
    expect(slack.attempts()).toHaveLength(1);
  });
});

describe('over http, a Bolt app', () => {
  it.each([
    ['a signature by another secret', { secret: 'another' }],
    ['a time stamp of six minutes ago', { age: 360 }],
  ])('refuses %s', async (_name, { secret, age = 0 }: { secret?: string; age?: number }) => {
    const slack = await start('http', (app) => {
      app.command('/weather', ({ ack }) => ack());
    });
    const body = 'command=%2Fweather&text=';
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const timestamp = Math.floor(Date.now() / 1000) - age;
    const good = slack.sign(body, timestamp);
    const headers = { ...type, ...good, ...(secret && { 'x-slack-signature': `v0=${secret}` }) };
    expect((await slack.sendRaw({ body, headers })).status).toBe(401);
    expect((await slack.sendRaw({ body, headers: { ...type, ...slack.sign(body) } })).status).toBe(
      200,
    );
  });
});

describe('over Socket Mode', () => {
  it('an event whose connection broke arrives over the next one, not marked as repeated', async () => {
    const retries: unknown[] = [];
    const slack = await start('socket', (app) => {
      app.event('app_mention', async ({ context }) => {
        retries.push(context.retryNum);
      });
    });
    const sending = slack.mention('leeds');
    slack.dropSockets();
    await sending;
    expect(slack.attempts().map(({ outcome }) => outcome)).toMatchObject([
      { acked: false, error: 'connection_lost' },
      { acked: true },
    ]);
    expect(retries.at(-1)).toBe(0);
  });

  it('long messages arrive whole in both directions', async () => {
    const long = 'ä'.repeat(39_000);
    const slack = await start('socket', (app) => {
      app.command('/weather', ({ ack, command }) => ack(command.text));
    });
    await slack.command(`/weather ${long}`);
    expect(slack.ephemerals()[0]?.text).toBe(long);
  });

  it('a client that is asked to reconnect does so, and hears what follows', async () => {
    const slack = await start('socket', (app) => {
      app.command('/weather', ({ ack }) => ack('here'));
    });
    slack.refreshSockets();
    await slack.waitFor(() => !slack.socketConnected());
    await slack.waitFor(() => slack.socketConnected());
    await slack.command('/weather');
    expect(slack.ephemerals()).toMatchObject([{ text: 'here' }]);
  });

  it('a connection without a ticket is refused', async () => {
    const slack = await start('socket', () => undefined);
    const outcome = await new Promise((resolve) => {
      const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-key': 'a' };
      const asked = request(`${slack.url}/link/?ticket=made-up`, { headers });
      asked.on('response', ({ statusCode }) => resolve(statusCode));
      asked.on('upgrade', () => resolve('upgraded'));
      asked.end();
    });
    expect(outcome).toBe(403);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LocalSlack } from '../src/index.js';
import { startRequestRecorder } from './request-recorder.js';
import { startWeatherSlack } from './weather-slack.js';

const text = (words: string) => ({ type: 'plain_text', text: words });
const option = (value: string) => ({ text: text(value.toUpperCase()), value });

let slack: LocalSlack;
let recorder: Awaited<ReturnType<typeof startRequestRecorder>>;
let answer: unknown;

beforeEach(async () => {
  answer = '';
  recorder = await startRequestRecorder(() => ({
    body: answer === '' ? '' : JSON.stringify(answer),
  }));
  slack = await startWeatherSlack({ page: false });
  slack.deliverTo(recorder.url);
});
afterEach(async () => {
  await slack.close();
  await recorder.close();
});

const received = () =>
  JSON.parse(new URLSearchParams(recorder.received.at(-1)?.body).get('payload') ?? '{}');

/** Opens a form with one list that the app fills. */
async function openForm(element: Record<string, unknown>) {
  await slack.command('/weather');
  const trigger = new URLSearchParams(recorder.received.at(-1)?.body).get('trigger_id');
  const view = {
    type: 'modal',
    callback_id: 'form',
    title: text('Form'),
    submit: text('Save'),
    blocks: [
      {
        type: 'input',
        block_id: 'b',
        label: text('List'),
        element: { type: 'multi_external_select', action_id: 'a', ...element },
      },
    ],
  };
  const response = await fetch(`${slack.apiUrl}views.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ trigger_id: trigger, view }),
  });
  expect(await response.json()).toMatchObject({ ok: true });
  const form = slack.modal();
  if (!form) throw new Error('No form was opened.');
  return form;
}

const typed = (value: string) => ({ actionId: 'a', value });

describe('A list that the app fills', () => {
  it('asks it with what is typed, the view and no trigger', async () => {
    const form = await openForm({ min_query_length: 0 });
    answer = { options: [option('x'), option('y')] };
    expect(await slack.suggest(form, typed('q'))).toEqual([option('x'), option('y')]);
    expect(received()).toMatchObject({
      type: 'block_suggestion',
      action_id: 'a',
      block_id: 'b',
      value: 'q',
      container: { type: 'view', view_id: form.id },
      view: { id: form.id, callback_id: 'form' },
      user: { id: slack.you.id },
      team: { id: slack.team.id },
    });
    expect(received()).not.toHaveProperty('trigger_id');
  });

  it('asks nothing before three characters, or as many as the list wants', async () => {
    const form = await openForm({});
    const before = recorder.received.length;
    answer = { options: [option('x')] };
    expect(await slack.suggest(form, typed('ab'))).toEqual([]);
    expect(recorder.received).toHaveLength(before);
    expect(await slack.suggest(form, typed('abc'))).toEqual([option('x')]);
  });

  it('takes groups of options too', async () => {
    const form = await openForm({ min_query_length: 0 });
    answer = { option_groups: [{ label: text('Group'), options: [option('x')] }] };
    expect(await slack.suggest(form, typed(''))).toEqual([option('x')]);
  });

  it.each([
    ['no answer', ''],
    ['options without a text', { options: [{ value: 'x' }] }],
    ['more than a hundred', { options: Array.from({ length: 101 }, (_, at) => option(`o${at}`)) }],
  ])('refuses %s', async (_name, given) => {
    const form = await openForm({ min_query_length: 0 });
    answer = given;
    await expect(slack.suggest(form, typed(''))).rejects.toThrow('could not be loaded');
  });

  it('lets nothing be chosen but what was offered, or chosen from the start', async () => {
    const form = await openForm({ min_query_length: 0, initial_options: [option('z')] });
    answer = { options: [option('x')] };
    await slack.suggest(form, typed(''));
    answer = '';
    await expect(slack.submit({ b: { a: ['y'] } })).rejects.toThrow('a has no option y');
    await slack.submit({ b: { a: ['x', 'z'] } });
    expect(received().view.state.values.b.a).toEqual({
      type: 'multi_external_select',
      selected_options: [option('x'), option('z')],
    });
  });

  it('stands in messages too', async () => {
    await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        channel: 'general',
        text: 'Choose',
        blocks: [
          {
            type: 'actions',
            elements: [{ type: 'external_select', action_id: 'a', min_query_length: 0 }],
          },
        ],
      }),
    });
    const [message] = slack.messages('general');
    if (!message) throw new Error('Nothing was posted.');
    answer = { options: [option('x')] };
    await slack.suggest(message, typed(''));
    expect(received()).toMatchObject({
      container: { message_ts: message.ts },
      channel: { name: 'general' },
    });
    answer = '';
    await slack.click(message, { actionId: 'a', value: 'x' });
    expect(received().actions).toMatchObject([{ selected_option: option('x') }]);
  });
});

describe('The people of a channel', () => {
  const members = async (args: Record<string, unknown>) => {
    const response = await fetch(`${slack.apiUrl}conversations.members`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    return response.json();
  };

  it('come page by page', async () => {
    const added = slack.addUser({ name: 'Firstname Lastname' });
    slack.addUser({ name: 'Not In It' });
    const channel = slack.addChannel({ name: 'few', members: [slack.you.id, added.id] }).id;
    const first = await members({ channel, limit: 2 });
    expect(first.members).toEqual([slack.you.id, added.id]);
    const { next_cursor: cursor } = first.response_metadata;
    expect(await members({ channel, limit: 2, cursor })).toMatchObject({
      members: [slack.bot.id],
      response_metadata: { next_cursor: '' },
    });
    expect(await members({ channel, cursor: 'nonsense' })).toMatchObject({
      error: 'invalid_cursor',
    });
  });

  it('alone can write in it', async () => {
    const stranger = slack.addUser({ name: 'Firstname Lastname' });
    const channel = slack.addChannel({ name: 'few', members: [slack.you.id] }).id;
    const where = { channel, user: stranger.id };
    await expect(slack.command('/weather help', where)).rejects.toThrow('is not in #few');
    await expect(slack.say('Hello', where)).rejects.toThrow('is not in #few');
    await slack.command('/weather help', { channel });
  });
});

describe('A late answer', () => {
  it('comes as it would have come, later', async () => {
    slack.failNext('auth.test', { delayMs: 300 });
    const began = performance.now();
    const response = await fetch(`${slack.apiUrl}auth.test`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
    });
    expect(await response.json()).toMatchObject({ ok: true });
    expect(performance.now() - began).toBeGreaterThan(250);
  });
});

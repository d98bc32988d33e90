import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LocalSlack } from '../src/index.js';
import { startRequestRecorder } from './request-recorder.js';
import { startWeatherSlack } from './weather-slack.js';

let slack: LocalSlack;
let recorder: Awaited<ReturnType<typeof startRequestRecorder>>;
let now: number;
let answer: unknown;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 1, 12);
  answer = '';
  recorder = await startRequestRecorder(() => ({
    headers: { 'content-type': 'application/json' },
    body: answer === '' ? '' : JSON.stringify(answer),
  }));
  slack = await startWeatherSlack({ page: false, now: () => now });
  slack.deliverTo(recorder.url);
});

afterEach(async () => {
  await slack.close();
  await recorder.close();
});

async function call(method: string, args: Record<string, unknown>) {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${slack.botToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(args),
  });
  const read: { ok: boolean; error?: string; view?: { id: string; hash: string } } =
    await response.json();
  return read;
}

/** The payload of the newest interaction, or the form of the newest command. */
function received() {
  const form = new URLSearchParams(recorder.received.at(-1)?.body);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : JSON.parse(payload);
}

async function trigger(): Promise<string> {
  const before = answer;
  answer = '';
  await slack.command('/weather');
  answer = before;
  return received().trigger_id;
}

const text = (words: string) => ({ type: 'plain_text', text: words });
const input = (block_id: string, element: Record<string, unknown>, more = {}) => ({
  type: 'input',
  block_id,
  label: text(block_id),
  element: { action_id: 'a', ...element },
  ...more,
});
const modal = (blocks: unknown[], more = {}) => ({
  type: 'modal',
  title: text('Form'),
  submit: text('Send'),
  blocks,
  ...more,
});
const open = async (view: unknown) => call('views.open', { trigger_id: await trigger(), view });

describe('a trigger', () => {
  const view = modal([{ type: 'divider' }]);

  it('opens one modal', async () => {
    const trigger_id = await trigger();
    expect(await call('views.open', { trigger_id, view })).toMatchObject({ ok: true });
    expect(await call('views.open', { trigger_id, view })).toMatchObject({
      ok: false,
      error: 'exchanged_trigger_id',
    });
  });

  it('is good for three seconds', async () => {
    const trigger_id = await trigger();
    now += 3_001;
    expect(await call('views.open', { trigger_id, view })).toMatchObject({
      error: 'expired_trigger_id',
    });
  });

  it('must be one that Slack gave out, and is not used up by a bad view', async () => {
    expect(await call('views.open', { trigger_id: '1.2.3', view })).toMatchObject({
      error: 'invalid_trigger_id',
    });
    const trigger_id = await trigger();
    const bad = modal([{ type: 'nope' }]);
    expect(await call('views.open', { trigger_id, view: bad })).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(await call('views.open', { trigger_id, view })).toMatchObject({ ok: true });
  });
});

describe('a view', () => {
  it.each([
    [
      'a title of 25 characters',
      modal([], { title: text('x'.repeat(25)) }),
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      'a submit label of 25 characters',
      modal([], { submit: text('x'.repeat(25)) }),
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      'an unknown field',
      modal([], { colour: 'red' }),
      'invalid additional property: colour [json-pointer:/view]',
    ],
    [
      'no title',
      { type: 'modal', blocks: [] },
      'missing required field: title [json-pointer:/view]',
    ],
    [
      'an input and no submit',
      { type: 'modal', title: text('a'), blocks: [input('b', { type: 'plain_text_input' })] },
      'missing required field: submit [json-pointer:/view]',
    ],
    [
      '101 blocks',
      modal(Array(101).fill({ type: 'divider' })),
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'private metadata of 3,001 characters',
      modal([], { private_metadata: 'x'.repeat(3_001) }),
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'a container, which is for messages',
      modal([{ type: 'container', title: text('a'), child_blocks: [{ type: 'divider' }] }]),
      'unsupported type: container [json-pointer:/view/blocks/0/type]',
    ],
  ])('with %s is refused', async (_name, view, message) => {
    expect(await open(view)).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: [`[ERROR] ${message}`] },
    });
  });

  it('of 100 blocks is taken', async () => {
    expect(await open(modal(Array(100).fill({ type: 'divider' })))).toMatchObject({ ok: true });
  });

  it('keeps what was typed when it is updated, unless its hash is old', async () => {
    const field = input('name', { type: 'plain_text_input' }, { optional: true });
    const { view: { id: view_id = '', hash = '' } = {} } = await open(modal([field]));
    answer = { response_action: 'errors', errors: { name: 'No.' } };
    await slack.submit({ name: { a: 'Leeds' } });
    expect(slack.modal()?.errors).toEqual({ name: 'No.' });
    const view = modal([field, { type: 'divider' }]);
    expect(await call('views.update', { view_id, hash, view })).toMatchObject({ ok: true });
    expect(slack.modal()).toMatchObject({
      state: { name: { a: { value: 'Leeds' } } },
      errors: {},
    });
    expect(await call('views.update', { view_id, hash, view })).toMatchObject({
      error: 'hash_conflict',
    });
    expect(await call('views.update', { view_id: 'V0', view })).toMatchObject({
      error: 'not_found',
    });
  });

  it('can have two others on it, and no third', async () => {
    await open(modal([], { external_id: 'one' }));
    const push = async (view: unknown) => call('views.push', { trigger_id: await trigger(), view });
    expect(await push(modal([], { external_id: 'one' }))).toMatchObject({
      error: 'duplicate_external_id',
    });
    expect(await push(modal([]))).toMatchObject({ ok: true });
    expect(await push(modal([]))).toMatchObject({ ok: true });
    expect(await push(modal([]))).toMatchObject({ error: 'push_limit_reached' });
    await slack.dismiss();
    expect(slack.modals()).toHaveLength(2);
  });
});

describe('submitting', () => {
  const option = (value: string) => ({ text: text(value), value });
  const options = [option('a'), option('b')];

  it('tells every kind of value in the shape that Slack uses', async () => {
    await open(
      modal([
        input('words', { type: 'plain_text_input' }),
        input('mail', { type: 'email_text_input' }),
        input('link', { type: 'url_text_input' }),
        input('number', { type: 'number_input', is_decimal_allowed: false }),
        input('one', { type: 'static_select', options }),
        input('several', { type: 'multi_static_select', options }),
        input('boxes', { type: 'checkboxes', options, initial_options: [option('b')] }),
        input('radio', { type: 'radio_buttons', options }),
        input('day', { type: 'datepicker' }),
        input('time', { type: 'timepicker' }),
        input('moment', { type: 'datetimepicker' }),
        input('user', { type: 'users_select' }),
        input('place', { type: 'conversations_select', response_url_enabled: true }),
        input('left', { type: 'plain_text_input' }, { optional: true }),
      ]),
    );
    const { id: place } = slack.channel('general');
    await slack.submit({
      words: { a: 'Leeds' },
      mail: { a: 'someone@example.org' },
      link: { a: 'https://example.org' },
      number: { a: '3' },
      one: { a: 'b' },
      several: { a: ['a', 'b'] },
      radio: { a: { type: 'radio_buttons', selected_option: option('a') } },
      day: { a: '2026-11-02' },
      time: { a: '09:30' },
      moment: { a: '1790000000' },
      user: { a: slack.you.id },
      place: { a: place },
    });
    expect(slack.modal()).toBeNull();
    expect(received()).toMatchObject({
      type: 'view_submission',
      user: { id: slack.you.id, username: 'you' },
      response_urls: [{ block_id: 'place', action_id: 'a', channel_id: place }],
      view: {
        state: {
          values: {
            words: { a: { type: 'plain_text_input', value: 'Leeds' } },
            number: { a: { type: 'number_input', value: '3' } },
            one: { a: { type: 'static_select', selected_option: option('b') } },
            several: { a: { selected_options: options } },
            boxes: { a: { type: 'checkboxes', selected_options: [option('b')] } },
            radio: { a: { selected_option: option('a') } },
            day: { a: { selected_date: '2026-11-02' } },
            time: { a: { selected_time: '09:30' } },
            moment: { a: { selected_date_time: 1_790_000_000 } },
            user: { a: { selected_user: slack.you.id } },
            place: { a: { selected_conversation: place } },
            left: { a: { type: 'plain_text_input', value: null } },
          },
        },
      },
    });
  });

  it.each([
    ['nothing', { type: 'plain_text_input' }, '', 'Please complete this required field.'],
    [
      'too little',
      { type: 'plain_text_input', min_length: 3 },
      'ab',
      'Must be at least 3 characters.',
    ],
    [
      'too much',
      { type: 'plain_text_input', max_length: 2 },
      'abc',
      'Must be no more than 2 characters.',
    ],
    ['no address', { type: 'email_text_input' }, 'me', 'Please enter a valid email address.'],
    ['no link', { type: 'url_text_input' }, 'me', 'Please enter a valid URL.'],
    [
      'no number',
      { type: 'number_input', is_decimal_allowed: true },
      'x',
      'Please enter a number.',
    ],
    [
      'a fraction',
      { type: 'number_input', is_decimal_allowed: false },
      '1.5',
      'Please enter a whole number.',
    ],
    [
      'a small number',
      { type: 'number_input', is_decimal_allowed: false, min_value: '2' },
      '1',
      'Must be at least 2.',
    ],
    [
      'a large number',
      { type: 'number_input', is_decimal_allowed: false, max_value: '2' },
      '3',
      'Must be no more than 2.',
    ],
  ])(
    '%s is refused by the form itself, unheard by the app',
    async (_name, element, value, error) => {
      await open(modal([input('field', element)]));
      const before = recorder.received.length;
      await slack.submit({ field: { a: value } });
      expect(slack.modal()?.errors).toEqual({ field: error });
      expect(recorder.received).toHaveLength(before);
    },
  );

  it('can be answered with another view, on top or in place', async () => {
    await open(modal([]));
    answer = { response_action: 'push', view: modal([], { title: text('Second') }) };
    await slack.submit();
    expect(slack.state().modal?.title).toBe('Second');
    answer = { response_action: 'update', view: modal([], { title: text('Changed') }) };
    await slack.submit();
    expect(slack.state().modal?.title).toBe('Changed');
    expect(slack.modals()).toHaveLength(2);
    answer = { response_action: 'clear' };
    await slack.submit();
    expect(slack.modals()).toEqual([]);
  });

  it.each([
    ['an error for no field of the form', { response_action: 'errors', errors: { none: 'No.' } }],
    ['a view that breaks a rule', { response_action: 'update', view: { type: 'modal' } }],
    ['an unknown action', { response_action: 'dance' }],
  ])('answered with %s leaves the form open and says so', async (_name, given) => {
    await open(modal([]));
    answer = given;
    await slack.submit();
    expect(slack.modals()).toHaveLength(1);
    expect(slack.notices()).toMatchObject([
      { text: expect.stringContaining('We had some trouble connecting. Try again?') },
    ]);
  });
});

describe('closing a form', () => {
  it('is told to an app that asked to know', async () => {
    await open(modal([], { notify_on_close: true, clear_on_close: true }));
    await slack.dismiss();
    expect(received()).toMatchObject({ type: 'view_closed', is_cleared: true });
    expect(slack.modal()).toBeNull();
  });

  it('is told to no other', async () => {
    await open(modal([]));
    const before = recorder.received.length;
    await slack.dismiss();
    expect(recorder.received).toHaveLength(before);
    await expect(slack.dismiss()).rejects.toThrow('No form is open.');
  });
});

describe('the Home tab', () => {
  it('is each user’s own, and its buttons tell which view they stand in', async () => {
    const blocks = [
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'go', text: text('Go'), value: '1' }],
      },
    ];
    const user_id = slack.you.id;
    expect(await call('views.publish', { user_id, view: { type: 'home', blocks } })).toMatchObject({
      ok: true,
    });
    const home = slack.home();
    if (home === null) throw new Error('There is no Home tab.');
    await slack.click(home, 'go');
    expect(received()).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: home.id },
      view: { id: home.id, type: 'home' },
      actions: [{ type: 'button', action_id: 'go', value: '1' }],
    });
    expect(received()).not.toHaveProperty('response_url');
    await slack.openHome('home');
    const event = JSON.parse(recorder.received.at(-1)?.body ?? '{}').event;
    expect(event).toMatchObject({ type: 'app_home_opened', tab: 'home', view: { id: home.id } });
  });

  it('takes no modal, and no modal takes its place', async () => {
    const home = { type: 'home', blocks: [] };
    expect(await open(home)).toMatchObject({ error: 'invalid_arguments' });
    const args = { user_id: slack.you.id, view: modal([]) };
    expect(await call('views.publish', args)).toMatchObject({ error: 'invalid_arguments' });
    expect(await call('views.publish', { user_id: 'U0', view: home })).toMatchObject({
      error: 'invalid_arguments',
    });
  });
});

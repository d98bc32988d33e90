import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LocalSlack } from '../src/index.js';
import { startWeatherSlack } from './weather-slack.js';

let slack: LocalSlack;

beforeAll(async () => {
  slack = await startWeatherSlack({ page: false, retryDelaysMs: [] });
});

afterAll(() => slack.close());

type Answer = { ok: boolean; error?: string; response_metadata?: { messages: string[] } };

async function call(method: string, args: Record<string, unknown>): Promise<Answer> {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  return response.json();
}

const post = (blocks: unknown) =>
  call('chat.postMessage', { channel: 'general', text: 'a', blocks });
const publish = (blocks: unknown) =>
  call('views.publish', { user_id: slack.you.id, view: { type: 'home', blocks } });

const x = (length: number) => 'x'.repeat(length);
const plain = (text = 'a') => ({ type: 'plain_text', text });
const mrkdwn = (text = 'a') => ({ type: 'mrkdwn', text });
const option = (value = 'v', more = {}) => ({ text: plain(), value, ...more });
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
const button = (more = {}) => ({ type: 'button', text: plain(), ...more });
const image = { type: 'image', image_url: 'https://example.org/a.png', alt_text: 'a' };
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const section = (more: Record<string, unknown>) => ({ type: 'section', ...more });
const richText = (...elements: unknown[]) => ({ type: 'rich_text', elements });
const words = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
const word = (text = 'a', more = {}) => ({ type: 'text', text, ...more });
const cell = (text = 'a') => ({ type: 'raw_text', text });
const table = (rows: unknown[][], more = {}) => ({
  type: 'data_table',
  caption: 'a',
  rows,
  ...more,
});
const container = (more: Record<string, unknown>) => ({
  type: 'container',
  title: plain(),
  child_blocks: [{ type: 'divider' }],
  ...more,
});
const confirm = {
  title: plain(),
  text: mrkdwn(),
  confirm: plain(),
  deny: plain(),
  style: 'danger',
};

/** One whole block of every type that a message may hold. */
const whole: [string, Record<string, unknown>][] = [
  [
    'actions',
    actions(...times(25, (i) => button({ action_id: `${i}`, style: 'primary', confirm }))),
  ],
  [
    'card',
    {
      type: 'card',
      hero_image: image,
      icon: image,
      title: mrkdwn(x(150)),
      subtitle: mrkdwn(x(150)),
      body: mrkdwn(x(200)),
      actions: [button({ url: 'https://example.org' })],
    },
  ],
  ['carousel', { type: 'carousel', elements: times(10, () => ({ type: 'card', body: mrkdwn() })) }],
  [
    'container',
    container({
      title: plain(x(150)),
      subtitle: mrkdwn(x(150)),
      icon: image,
      width: 'wide',
      is_collapsible: true,
      default_collapsed: true,
      child_blocks: times(10, () => richText(words(word()))),
    }),
  ],
  ['context', { type: 'context', elements: [image, plain(), ...times(8, () => mrkdwn())] }],
  [
    'context_actions',
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'useful',
          positive_button: { text: plain(x(75)), value: x(2000), accessibility_label: x(75) },
          negative_button: { text: plain(), value: 'b' },
        },
        { type: 'icon_button', action_id: 'bin', icon: 'trash', text: plain(), confirm },
      ],
    },
  ],
  [
    'data_table',
    table(
      [
        times(20, () => cell('column')),
        ...times(100, () => times(20, () => ({ type: 'raw_number', value: 1, text: '1' }))),
      ],
      { page_size: 100, row_header_column_index: 19 },
    ),
  ],
  ['divider', { type: 'divider', block_id: x(255) }],
  ['file', { type: 'file', source: 'remote', external_id: 'a' }],
  ['header', { type: 'header', text: plain(x(150)) }],
  ['image', { ...image, alt_text: x(2000), title: plain(x(2000)) }],
  ['markdown', { type: 'markdown', text: x(12_000) }],
  [
    'plan',
    {
      type: 'plan',
      title: 'a',
      tasks: [{ type: 'task_card', task_id: '1', title: 'a', status: 'complete' }],
    },
  ],
  [
    'rich_text',
    richText(
      words(
        word('a', {
          style: { bold: true, italic: true, strike: true, code: true, underline: true },
        }),
        { type: 'link', url: 'https://example.org', text: 'a' },
        { type: 'emoji', name: 'wave' },
        { type: 'user', user_id: 'U1' },
        { type: 'usergroup', usergroup_id: 'S1' },
        { type: 'channel', channel_id: 'C1' },
        { type: 'team', team_id: 'T1' },
        { type: 'broadcast', range: 'here' },
        { type: 'color', value: '#ff0000' },
        { type: 'date', timestamp: 1_790_000_000, format: '{date_long}', fallback: 'a day' },
      ),
      { type: 'rich_text_list', style: 'bullet', indent: 8, border: 1, elements: [words(word())] },
      { type: 'rich_text_quote', border: 0, elements: [word()] },
      { type: 'rich_text_preformatted', elements: [word(), { type: 'link', url: 'a' }] },
    ),
  ],
  ['section', section({ text: mrkdwn(x(3000)), accessory: image, expand: true })],
  ['section of fields', section({ fields: times(10, () => plain(x(1000))) })],
  [
    'table',
    {
      type: 'table',
      rows: times(100, () => times(20, () => cell())),
      column_settings: [{ align: 'right', is_wrapped: true }],
    },
  ],
  [
    'task_card',
    {
      type: 'task_card',
      task_id: '1',
      title: 'a',
      status: 'pending',
      details: richText(words(word())),
      sources: [{ type: 'url', url: 'https://example.org', text: 'a' }],
    },
  ],
  [
    'video',
    {
      type: 'video',
      video_url: 'https://example.org/v',
      thumbnail_url: 'https://example.org/t',
      alt_text: 'a',
      title: plain(x(199)),
      author_name: x(49),
    },
  ],
  ...Object.entries({
    static_select: { options: times(100, (i) => option(`${i}`)), placeholder: plain(x(150)) },
    multi_static_select: {
      option_groups: [{ label: plain(x(75)), options: [option(x(150))] }],
      max_selected_items: 1,
    },
    external_select: { min_query_length: 0 },
    multi_external_select: {},
    users_select: { initial_user: 'U1' },
    multi_users_select: {},
    conversations_select: { filter: { include: ['public'] } },
    multi_conversations_select: {},
    channels_select: { response_url_enabled: true },
    multi_channels_select: {},
    checkboxes: { options: times(10, (i) => ({ text: mrkdwn(), value: `${i}` })) },
    radio_buttons: { options: [option('a', { description: plain(x(75)) })] },
    overflow: { options: times(5, (i) => option(`${i}`, { url: 'https://example.org' })) },
    datepicker: { initial_date: '2026-11-01' },
    datetimepicker: { initial_date_time: 1_790_000_000 },
    timepicker: { initial_time: '23:59' },
    rich_text_input: { min_lines: 1, max_lines: 100 },
    workflow_button: {
      text: plain(),
      workflow: { trigger: { url: 'https://example.org' } },
    },
  }).map(([type, more]): [string, Record<string, unknown>] => [
    `actions with ${type}`,
    actions({ type, action_id: 'a', ...more }),
  ]),
];

/** What is wrong, the blocks, the reason and the place that Slack names. */
const broken: [string, unknown, string, string][] = [
  ['an unknown type', [{ type: 'poster' }], 'unsupported type: poster', '/0/type'],
  ['no type', [{}], 'missing required field: type', '/0'],
  ['a block that is none', ['a'], 'must provide an object', '/0'],
  ['51 blocks', times(51, () => ({ type: 'divider' })), 'no more than 50 items allowed', ''],
  [
    'a field of its own',
    [{ type: 'divider', colour: 1 }],
    'invalid additional property: colour',
    '/0',
  ],
  [
    'an empty block_id',
    [{ type: 'divider', block_id: '' }],
    'must be more than 0 characters',
    '/0/block_id',
  ],
  [
    'a long block_id',
    [{ type: 'divider', block_id: x(256) }],
    'must be less than 256 characters',
    '/0/block_id',
  ],
  [
    'the same block_id twice',
    times(2, () => ({ type: 'divider', block_id: 'a' })),
    '`block_id` "a" already exists',
    '/1/block_id',
  ],
  [
    'the same block_id in a container',
    [
      { type: 'divider', block_id: 'a' },
      container({ child_blocks: [{ type: 'divider', block_id: 'a' }] }),
    ],
    '`block_id` "a" already exists',
    '/1/child_blocks/0/block_id',
  ],
  [
    'the same action_id twice',
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
    '`action_id` "a" already exists',
    '/0',
  ],
  ['no elements', [actions()], 'no less than 1 items allowed', '/0/elements'],
  [
    '26 elements',
    [actions(...times(26, () => button()))],
    'no more than 25 items allowed',
    '/0/elements',
  ],
  [
    'text typed in a message',
    [actions({ type: 'plain_text_input' })],
    'unsupported type: plain_text_input',
    '/0/elements/0/type',
  ],
  [
    'feedback among actions',
    [actions({ type: 'feedback_buttons' })],
    'unsupported type: feedback_buttons',
    '/0/elements/0/type',
  ],
  [
    'a button without text',
    [actions({ type: 'button' })],
    'missing required field: text',
    '/0/elements/0',
  ],
  [
    'a long button',
    [actions(button({ text: plain(x(76)) }))],
    'must be less than 76 characters',
    '/0/elements/0/text/text',
  ],
  [
    'a mrkdwn button',
    [actions(button({ text: mrkdwn() }))],
    'must be one of: plain_text',
    '/0/elements/0/text/type',
  ],
  [
    'a long button value',
    [actions(button({ value: x(2001) }))],
    'must be less than 2001 characters',
    '/0/elements/0/value',
  ],
  [
    'a button to nowhere',
    [actions(button({ url: 'example' }))],
    'must be a valid url',
    '/0/elements/0/url',
  ],
  [
    'a green button',
    [actions(button({ style: 'green' }))],
    'must be one of: primary, danger',
    '/0/elements/0/style',
  ],
  [
    'a button that is off',
    [actions(button({ disabled: true }))],
    'invalid additional property: disabled',
    '/0/elements/0',
  ],
  [
    'a long question',
    [actions(button({ confirm: { ...confirm, title: plain(x(101)) } }))],
    'must be less than 101 characters',
    '/0/elements/0/confirm/title/text',
  ],
  [
    '101 options',
    [actions({ type: 'static_select', options: times(101, (i) => option(`${i}`)) })],
    'no more than 100 items allowed',
    '/0/elements/0/options',
  ],
  [
    'no options',
    [actions({ type: 'static_select' })],
    'must have either options or option_groups',
    '/0/elements/0',
  ],
  [
    'a long option',
    [actions({ type: 'overflow', options: [option(x(151))] })],
    'must be less than 151 characters',
    '/0/elements/0/options/0/value',
  ],
  [
    '6 overflow options',
    [actions({ type: 'overflow', options: times(6, (i) => option(`${i}`)) })],
    'no more than 5 items allowed',
    '/0/elements/0/options',
  ],
  [
    '11 boxes',
    [actions({ type: 'checkboxes', options: times(11, (i) => option(`${i}`)) })],
    'no more than 10 items allowed',
    '/0/elements/0/options',
  ],
  [
    'no such day',
    [actions({ type: 'datepicker', initial_date: '2026-02-30' })],
    'must be a valid date',
    '/0/elements/0/initial_date',
  ],
  [
    'no such time',
    [actions({ type: 'timepicker', initial_time: '24:00' })],
    'must be a time as HH:mm',
    '/0/elements/0/initial_time',
  ],
  [
    'a card of nothing',
    [{ type: 'card', subtitle: mrkdwn() }],
    'must have a hero_image, title, body or actions',
    '/0',
  ],
  [
    'a long card',
    [{ type: 'card', body: mrkdwn(x(201)) }],
    'must be less than 201 characters',
    '/0/body/text',
  ],
  [
    '11 cards',
    [{ type: 'carousel', elements: times(11, () => ({ type: 'card', body: mrkdwn() })) }],
    'no more than 10 items allowed',
    '/0/elements',
  ],
  [
    '11 children',
    [container({ child_blocks: times(11, () => ({ type: 'divider' })) })],
    'no more than 10 items allowed',
    '/0/child_blocks',
  ],
  [
    'a container of containers',
    [container({ child_blocks: [container({})] })],
    'unsupported type: container',
    '/0/child_blocks/0/type',
  ],
  [
    'a container of data tables',
    [container({ child_blocks: [table([[cell()], [cell()]])] })],
    'unsupported type: data_table',
    '/0/child_blocks/0/type',
  ],
  [
    'a container of feedback',
    [container({ child_blocks: [{ type: 'context_actions' }] })],
    'unsupported type: context_actions',
    '/0/child_blocks/0/type',
  ],
  [
    'a nameless container',
    [container({ title: undefined })],
    'missing required field: title or rich_text_title',
    '/0/title',
  ],
  [
    'a closed container that cannot open',
    [container({ default_collapsed: true })],
    'requires is_collapsible',
    '/0/default_collapsed',
  ],
  [
    'a line under a foldable title',
    [container({ is_collapsible: true, has_header_divider: true })],
    'is not allowed with is_collapsible',
    '/0/has_header_divider',
  ],
  [
    '11 in a context',
    [{ type: 'context', elements: times(11, () => mrkdwn()) }],
    'no more than 10 items allowed',
    '/0/elements',
  ],
  [
    'a button in a context',
    [{ type: 'context', elements: [button()] }],
    'unsupported type: button',
    '/0/elements/0/type',
  ],
  [
    '6 context actions',
    [
      {
        type: 'context_actions',
        elements: times(6, () => ({ type: 'icon_button', icon: 'trash', text: plain() })),
      },
    ],
    'no more than 5 items allowed',
    '/0/elements',
  ],
  [
    'one-sided feedback',
    [
      {
        type: 'context_actions',
        elements: [{ type: 'feedback_buttons', positive_button: { text: plain(), value: 'a' } }],
      },
    ],
    'missing required field: negative_button',
    '/0/elements/0',
  ],
  [
    'a table without a caption',
    [{ type: 'data_table', rows: [[cell()], [cell()]] }],
    'missing required field: caption',
    '/0',
  ],
  ['a table of a header only', [table([[cell()]])], 'no less than 2 items allowed', '/0/rows'],
  ['102 rows', [table(times(102, () => [cell()]))], 'no more than 101 items allowed', '/0/rows'],
  [
    '21 columns',
    [table(times(2, () => times(21, () => cell())))],
    'no more than 20 items allowed',
    '/0/rows/0',
  ],
  [
    'rows of unequal length',
    [table([[cell(), cell()], [cell()]])],
    'every row must have the same number of cells',
    '/0/rows',
  ],
  [
    'an empty cell',
    [table([[cell()], [cell('')]])],
    'must be more than 0 characters',
    '/0/rows/1/0/text',
  ],
  [
    'rich text as a header',
    [table([[richText(words(word()))], [cell()]])],
    'unsupported type: rich_text in the header row',
    '/0/rows',
  ],
  [
    'a table of 10,001 characters',
    [table([[cell()], [cell(x(10_000))]])],
    'must be less than 10001 characters in all cells',
    '/0/rows',
  ],
  [
    'a row header that is no column',
    [table([[cell()], [cell()]], { row_header_column_index: 1 })],
    'must name a column of the table',
    '/0/row_header_column_index',
  ],
  [
    'pages of 101 rows',
    [table([[cell()], [cell()]], { page_size: 101 })],
    'must be no more than 100',
    '/0/page_size',
  ],
  [
    'two tables',
    times(2, () => ({ type: 'table', rows: [[cell()]] })),
    'only_one_table_allowed',
    '',
  ],
  [
    'a long header',
    [{ type: 'header', text: plain(x(151)) }],
    'must be less than 151 characters',
    '/0/text/text',
  ],
  [
    'a mrkdwn header',
    [{ type: 'header', text: mrkdwn() }],
    'must be one of: plain_text',
    '/0/text/type',
  ],
  [
    'an image without a description',
    [{ type: 'image', image_url: 'https://example.org' }],
    'missing required field: alt_text',
    '/0',
  ],
  [
    'an image from nowhere',
    [{ type: 'image', alt_text: 'a' }],
    'must have either an image_url or a slack_file',
    '/0',
  ],
  [
    'a long description',
    [{ ...image, alt_text: x(2001) }],
    'must be less than 2001 characters',
    '/0/alt_text',
  ],
  [
    'an input',
    [{ type: 'input', label: plain(), element: { type: 'plain_text_input' } }],
    'unsupported type: input',
    '/0/type',
  ],
  ['an alert', [{ type: 'alert', text: plain() }], 'unsupported type: alert', '/0/type'],
  [
    '12,001 characters of markdown',
    [{ type: 'markdown', text: x(12_001) }],
    'must be less than 12001 characters',
    '/0/text',
  ],
  [
    '12,001 characters of markdown in two',
    times(2, (i) => ({ type: 'markdown', text: x(6000 + i) })),
    'must be less than 12001 characters of markdown',
    '',
  ],
  ['rich text of nothing', [richText()], 'no less than 1 items allowed', '/0/elements'],
  [
    'rich text of an empty text',
    [richText(words(word('')))],
    'must be more than 0 characters',
    '/0/elements/0/elements/0/text',
  ],
  [
    'rich text of mrkdwn',
    [richText(words(mrkdwn()))],
    'unsupported type: mrkdwn',
    '/0/elements/0/elements/0/type',
  ],
  [
    'a list of words',
    [richText({ type: 'rich_text_list', style: 'bullet', elements: [word()] })],
    'must be one of: rich_text_section',
    '/0/elements/0/elements/0/type',
  ],
  [
    'a mention in preformatted text',
    [richText({ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] })],
    'unsupported type: user',
    '/0/elements/0/elements/0/type',
  ],
  [
    'a ninth indent',
    [richText({ type: 'rich_text_list', style: 'bullet', indent: 9, elements: [words(word())] })],
    'must be no more than 8',
    '/0/elements/0/indent',
  ],
  ['a section of nothing', [section({})], 'missing required field: text or fields', '/0/text'],
  [
    'a long section',
    [section({ text: mrkdwn(x(3001)) })],
    'must be less than 3001 characters',
    '/0/text/text',
  ],
  [
    'an empty section',
    [section({ text: mrkdwn('') })],
    'must be more than 0 characters',
    '/0/text/text',
  ],
  ['a section of a bare string', [section({ text: 'a' })], 'must provide an object', '/0/text'],
  [
    '11 fields',
    [section({ fields: times(11, () => plain()) })],
    'no more than 10 items allowed',
    '/0/fields',
  ],
  [
    'a long field',
    [section({ fields: [plain(x(2001))] })],
    'must be less than 2001 characters',
    '/0/fields/0/text',
  ],
  [
    'a time picker of date and time beside a section',
    [section({ text: plain(), accessory: { type: 'datetimepicker' } })],
    'unsupported type: datetimepicker',
    '/0/accessory/type',
  ],
  [
    '101 rows of a table',
    [{ type: 'table', rows: times(101, () => [cell()]) }],
    'no more than 100 items allowed',
    '/0/rows',
  ],
  [
    'a task of no state',
    [{ type: 'task_card', task_id: '1', title: 'a', status: 'done' }],
    'must be one of: pending, in_progress, complete, error',
    '/0/status',
  ],
  [
    'a video over plain HTTP',
    [
      {
        type: 'video',
        video_url: 'http://example.org',
        thumbnail_url: 'https://example.org',
        alt_text: 'a',
        title: plain(),
      },
    ],
    'must be a valid url',
    '/0/video_url',
  ],
];

describe('a message', () => {
  it.each(whole)('may hold a block: %s', async (_name, block) => {
    expect(await post([block])).toMatchObject({ ok: true });
  });

  it('may hold 50 blocks', async () => {
    expect(await post(times(50, () => ({ type: 'divider' })))).toMatchObject({ ok: true });
  });

  it.each(broken)(
    'with %s is refused, with the reason and the place',
    async (_name, blocks, reason, place) => {
      expect(await post(blocks)).toMatchObject({
        ok: false,
        error: 'invalid_blocks',
        response_metadata: {
          messages: expect.arrayContaining([`[ERROR] ${reason} [json-pointer:/blocks${place}]`]),
        },
      });
    },
  );

  it('of 13,200 characters is taken and one of 13,201 is refused', async () => {
    const sections = (last: number) => [
      ...times(4, () => section({ text: plain(x(3000)) })),
      section({ text: plain(x(last)) }),
    ];
    expect(await post(sections(1200))).toMatchObject({ ok: true });
    expect(await post(sections(1201))).toMatchObject({ ok: false, error: 'msg_blocks_too_long' });
  });
});

describe('a Home tab', () => {
  it.each([
    ['carousel', { type: 'carousel', elements: [{ type: 'card', body: mrkdwn() }] }],
    ['section', section({ text: mrkdwn() })],
    ['input', { type: 'input', label: plain(), element: { type: 'plain_text_input' } }],
  ])('may hold a block: %s', async (_name, block) => {
    expect(await publish([block])).toMatchObject({ ok: true });
  });

  it.each(['container', 'context_actions', 'data_table', 'markdown', 'table', 'alert'])(
    'may hold no %s',
    async (type) => {
      expect(await publish([{ type }])).toMatchObject({
        ok: false,
        error: 'invalid_arguments',
        response_metadata: {
          messages: [`[ERROR] unsupported type: ${type} [json-pointer:/view/blocks/0/type]`],
        },
      });
    },
  );
});

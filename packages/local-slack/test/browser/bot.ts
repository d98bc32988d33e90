import type { App } from '@slack/bolt';
import type { HomeView, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { type Running, startBolt } from '../bolt-app.js';
import { pageFolder } from './browser.js';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
const raw = (text: string) => ({ type: 'raw_text' as const, text });
const option = (label: string, value: string): PlainTextOption => ({ text: plain(label), value });

const quotation = (text: string): KnownBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text }] }],
});

/** What stands for the blocks where they are not seen. */
export const LATEST_TEXT = 'Leeds: heavy rain, measured on 4–15 December 2023.';
const LATEST_SPOKEN = `${LATEST_TEXT}\n“Too many buckets stand outside.” (Page 3)`;

/**
 * An answer with a table, a quotation and its citation, more that is folded away, and things to
 * click.
 */
export const LATEST: KnownBlock[] = [
  { type: 'header', text: plain(LATEST_TEXT) },
  {
    type: 'data_table',
    caption: 'Readings, newest first',
    page_size: 2,
    rows: [
      ['Area', 'December 2023', 'May 2019', 'October 2016'],
      ['City', 'Heavy rain', 'Light rain with sunny spells', 'Heavy rain'],
      ['Harbour', 'Heavy rain', 'Light rain with sunny spells', 'Heavy rain'],
      ['Airport', 'Light rain with sunny spells', 'Measured together', 'Heavy rain'],
    ].map((cells) => cells.map(raw)),
  },
  quotation('There are <sudden> failures & more'),
  {
    type: 'context',
    elements: [mrkdwn('Measured, 4–15 December 2023 · <https://example.com/report|Report>')],
  },
  {
    type: 'container',
    title: plain('More evidence'),
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: [{ type: 'section', text: mrkdwn('A second *quotation*') }],
  },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'timeline', text: plain('Timeline'), value: 'leeds' },
      {
        type: 'button',
        action_id: 'share',
        text: plain('Share to channel'),
        confirm: {
          title: plain('Share this answer?'),
          text: plain('Everybody sees it.'),
          confirm: plain('Share'),
          deny: plain('Keep'),
        },
      },
      {
        type: 'static_select',
        action_id: 'theme',
        placeholder: plain('Choose a theme'),
        options: [option('Airport', 'airport'), option('Strong winds', 'winds')],
      },
      {
        type: 'overflow',
        action_id: 'more',
        options: [option('Cite', 'cite'), option('Open', 'open')],
      },
    ],
  },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: { text: plain('Useful'), value: 'yes' },
        negative_button: { text: plain('Not useful'), value: 'no' },
      },
    ],
  },
];

/** Answers longer than any screen: what stands at their start, and what at their end. */
export const SOURCES_TEXT = 'Leeds: where the evidence comes from.';
export const TIMELINE_TEXT = 'Leeds: every day so far.';

const longAnswer = (title: string): KnownBlock[] => [
  { type: 'header', text: plain(title) },
  ...Array.from(
    { length: 40 },
    (_, position): KnownBlock => ({
      type: 'section',
      text: mrkdwn(`Line ${position + 1} of a long answer.`),
    }),
  ),
];

/** A table that no narrow column has room for. */
export const WIDE_TABLE: KnownBlock = {
  type: 'data_table',
  caption: 'Every reading, newest first',
  rows: [
    ['Reading', 'Date', 'Whole city', 'Harbour', 'Airport', 'What it says'],
    [
      'Measurements of the local weather station',
      '4–15 December 2023',
      'Heavy rain',
      'Heavy rain',
      'Light rain with sunny spells',
      'The wind has dropped since the last measurement, and too many buckets stand outside too long.',
    ],
    ['Short reading', '9 July 2024', 'Not measured', 'Not measured', 'Not measured', '–'],
  ].map((cells) => cells.map(raw)),
};

const THANKS: ModalView = {
  type: 'modal',
  title: plain('Thank you'),
  close: plain('Close'),
  blocks: [{ type: 'section', text: mrkdwn('Your reference is R-1.') }],
};

const HOME: HomeView = {
  type: 'home',
  blocks: [
    { type: 'header', text: plain('Your forecasts') },
    {
      type: 'section',
      text: mrkdwn('Leeds, every Monday'),
      accessory: {
        type: 'button',
        action_id: 'turn_off',
        style: 'danger',
        text: plain('Turn off'),
      },
    },
  ],
};

const FORM: ModalView = {
  type: 'modal',
  title: plain('Set up a forecast'),
  submit: plain('Save'),
  close: plain('Cancel'),
  blocks: [
    {
      type: 'input',
      block_id: 'city',
      label: plain('City'),
      element: {
        type: 'static_select',
        action_id: 'pick',
        options: [option('Leeds', 'LDS'), option('York', 'YRK')],
      },
    },
    {
      type: 'input',
      block_id: 'channel',
      label: plain('Post in'),
      element: { type: 'conversations_select', action_id: 'pick' },
    },
    {
      type: 'input',
      block_id: 'days',
      label: plain('Days'),
      element: {
        type: 'checkboxes',
        action_id: 'pick',
        options: [option('Monday', 'mon'), option('Friday', 'fri')],
      },
    },
    {
      type: 'input',
      block_id: 'note',
      optional: true,
      label: plain('Note'),
      element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 100 },
    },
  ],
};

/** A bot in a local Slack, and what it was received, in order. */
export type TestBot = Running & { received: unknown[] };

/**
 * Starts a local Slack with the compiled page and a small bot that answers commands, mentions and
 * direct messages. `/weather form` opens a form that refuses York, `/weather thanks` a modal that
 * only thanks; `/weather silence` is never acknowledged.
 */
export async function startTestBot(options: { port?: number } = {}): Promise<TestBot> {
  const received: unknown[] = [];
  const running = await startBolt('http', (app) => register(app, received), {
    ...options,
    page: pageFolder(),
    ackTimeoutMs: 1_000,
  });
  return { ...running, received };
}

function register(app: App, received: unknown[]): void {
  app.command('/weather', async ({ ack, respond, command, client }) => {
    if (command.text === 'silence') return;
    await ack();
    if (command.text === 'form')
      await client.views.open({ trigger_id: command.trigger_id, view: FORM });
    else if (command.text === 'thanks')
      await client.views.open({ trigger_id: command.trigger_id, view: THANKS });
    else if (command.text === 'leeds sources')
      await respond({ text: SOURCES_TEXT, blocks: longAnswer(SOURCES_TEXT) });
    else if (command.text === 'leeds timeline')
      await respond({ text: TIMELINE_TEXT, blocks: longAnswer(TIMELINE_TEXT) });
    else await respond({ text: LATEST_SPOKEN, blocks: LATEST });
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ thread_ts: event.thread_ts ?? event.ts, text: LATEST_SPOKEN, blocks: LATEST });
  });
  app.message(async ({ message, say }) => {
    if (
      message.subtype === undefined &&
      message.bot_id === undefined &&
      message.channel_type === 'im'
    )
      await say(`You wrote: ${message.text}`);
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: HOME });
  });
  app.action(/.*/, async ({ ack, action, respond }) => {
    await ack();
    received.push(action);
    if ('action_id' in action && action.action_id === 'timeline')
      await respond({ text: 'Measured in 2016, 2019 and 2023.', replace_original: false });
  });
  app.view(/.*/, async ({ ack, view }) => {
    const { values } = view.state;
    if (values.city?.pick?.selected_option?.value === 'YRK')
      return ack({
        response_action: 'errors',
        errors: { city: 'York is not in this record.' },
      });
    received.push(values);
    await ack();
  });
}

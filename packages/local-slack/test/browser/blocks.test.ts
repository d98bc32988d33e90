import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KnownBlock } from '@slack/types';
import type { Browser, Locator, Page } from 'playwright-core';
import type { State } from '../../src/contract.js';
import { LATEST, startTestBot, type TestBot } from './bot.js';
import { launchBrowser, openWindow, type Window } from './browser.js';

let browser: Browser;
let bot: TestBot;
let window: Window;
let page: Page;
let posted = 0;

beforeAll(async () => {
  browser = await launchBrowser();
  bot = await startTestBot();
  window = await openWindow(browser, bot.slack.url);
  page = window.page;
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
});

/** Has the bot post the blocks, and finds the message on the page. */
async function show(...blocks: KnownBlock[]): Promise<Locator> {
  posted += 1;
  const text = `Message number ${posted}.`;
  await bot.app.client.chat.postMessage({ channel: 'C0GENERAL', text, blocks });
  const message = page.getByRole('article', { name: text });
  await message.waitFor();
  return message;
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
const words = (text: string) => ({ type: 'text' as const, text });
const line = (text: string) => ({ type: 'rich_text_section' as const, elements: [words(text)] });
const texts = (found: Locator): Promise<string[]> => found.allTextContents();

describe('A data table', () => {
  it('is a table with a caption, column headers and row headers', async () => {
    const message = await show(...LATEST);
    const table = message.getByRole('table', { name: 'Readings, newest first' });
    expect(await texts(table.getByRole('columnheader'))).toEqual([
      'Area',
      'December 2023',
      'May 2019',
      'October 2016',
    ]);
    const harbour = table.getByRole('row', { name: 'Harbour' });
    expect(await texts(harbour.getByRole('rowheader'))).toEqual(['Harbour']);
    expect(await texts(harbour.getByRole('cell'))).toEqual([
      'Heavy rain',
      'Light rain with sunny spells',
      'Heavy rain',
    ]);
  });

  it('shows its first page, and the rest when asked', async () => {
    const message = await show(...LATEST);
    expect(await texts(message.getByRole('rowheader'))).toEqual(['City', 'Harbour']);
    await message.getByRole('button', { name: 'Show all 3 rows' }).click();
    expect(await texts(message.getByRole('rowheader'))).toEqual(['City', 'Harbour', 'Airport']);
  });
});

describe('Text in blocks', () => {
  it('is quoted letter for letter', async () => {
    const message = await show(...LATEST);
    expect(await texts(message.locator('blockquote'))).toEqual([
      'There are <sudden> failures & more',
    ]);
  });

  it('never becomes markup or a link that runs something', async () => {
    const hostile =
      '<img src=x onerror=alert(1)> <javascript:alert(1)|Good> [x](javascript:alert(1))';
    const message = await show(
      { type: 'section', text: mrkdwn(hostile) },
      { type: 'markdown', text: hostile },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [{ type: 'link', url: 'javascript:alert(1)', text: 'Good' }, words(hostile)],
          },
        ],
      },
    );
    expect(await message.locator('a, img, script').count()).toBe(0);
    expect((await message.textContent())?.split(hostile)).toHaveLength(4);
  });

  it('links open beside this page', async () => {
    const message = await show({
      type: 'context',
      elements: [mrkdwn('<https://example.com/a?b=1&amp;c=2|Report>')],
    });
    const link = message.getByRole('link', { name: 'Report (opens in a new tab)' });
    expect(await link.getAttribute('href')).toBe('https://example.com/a?b=1&c=2');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('names people and channels, not their ids', async () => {
    const message = await show(
      { type: 'section', text: mrkdwn(`<@${bot.slack.bot.id}> in <#C0LOBBY>`) },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'user', user_id: bot.slack.bot.id },
              words(' in '),
              { type: 'channel', channel_id: 'C0LOBBY' },
            ],
          },
        ],
      },
    );
    expect(await texts(message.locator('.prose'))).toEqual([
      '@weather in #lobby',
      '@weather in #lobby',
    ]);
  });

  it('has lists within lists', async () => {
    const message = await show({
      type: 'rich_text',
      elements: [
        { type: 'rich_text_list', style: 'ordered', elements: [line('First'), line('Second')] },
        {
          type: 'rich_text_list',
          style: 'bullet',
          indent: 1,
          elements: [line('Under the second')],
        },
        { type: 'rich_text_list', style: 'ordered', indent: 0, elements: [line('Other')] },
      ],
    });
    expect(await texts(message.locator('ol > li > ul > li'))).toEqual(['Under the second']);
    expect(await texts(message.locator('.rich-text > ol > li'))).toEqual([
      'First',
      'SecondUnder the second',
      'Other',
    ]);
  });
});

describe('What is folded away', () => {
  it('is closed at first and opens by its title', async () => {
    const message = await show(...LATEST);
    await message.getByText('A second quotation').waitFor({ state: 'hidden' });
    await message.getByText('More evidence').click();
    await message.getByText('A second quotation').waitFor();
  });
});

describe('An image', () => {
  it('from elsewhere is a link named by its alt text, as nothing is loaded from there', async () => {
    const message = await show({
      type: 'image',
      image_url: 'https://example.com/a.png',
      alt_text: 'A chart of grades',
    });
    await message.getByRole('link', { name: 'Image: A chart of grades' }).waitFor();
    expect(window.troubles).toEqual([]);
  });
});

describe('A chart', () => {
  it('has its bars in words, and is a table for whoever does not see them', async () => {
    const chart = {
      type: 'data_visualization',
      title: 'Rain by month',
      chart: {
        type: 'bar',
        series: [
          { name: 'Light', data: [{ label: 'May', value: 4 }] },
          { name: 'Heavy', data: [{ label: 'May', value: 2 }] },
        ],
        axis_config: { categories: ['May'] },
      },
    };
    // Slack's types do not have the block yet.
    const message = await show(chart as unknown as KnownBlock);
    const figure = message.getByRole('figure', { name: 'Rain by month' });
    await figure.getByText('As a table').click();
    const row = figure.getByRole('table', { name: 'Rain by month' }).getByRole('row').last();
    expect(await texts(row.getByRole('cell'))).toEqual(['4', '2']);
    const widths = await figure
      .locator('.chart-fill')
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(2, 1);
    expect(window.troubles).toEqual([]);
  });
});

describe('Every kind of block', () => {
  it('shows what it has to say', async () => {
    const message = await show(
      { type: 'section', fields: [mrkdwn('*In this record*'), plain('3 readings')] },
      { type: 'divider' },
      {
        type: 'table',
        rows: [[{ type: 'raw_text', text: 'Year' }], [{ type: 'raw_text', text: '2023' }]],
      },
      { type: 'carousel', elements: [{ type: 'card', title: mrkdwn('Card one') }] },
      { type: 'card', title: mrkdwn('Card two'), body: mrkdwn('Its body') },
      {
        type: 'plan',
        title: 'A plan',
        tasks: [{ type: 'task_card', task_id: '1', title: 'A step', status: 'complete' }],
      },
      {
        type: 'video',
        title: plain('A video'),
        alt_text: 'V',
        video_url: 'https://example.com/v',
        thumbnail_url: 'https://example.com/t.png',
        title_url: 'https://example.com/v',
      },
      { type: 'file', source: 'remote', external_id: 'report-1' },
      { type: 'markdown', text: '## A heading\n\n- a point' },
      {
        type: 'actions',
        elements: [
          { type: 'datepicker', action_id: 'day', placeholder: plain('Pick a day') },
          { type: 'timepicker', action_id: 'time', placeholder: plain('Pick a time') },
          {
            type: 'radio_buttons',
            action_id: 'radio',
            options: [{ text: plain('Weekly'), value: 'w' }],
          },
          {
            type: 'checkboxes',
            action_id: 'boxes',
            options: [{ text: plain('Only new'), value: 'n' }],
          },
        ],
      },
    );
    for (const words of [
      'In this record',
      '3 readings',
      '2023',
      'Card one',
      'Its body',
      'A plan',
      'A step',
      'Done',
      'A video',
      'report-1',
      'A heading',
      'a point',
    ])
      expect(await message.textContent()).toContain(words);
    await message.getByLabel('Pick a day').waitFor();
    await message.getByLabel('Pick a time').waitFor();
    await message.getByRole('radio', { name: 'Weekly' }).waitFor();
    await message.getByRole('checkbox', { name: 'Only new' }).waitFor();
    expect(await message.getByText('cannot be shown').count()).toBe(0);
  });

  it('that the page does not know says so in its place', async () => {
    const other = await openWindow(browser, bot.slack.url);
    await other.page.route('**/local/state', async (route) => {
      const response = await route.fetch();
      const state: State = await response.json();
      const message = state.messages.at(-1);
      if (message) message.blocks = [{ type: 'hologram' }, { type: 'constructor' }];
      await route.fulfill({ response, json: state });
    });
    await other.page.reload();
    await other.page.getByText('This block cannot be shown here: hologram').waitFor();
    await other.page.getByText('This block cannot be shown here: constructor').waitFor();
    // The page asks for its state again and again: one request may be under way.
    await other.page.unrouteAll({ behavior: 'ignoreErrors' });
    await other.context.close();
  });
});

describe('A screen reader', () => {
  it('is told the text of a new message, not its blocks', async () => {
    await show(...LATEST);
    const announced = page.getByRole('log', { name: 'New messages' });
    await announced.getByText(`weather: Message number ${posted}.`).waitFor();
    expect(await announced.textContent()).not.toContain('Judgements');
  });
});

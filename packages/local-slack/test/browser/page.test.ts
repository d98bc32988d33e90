import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import {
  LATEST_TEXT,
  SOURCES_TEXT,
  startTestBot,
  type TestBot,
  TIMELINE_TEXT,
  WIDE_TABLE,
} from './bot.js';
import { DESKTOP, launchBrowser, openWindow, PHONE, type Window } from './browser.js';

let browser: Browser;
let bot: TestBot;
let window: Window;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  bot = await startTestBot();
  window = await openWindow(browser, bot.slack.url);
  page = window.page;
});
afterEach(async () => {
  await window.context.close();
  await bot.stop();
});

const box = () => page.getByRole('textbox', { name: 'Message #general' });
const answer = () => page.getByRole('article', { name: LATEST_TEXT });
const thread = () => page.getByRole('complementary', { name: 'Thread' });

async function send(text: string): Promise<void> {
  await box().fill(text);
  await box().press('Enter');
}

const focused = (): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

describe('A newcomer at the local Slack', () => {
  it('finds examples, and a click on one is answered', async () => {
    await page.getByRole('button', { name: '/weather leeds latest' }).click();
    await answer().waitFor();
  });

  it('is told what the page is', async () => {
    await page.getByText('It knows nothing of the sky').first().waitFor();
  });

  it('types a slash command and reads an answer that nobody else sees', async () => {
    await send('/weather leeds latest');
    await answer().getByText('Only visible to you').waitFor();
    await answer().getByRole('heading', { name: 'Leeds: heavy rain' }).waitFor();
    expect(await box().inputValue()).toBe('');
    expect(bot.slack.messages()).toEqual([]);
  });

  it('hears of an answer its headline alone, and reads the rest', async () => {
    await send('/weather leeds latest');
    await answer().waitFor();
    const log = page.getByRole('log', { name: 'New messages' });
    await log.getByText(LATEST_TEXT).waitFor();
    expect(await log.textContent()).toBe(`weather: ${LATEST_TEXT}`);
  });

  it('sees what a command takes after "/", and Tab completes it', async () => {
    await box().pressSequentially('/we');
    await page.getByRole('list', { name: 'Suggestions' }).getByText('[city] [question]').waitFor();
    await box().press('Tab');
    expect(await box().inputValue()).toBe('/weather ');
  });

  it('completes a command that is only begun with Enter, and sends it with the next', async () => {
    await box().pressSequentially('/we');
    await box().press('Enter');
    expect(await box().inputValue()).toBe('/weather ');
    await box().pressSequentially('leeds latest');
    await box().press('Enter');
    await answer().waitFor();
  });

  it('sends a command that is whole', async () => {
    await send('/weather');
    await answer().waitFor();
    expect(await box().inputValue()).toBe('');
  });

  it('sees what was sent above its answer, and nobody else does', async () => {
    await send('/weather leeds latest');
    await answer().waitFor();
    await send('/weather leeds timeline');
    await page.getByRole('article', { name: TIMELINE_TEXT }).waitFor();
    expect(
      await page
        .locator('#messages')
        .getByText(/^You used|^Leeds: (heavy rain|every day)/)
        .allTextContents(),
    ).toEqual([
      'You used /weather leeds latest · Only visible to you',
      LATEST_TEXT,
      'You used /weather leeds timeline · Only visible to you',
      TIMELINE_TEXT,
    ]);
    expect(bot.slack.messages()).toEqual([]);
  });

  it('does not see a command that was refused among those used', async () => {
    await send('/nonsense');
    await page.getByText('/nonsense is not a valid command').waitFor();
    expect(await page.getByText('You used').count()).toBe(0);
  });

  it('mentions the bot, and the thread opens with the reply', async () => {
    await box().pressSequentially('@we');
    await box().press('Tab');
    await box().pressSequentially('wind?');
    await box().press('Enter');
    await thread().getByRole('article', { name: LATEST_TEXT }).waitFor();
    await page.getByRole('button', { name: '1 reply' }).waitFor();
    expect(await box().evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it('keeps the question in sight when the thread takes space from the conversation', async () => {
    await send('/weather leeds latest');
    await answer().waitFor();
    await send('@weather what about wind?');
    await thread().waitFor();
    const inSight = await page
      .locator('#messages')
      .getByRole('article', { name: 'what about wind?' })
      .evaluate(
        (node) =>
          new Promise((resolve) => {
            new IntersectionObserver((entries) => {
              if (entries.some(({ isIntersecting }) => isIntersecting)) resolve(true);
            }).observe(node);
          }),
      );
    expect(inSight).toBe(true);
  });

  it('asks again in the thread', async () => {
    await send('@weather leeds?');
    const reply = thread().getByRole('textbox');
    await reply.fill('@weather and york?');
    await reply.press('Enter');
    await page.getByRole('button', { name: '3 replies' }).waitFor();
    await thread().getByText('and york?').waitFor();
  });

  it('is told that commands do not work in threads', async () => {
    await send('@weather leeds?');
    await thread().getByRole('textbox').fill('/weather latest');
    await thread().getByText('Slash commands do not work in threads').waitFor();
  });

  it('writes to the bot alone', async () => {
    await page.getByRole('link', { name: 'Direct message' }).click();
    const direct = page.getByRole('textbox', { name: 'Message weather' });
    await direct.fill('temps & "kids running away"');
    await direct.press('Enter');
    await page.getByRole('article', { name: 'You wrote: temps & "kids running away"' }).waitFor();
  });

  it('sees that the bot is looking, and is told when it does not answer', async () => {
    await send('/weather silence');
    await page.getByText('weather is looking…').waitFor();
    await page.getByText(/^.weather (did not answer|failed)/).waitFor();
    await page.getByText('weather is looking…').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByText(/^.weather (did not answer|failed)/).waitFor({ state: 'detached' });
  });

  it('gets back what was typed when it is refused, and the reason', async () => {
    await send('/nonsense');
    await page.getByText('/nonsense is not a valid command').waitFor();
    expect(await box().inputValue()).toBe('/nonsense');
  });

  it('sees what is new elsewhere', async () => {
    await bot.app.client.chat.postMessage({ channel: 'C0HARBOUR', text: 'A forecast' });
    await page.getByRole('link', { name: 'harbour 1 new' }).click();
    await page.getByRole('article', { name: 'A forecast' }).waitFor();
    await page.getByRole('link', { name: 'harbour', exact: true }).waitFor();
  });
});

describe('Something to click', () => {
  beforeEach(async () => {
    await send('/weather leeds latest');
    await answer().waitFor();
  });

  it('tells the bot which button was pressed', async () => {
    await page.getByRole('button', { name: 'Timeline', exact: true }).click();
    await page.getByRole('article', { name: 'Measured in 2016, 2019 and 2023.' }).waitFor();
    expect(bot.received).toMatchObject([{ action_id: 'timeline', value: 'leeds' }]);
  });

  it('asks first where the bot wants that, and takes no for an answer', async () => {
    const share = page.getByRole('button', { name: 'Share to channel' });
    await share.click();
    await page
      .getByRole('dialog', { name: 'Share this answer?' })
      .getByRole('button', { name: 'Keep' })
      .click();
    await share.click();
    await page.keyboard.press('Escape');
    expect(bot.received).toEqual([]);
    await share.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Share' }).click();
    await bot.slack.waitFor(() => bot.received.length === 1);
    expect(bot.received).toMatchObject([{ action_id: 'share' }]);
  });

  it('can be a menu, a list or a reading of the answer', async () => {
    await page.locator('summary', { hasText: 'More options' }).click();
    await page.getByRole('button', { name: 'Cite' }).click();
    await page.getByRole('combobox', { name: 'Choose a theme' }).selectOption('Strong winds');
    await page.getByRole('button', { name: 'Useful', exact: true }).click();
    await page.getByRole('button', { name: 'Useful', exact: true, pressed: true }).waitFor();
    await bot.slack.waitFor(() => bot.received.length === 3);
    expect(bot.received).toMatchObject([
      { action_id: 'more', selected_option: { value: 'cite' } },
      { action_id: 'theme', selected_option: { value: 'winds' } },
      { action_id: 'feedback', value: 'yes' },
    ]);
  });

  it('chooses from a list by keyboard once, not at every arrow', async () => {
    const themes = page.getByRole('combobox', { name: 'Choose a theme' });
    await themes.focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.querySelector('select:open') !== null);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await bot.slack.waitFor(() => bot.received.length > 0);
    await bot.slack.idle();
    expect(bot.received).toMatchObject([
      { action_id: 'theme', selected_option: { value: 'winds' } },
    ]);
  });
});

describe('A form', () => {
  const form = () => page.getByRole('dialog', { name: 'Set up a forecast' });
  const city = () => form().getByRole('combobox', { name: 'City' });

  beforeEach(async () => {
    await send('/weather form');
    await form().waitFor();
  });

  it('begins at its first question', async () => {
    expect(await city().evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it('asks for what is missing before it is sent', async () => {
    await form().getByRole('button', { name: 'Save' }).click();
    expect(await form().getByText('Please complete this required field.').count()).toBe(3);
    expect(await city().getAttribute('aria-invalid')).toBe('true');
  });

  it('explains a refusal at its question and keeps what was entered', async () => {
    await city().selectOption('York');
    await form().getByRole('combobox', { name: 'Post in' }).selectOption('#lobby');
    await form().getByRole('checkbox', { name: 'Friday' }).check();
    await form().getByRole('textbox', { name: 'Note' }).fill('For the team');
    await form().getByRole('button', { name: 'Save' }).click();
    await form().getByText('York is not in this record.').waitFor();
    expect(await form().getByRole('textbox', { name: 'Note' }).inputValue()).toBe('For the team');

    await city().selectOption('Leeds');
    await form().getByRole('button', { name: 'Save' }).click();
    await form().waitFor({ state: 'hidden' });
    expect(bot.received).toMatchObject([
      {
        city: { pick: { type: 'static_select', selected_option: { value: 'LDS' } } },
        channel: { pick: { type: 'conversations_select', selected_conversation: 'C0LOBBY' } },
        days: { pick: { type: 'checkboxes', selected_options: [{ value: 'fri' }] } },
        note: { text: { type: 'plain_text_input', value: 'For the team' } },
      },
    ]);
    expect(await box().evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it.each(['Escape', 'Cancel', 'Close'])('is left by %s', async (way) => {
    if (way === 'Escape') await page.keyboard.press('Escape');
    else await form().getByRole('button', { name: way }).click();
    await form().waitFor({ state: 'hidden' });
    expect(bot.slack.modal()).toBeNull();
  });
});

describe('A modal that only thanks', () => {
  const thanks = () => page.getByRole('dialog', { name: 'Thank you' });

  it('is not shown again by a page that is opened later, which shows the modals of its own', async () => {
    await send('/weather thanks');
    await thanks().waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '#general' }).waitFor();
    expect(await thanks().count()).toBe(0);
    await send('/weather form');
    await page.getByRole('dialog', { name: 'Set up a forecast' }).waitFor();
  });
});

describe('The Home tab', () => {
  it('shows what the bot publishes, and its buttons work', async () => {
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('heading', { level: 2, name: 'Your forecasts' }).waitFor();
    await page.getByRole('button', { name: 'Turn off' }).click();
    await bot.slack.waitFor(() => bot.received.length === 1);
    expect(bot.received).toMatchObject([{ action_id: 'turn_off' }]);
  });

  it('says what a button led to where that is not in sight, and leads there', async () => {
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('button', { name: 'Turn off' }).click();
    await bot.app.client.chat.postMessage({ channel: 'C0HARBOUR', text: 'Turned off.\nFor good.' });
    const said = page.getByRole('status', { name: 'Notices' });
    await said.getByText('weather wrote in #harbour: Turned off.', { exact: true }).waitFor();
    await said.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('article', { name: 'Turned off.' }).waitFor();
    expect(await said.textContent()).toBe('');
  });
});

describe('With the keyboard alone', () => {
  it('one skips to the message box, writes two lines, sends them and brings them back', async () => {
    await page.locator('body').press('Tab');
    expect(await focused()).toBe('Skip to the message box');
    await page.keyboard.press('Enter');
    await page.keyboard.type('first');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('second');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'first second' }).waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await box().inputValue()).toBe('first\nsecond');
    await page.keyboard.press('ArrowDown');
    expect(await box().inputValue()).toBe('');
  });

  it('one opens a thread and Escape leads back to where it was opened', async () => {
    await send('@weather leeds?');
    await thread().waitFor();
    await page.keyboard.press('Escape');
    await thread().waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '1 reply' }).focus();
    await page.keyboard.press('Enter');
    await thread().waitFor();
    expect(await focused()).toBe('Thread');
    const heading = page.getByRole('heading', { name: 'Thread' });
    expect(await heading.evaluate((node) => getComputedStyle(node).outlineStyle)).toBe('none');
    await page.keyboard.press('Escape');
    await thread().waitFor({ state: 'hidden' });
    expect(await focused()).toMatch(/^1 reply/);
  });
});

describe('A change while one reads', () => {
  it('leaves open details, focus and unsent text as they are', async () => {
    await send('@weather leeds?');
    await thread().getByText('More evidence').click();
    await thread().getByRole('button', { name: 'Timeline' }).focus();
    const [reply] = bot.slack.messages().slice(-1);
    if (!reply) throw new Error('The bot has not replied.');
    const { blocks } = reply;
    await bot.app.client.chat.update({
      channel: reply.channel,
      ts: reply.ts,
      text: 'Corrected.',
      blocks,
    });
    await thread().getByText('(edited)').waitFor();
    await thread().getByText('A second quotation').waitFor();
    expect(await focused()).toBe('Timeline');
  });

  it('keeps the focus in a message whose pressed control is gone', async () => {
    await send('@weather leeds?');
    await thread().getByRole('button', { name: 'Timeline' }).focus();
    const [reply] = bot.slack.messages().slice(-1);
    if (!reply) throw new Error('The bot has not replied.');
    const { channel, ts } = reply;
    const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'Gone.' } }];
    await bot.app.client.chat.update({ channel, ts, text: 'Gone.', blocks });
    await thread().getByText('(edited)').waitFor();
    const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(label).toMatch(/edited: Gone\.$/);
  });

  it('does not move the page under a reader who has scrolled up', async () => {
    for (let count = 0; count < 6; count += 1) await bot.slack.command('/weather leeds latest');
    await bot.slack.waitFor(() => bot.slack.ephemerals().length === 6);
    await answer().nth(5).waitFor();
    await page.locator('#scroll').evaluate((node) => node.scrollTo(0, 300));
    await bot.app.client.chat.postMessage({ channel: 'C0GENERAL', text: 'Something new' });
    await page.getByRole('article', { name: 'Something new' }).waitFor();
    expect(await page.locator('#scroll').evaluate((node) => node.scrollTop)).toBe(300);
    // The way down lies over no message, whose menus stand at the right edge too.
    const down = await page.getByRole('button', { name: 'Go to the newest message' }).boundingBox();
    const messages = await page.locator('#scroll').boundingBox();
    expect(down?.y).toBeGreaterThanOrEqual((messages?.y ?? 0) + (messages?.height ?? 0));
    await page.getByRole('button', { name: 'Go to the newest message' }).click();
    await page
      .getByRole('button', { name: 'Go to the newest message' })
      .waitFor({ state: 'hidden' });
  });
});

describe('When the local Slack stops', () => {
  it('the page says so, and goes on once it is back', async () => {
    const { port } = bot.slack;
    await bot.stop();
    await page.getByText('Connection lost, trying again').waitFor();
    await box().fill('hello');
    await box().press('Enter');
    await page.getByText('The local Slack did not answer').waitFor();
    bot = await startTestBot({ port });
    await page.getByText('Connection lost, trying again').waitFor({ state: 'detached' });
    await box().press('Enter');
    await page.getByRole('article', { name: 'hello' }).waitFor();
  });
});

describe('On a phone', () => {
  beforeEach(async () => {
    await window.context.close();
    window = await openWindow(browser, bot.slack.url, { viewport: PHONE });
    page = window.page;
  });

  it('the places are in a menu', async () => {
    await page.getByRole('link', { name: 'Home' }).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('heading', { level: 2, name: 'Your forecasts' }).waitFor();
    await page.getByRole('link', { name: 'Home' }).waitFor({ state: 'hidden' });
  });

  it('a thread covers the conversation, and "back" leaves it', async () => {
    await send('@weather leeds?');
    await thread().waitFor();
    expect(await focused()).toBe('Thread');
    expect(await thread().boundingBox()).toMatchObject({ x: 0, width: PHONE.width });
    await page.goBack();
    await thread().waitFor({ state: 'hidden' });
  });
});

describe.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])('What comes, on %s', (_, viewport) => {
  beforeEach(async () => {
    await window.context.close();
    window = await openWindow(browser, bot.slack.url, { viewport });
    page = window.page;
  });

  const article = (name: string) => page.locator('#messages').getByRole('article', { name });

  /** Waits for the article to start in the upper third of its scroller. */
  const startsNearTheTop = async (name: string, scroller = '#scroll'): Promise<void> => {
    const handle = await page.locator(scroller).getByRole('article', { name }).elementHandle();
    await page.waitForFunction(
      ([node, selector]) => {
        const area = document.querySelector(String(selector))?.getBoundingClientRect();
        if (!area || !(node instanceof Element)) return false;
        const offset = node.getBoundingClientRect().top - area.top;
        return offset >= 0 && offset < area.height / 3;
      },
      [handle, scroller] as const,
    );
  };

  it('in reply to one command after another is shown from its start', async () => {
    await send('/weather leeds sources');
    await startsNearTheTop(SOURCES_TEXT);
    await send('/weather leeds timeline');
    await startsNearTheTop(TIMELINE_TEXT);
    expect(await page.getByText('You used /weather leeds timeline').isVisible()).toBe(true);
  });

  it('in reply to a reader who has scrolled up is shown from its start', async () => {
    await send('/weather leeds sources');
    await startsNearTheTop(SOURCES_TEXT);
    await page.locator('#scroll').evaluate((node) => node.scrollTo(0, 0));
    await send('/weather leeds timeline');
    await startsNearTheTop(TIMELINE_TEXT);
  });

  it('in reply to a click is brought into view', async () => {
    await send('/weather leeds latest');
    await article(LATEST_TEXT).waitFor();
    await send('/weather leeds timeline');
    await startsNearTheTop(TIMELINE_TEXT);
    await page.getByRole('button', { name: 'Timeline', exact: true }).click();
    const reply = await article('Measured in 2016, 2019 and 2023.').elementHandle();
    await page.waitForFunction((node) => {
      const area = document.querySelector('#scroll')?.getBoundingClientRect();
      const box = node?.getBoundingClientRect();
      return area && box && box.top >= area.top && box.bottom <= area.bottom;
    }, reply);
  });

  it('by itself does not move a reader who is in the middle of a long answer', async () => {
    await send('/weather leeds sources');
    await startsNearTheTop(SOURCES_TEXT);
    const top = () => page.locator('#scroll').evaluate((node) => node.scrollTop);
    const before = await top();
    await bot.app.client.chat.postMessage({ channel: 'C0GENERAL', text: 'Something new' });
    await article('Something new').waitFor();
    expect(await top()).toBe(before);
    await page.locator('#scroll').evaluate((node) => node.scrollTo(0, 100));
    await bot.app.client.chat.postMessage({ channel: 'C0GENERAL', text: 'Something newer' });
    await article('Something newer').waitFor();
    expect(await top()).toBe(100);
  });

  it('in a thread does not move a reader who has scrolled up there, unless it is a reply', async () => {
    await send('@weather leeds?');
    await thread().getByRole('article', { name: LATEST_TEXT }).waitFor();
    const [question] = bot.slack.messages();
    if (!question) throw new Error('The question is missing.');
    const say = (text: string) =>
      bot.app.client.chat.postMessage({ channel: 'C0GENERAL', thread_ts: question.ts, text });
    for (const name of ['first', 'second', 'third']) await say(`${name}\n${'Line\n'.repeat(20)}`);
    await thread().getByRole('article', { name: 'third' }).waitFor();
    await page.locator('#thread-scroll').evaluate((node) => node.scrollTo(0, 50));
    await say('Something new');
    await thread().getByRole('article', { name: 'Something new' }).waitFor();
    expect(await page.locator('#thread-scroll').evaluate((node) => node.scrollTop)).toBe(50);

    const replies = page.locator('#thread-replies').getByRole('article', { name: LATEST_TEXT });
    await thread().getByRole('textbox').fill('@weather and york?');
    await thread().getByRole('textbox').press('Enter');
    await replies.nth(1).waitFor();
    const reply = await replies.nth(1).elementHandle();
    await page.waitForFunction((node) => {
      const area = document.querySelector('#thread-scroll')?.getBoundingClientRect();
      const box = node?.getBoundingClientRect();
      return area && box && box.top >= area.top && box.top < area.bottom - 100;
    }, reply);
  });

  it('as a wide table keeps its columns readable and says that it scrolls sideways', async () => {
    const text = 'A wide table.';
    await send('@weather leeds?');
    await thread().waitFor();
    const [question] = bot.slack.messages();
    await bot.app.client.chat.postMessage({
      channel: 'C0GENERAL',
      thread_ts: question?.ts,
      text,
      blocks: [WIDE_TABLE],
    });
    const message = thread().getByRole('article', { name: text });
    await message.getByText('Scroll for more columns').waitFor();
    const region = message.getByRole('region', {
      name: 'Every reading, newest first',
      description: 'Scroll for more columns',
    });
    const widths = await region
      .getByRole('columnheader')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().width));
    expect(Math.min(...widths)).toBeGreaterThan(70);
    expect(Math.max(...widths)).toBeLessThan(300);
    const prose = region.getByRole('cell', { name: /^The wind has dropped/ });
    expect((await prose.boundingBox())?.width).toBeGreaterThan(180);
  });
});

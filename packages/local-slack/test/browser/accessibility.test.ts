import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { audit } from './audit.js';
import { startTestBot, type TestBot } from './bot.js';
import { DESKTOP, launchBrowser, openWindow, PHONE, type Window } from './browser.js';

let browser: Browser;
let bot: TestBot;
let window: Window;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await window.context.close();
  await bot.stop();
});

const send = async (page: Page, text: string): Promise<void> => {
  const box = page.getByRole('textbox', { name: 'Message #general' });
  await box.fill(text);
  await box.press('Enter');
};

/** The screens of the page, and how one gets there. */
const SCREENS: [string, (page: Page) => Promise<void>][] = [
  [
    'an empty conversation',
    (page) => page.getByRole('button', { name: '/weather help' }).waitFor(),
  ],
  [
    'an answer',
    async (page) => {
      await send(page, '/weather leeds latest');
      await page.getByText('More evidence').click();
      await page.getByText('A second quotation').waitFor();
    },
  ],
  [
    'a suggestion of commands and a refusal',
    async (page) => {
      await send(page, '/nonsense');
      await page.getByText('is not a valid command').waitFor();
      await page.getByRole('textbox').pressSequentially('x');
      await page.getByRole('textbox').fill('/');
      await page.getByRole('list', { name: 'Suggestions' }).waitFor();
    },
  ],
  [
    'a thread',
    async (page) => {
      await send(page, '@weather leeds?');
      await page
        .getByRole('complementary', { name: 'Thread' })
        .getByText('More evidence')
        .waitFor();
    },
  ],
  [
    'a form with mistakes',
    async (page) => {
      await send(page, '/weather form');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await page.getByText('Please complete this required field.').first().waitFor();
    },
  ],
  [
    'a question whether one is sure',
    async (page) => {
      await send(page, '/weather leeds latest');
      await page.getByRole('button', { name: 'Share to channel' }).click();
      await page.getByRole('dialog', { name: 'Share this answer?' }).waitFor();
    },
  ],
  [
    'the Home tab',
    async (page) => {
      const menu = page.getByRole('button', { name: 'Menu' });
      if (await menu.isVisible()) await menu.click();
      await page.getByRole('link', { name: 'Home' }).click();
      await page.getByRole('button', { name: 'Turn off' }).waitFor();
    },
  ],
];

/** A desktop window at 200 % zoom has half as many pixels each way. */
const ZOOMED = { width: DESKTOP.width / 2, height: DESKTOP.height / 2 };

describe.each([
  ['on a desktop', DESKTOP, 'light'],
  ['on a desktop at night', DESKTOP, 'dark'],
  ['at 200 % zoom', ZOOMED, 'light'],
  ['on a phone', PHONE, 'light'],
  ['on a phone at night', PHONE, 'dark'],
] as const)('%s, everybody can use', (_, viewport, colorScheme) => {
  it.each(SCREENS)('%s', async (_name, lead) => {
    bot = await startTestBot();
    window = await openWindow(browser, bot.slack.url, { viewport, colorScheme });
    await lead(window.page);
    expect(await audit(window.page)).toEqual([]);
    expect(window.troubles).toEqual([]);
  });
});

describe('The audit', () => {
  it('sees faults where there are some', async () => {
    bot = await startTestBot();
    window = await openWindow(browser, bot.slack.url);
    await window.page.evaluate(() => {
      const main = document.querySelector('main');
      const plant = (tag: string, change: (element: HTMLElement) => void): void => {
        const element = document.createElement(tag);
        change(element);
        main?.append(element);
      };
      plant('button', (button) => button.setAttribute('aria-controls', 'nowhere'));
      plant('img', (image) => image.setAttribute('width', '10'));
      plant('h4', (heading) => heading.append('Too deep'));
      plant('p', (text) => {
        text.append('Pale');
        text.style.color = '#888';
      });
      plant('div', (wide) => {
        wide.style.width = '3000px';
        wide.style.height = '1px';
      });
    });
    const faults = (await audit(window.page)).join('\n');
    for (const fault of [
      'has no name',
      'leads nowhere',
      'has no alt text',
      'level 4',
      'a contrast of 3.54',
      'is wider than the window',
    ])
      expect(faults).toContain(fault);
  });
});

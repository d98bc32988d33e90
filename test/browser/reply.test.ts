import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { audit } from '../../packages/local-slack/test/browser/audit.js';
import {
  DESKTOP,
  launchBrowser,
  openWindow,
  PHONE,
  pageFolder,
  type Window,
} from '../../packages/local-slack/test/browser/browser.js';
import { openWorkplace, type Workplace } from '../end-to-end/workplace.js';
import { temporaryFolders } from '../support/record.js';
import { writeTameside } from '../support/tameside.js';

const folders = temporaryFolders();
let browser: Browser;
let workplace: Workplace;
let window: Window;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await folders.remove();
});

beforeEach(async () => {
  const folder = await folders.create();
  await writeTameside(folder);
  workplace = await openWorkplace({ page: pageFolder(), env: { DATA_DIR: folder } });
});
afterEach(async () => {
  expect(window.troubles).toEqual([]);
  await window.context.close();
  await workplace.close();
});

describe('A reply, in a browser', () => {
  it.each([
    ['a desktop', DESKTOP, 'light'],
    ['a phone', PHONE, 'light'],
    ['a phone at night', PHONE, 'dark'],
  ] as const)(
    'shows little first, more on request and little again, on %s',
    async (_name, viewport, colorScheme) => {
      window = await openWindow(browser, workplace.slack.url, { viewport, colorScheme });
      const { page } = window;
      const box = page.getByRole('textbox', { name: 'Message #general' });
      await box.fill('/ofsted what did inspectors say about care leavers in tameside');
      await box.press('Enter');
      const button = (name: string) => page.getByRole('button', { name });
      const quotations = () => page.locator('blockquote').count();
      await button('Show more').waitFor();
      const first = await quotations();
      expect(first).toBeGreaterThan(0);
      expect(first).toBeLessThanOrEqual(3);
      expect(await audit(page)).toEqual([]);
      await button('Show more').click();
      await button('Show fewer').waitFor();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('ARTICLE');
      expect(await quotations()).toBeGreaterThan(first);
      expect(await audit(page)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(viewport.width);
      await button('Show fewer').click();
      // A page of the whole answer may lead on by “Show more”, too.
      await button('Show fewer').waitFor({ state: 'detached' });
      expect(await quotations()).toBe(first);
      await page.locator('summary', { hasText: 'More options' }).first().click();
      await button('Copy citation').click();
      await page.getByRole('dialog').getByText('With the quotation').waitFor();
      expect(await audit(page)).toEqual([]);
    },
  );
});

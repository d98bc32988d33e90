import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
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
let page: Page;

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

const form = () => page.getByRole('dialog', { name: 'Digest' });
const list = (name: string) => form().getByRole('combobox', { name });
const option = (name: string) => form().getByRole('option', { name });
const remove = (name: string) => form().getByRole('button', { name: `Remove ${name}` });
const setUp = () => form().getByRole('button', { name: 'Set up' });

async function openForm(options: Parameters<typeof openWindow>[2] = {}): Promise<void> {
  window = await openWindow(browser, workplace.slack.url, options);
  page = window.page;
  const box = page.getByRole('textbox', { name: 'Message #general' });
  await box.fill('/ofsted digest');
  await box.press('Enter');
  await form().waitFor();
}

describe('The form for a digest, in a browser', () => {
  it('finds councils as one types, by keyboard alone, and says what was done', async () => {
    await openForm();
    await list('Councils').pressSequentially('oldam');
    await option('Oldham').waitFor();
    await list('Councils').press('ArrowDown');
    await list('Councils').press('Enter');
    await remove('Oldham').waitFor();
    expect(await list('Councils').inputValue()).toBe('');
    await setUp().press('Enter');
    await form().getByText('The digest is on: Oldham and Tameside, every day at 08:30').waitFor();
    await form().getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('list', { name: 'Messages' }).getByText('set up a digest').waitFor();
  });

  it('chooses with a click, takes out again, and replaces the one zone there can be', async () => {
    await openForm();
    await list('Themes').pressSequentially('temps');
    await option('Agency staff').click();
    await remove('Agency staff').click();
    expect(await remove('Agency staff').count()).toBe(0);
    await list('Time zone').pressSequentially('new york');
    await option('America/New York').click();
    expect(await remove('Europe/London').count()).toBe(0);
    await setUp().click();
    await form().getByText('every day at 08:30 (America/New_York), all themes').waitFor();
  });

  it('says so where nothing is found, and Escape closes the list before the form', async () => {
    await openForm();
    await list('Time zone').fill('qqqqqqqq');
    await form().getByText('Nothing found.').waitFor();
    await list('Time zone').fill('paris');
    await option('Europe/Paris').waitFor();
    await list('Time zone').press('Escape');
    await option('Europe/Paris').waitFor({ state: 'hidden' });
    expect(await form().isVisible()).toBe(true);
  });

  it('shows what is wrong at its question and keeps every answer', async () => {
    await openForm();
    await list('Councils').pressSequentially('oldham');
    await option('Oldham').click();
    await form().getByLabel('Time', { exact: true }).fill('17:45');
    await form().getByRole('checkbox', { name: 'Sunday' }).uncheck();
    await form().getByRole('combobox', { name: 'Channel' }).selectOption('#press');
    await setUp().click();
    await form().getByText('invite it there first').waitFor();
    expect(
      await form().getByRole('combobox', { name: 'Channel' }).getAttribute('aria-invalid'),
    ).toBe('true');
    await form().getByRole('combobox', { name: 'Channel' }).selectOption('#general');
    await setUp().click();
    await form()
      .getByText(/Oldham and Tameside, every Monday, .* and Saturday at 17:45/)
      .waitFor();
  });

  it('asks for a council where all were taken out', async () => {
    await openForm();
    await remove('Tameside').click();
    await setUp().click();
    await form().getByText('Please complete this required field.').waitFor();
  });

  it('offers no channel that another organisation shares', async () => {
    workplace.slack.addChannel({ name: 'partners', isExtShared: true });
    await openForm();
    expect(await form().getByRole('combobox', { name: 'Channel' }).textContent()).not.toContain(
      'partners',
    );
  });

  it.each([
    ['a desktop', DESKTOP, 'light'],
    ['a desktop at night', DESKTOP, 'dark'],
    ['a phone', PHONE, 'light'],
    ['a phone at night', PHONE, 'dark'],
  ] as const)('can be used by everybody on %s', async (_name, viewport, colorScheme) => {
    await openForm({ viewport, colorScheme });
    expect(await audit(page)).toEqual([]);
    await list('Councils').pressSequentially('old');
    await option('Oldham').waitFor();
    expect(await audit(page)).toEqual([]);
    await list('Councils').press('ArrowDown');
    await list('Councils').press('Enter');
    await setUp().click();
    await form().getByText('The digest is on').waitFor();
    expect(await audit(page)).toEqual([]);
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { SLASH_COMMAND } from '../../src/slack/surfaces.js';
import { openWorkplace, type Workplace } from '../end-to-end/workplace.js';
import { DESKTOP, launchBrowser, openWindow, PHONE, pageFolder, type Window } from './browser.js';

let browser: Browser;
let workplace: Workplace;
let window: Window;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  workplace = await openWorkplace({ page: pageFolder(), commands: [SLASH_COMMAND] });
});
afterEach(async () => {
  await window.context.close();
  await workplace.close();
});

const form = () => page.getByRole('dialog', { name: 'Digest' });
const councils = () => form().getByRole('combobox', { name: 'Councils' });
const option = (name: string) => form().getByRole('option', { name });

async function openForm(viewport = DESKTOP): Promise<void> {
  window = await openWindow(browser, workplace.slack.url, { viewport });
  page = window.page;
  const box = page.getByRole('textbox', { name: 'Message #general' });
  await box.fill('/ofsted digest');
  await box.press('Enter');
  await form().waitFor();
}

describe.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])('The form for a digest on %s', (name, viewport) => {
  it('is filled in, finds councils as one types, and says what was done', async () => {
    await openForm(viewport);
    await page.screenshot({ path: `/tmp/h/shot-${viewport.width}-1.png` });
    await councils().pressSequentially('old');
    await option('Oldham').waitFor();
    await page.screenshot({ path: `/tmp/h/shot-${viewport.width}-2.png` });
    await councils().press('ArrowDown');
    await councils().press('Enter');
    await form().getByRole('button', { name: 'Remove Oldham' }).waitFor();
    await form().getByRole('button', { name: 'Set up' }).click();
    await form().getByText('The digest is on').waitFor();
    await page.screenshot({ path: `/tmp/h/shot-${viewport.width}-3.png` });
    expect(name).toBeDefined();
    expect(window.troubles).toEqual([]);
  });
});

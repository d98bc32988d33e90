// The pictures of the tour, taken anew of the bot as it is:
//   npm run docs:pictures        (after a build; needs Chromium, or CHROMIUM_PATH)
// Each is of the local Slack with the record that is shipped, in a window of its own.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const DESKTOP = { width: 1100, height: 780 };
const PHONE = { width: 390, height: 780 };

/** What each picture shows, and how one gets there. Its words are in docs/tour.md. */
const SCENES = {
  latest: async (page) => {
    await say(page, '/ofsted tameside latest');
    await replied(page);
  },
  question: async (page) => {
    await say(page, '/ofsted what did inspectors say about care leavers in tameside?');
    await replied(page);
  },
  many: async (page) => {
    await say(page, '/ofsted which councils in the north west are inadequate');
    await replied(page);
  },
  compare: async (page) => {
    await say(page, '/ofsted compare tameside, oldham and stockport');
    await replied(page);
  },
  timeline: async (page) => {
    await say(page, '/ofsted tameside timeline');
    await page
      .getByRole('img', { name: /Tameside/ })
      .first()
      .waitFor();
    await page.waitForTimeout(1_500);
    await page
      .getByRole('img', { name: /Tameside/ })
      .first()
      .scrollIntoViewIfNeeded();
  },
  citation: async (page) => {
    await say(page, '/ofsted what did inspectors say about care leavers in tameside?');
    await replied(page);
    await page.locator('summary', { hasText: 'More options' }).nth(1).click();
    await page.getByRole('button', { name: 'Copy citation' }).click();
    await page.waitForTimeout(2_000);
  },
  conversation: async (page) => {
    await open(page, 'Direct message');
    for (const words of ['is tameside outstanding', 'what about stockport', 'who inspected it'])
      await say(page, words, { waits: 3_500 });
  },
  home: async (page) => {
    await open(page, 'Home');
    await page.waitForTimeout(1_500);
    const picker = page.getByRole('combobox').first();
    await picker.fill('tames');
    await page.waitForTimeout(1_000);
    await picker.press('ArrowDown');
    await picker.press('Enter');
    await page.waitForTimeout(2_000);
  },
  digest: async (page) => {
    await say(page, '/ofsted digest', { waits: 2_000 });
  },
};
/** Scenes of which there is a picture of a phone at night, too. */
const AT_NIGHT = ['question'];

async function say(page, words, { waits = 0 } = {}) {
  const box = page.getByRole('textbox', { name: /^Message / });
  await box.fill(words);
  await box.press('Enter');
  await page.waitForTimeout(waits);
}

/** Waits until a reply has come that can be shared. */
async function replied(page) {
  await page.getByRole('button', { name: /Share/ }).first().waitFor();
  await page.waitForTimeout(800);
}

async function open(page, name) {
  const menu = page.getByRole('button', { name: 'Menu' });
  if (await menu.isVisible()) await menu.click();
  await page.getByText(name, { exact: true }).first().click();
  await page.waitForTimeout(800);
}

function browserPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return process.env.CHROMIUM_PATH ?? found.find((path) => existsSync(path));
}

/** The bot by itself: no state of before, and no workspace but the local one. */
async function start(home) {
  const env = { PATH: process.env.PATH, HOME: home, XDG_DATA_HOME: home, PORT: '0' };
  const root = new URL('..', import.meta.url);
  const bot = spawn(process.execPath, ['dist/app.js'], { cwd: root, env });
  const url = await new Promise((resolve, reject) => {
    bot.stdout.on('data', (data) => {
      const [, address] = /Open (http\S+)/.exec(String(data)) ?? [];
      if (address) resolve(address);
    });
    bot.on('exit', () => reject(new Error('The bot did not start: run "npm run build" first.')));
  });
  return { bot, url };
}

const browser = await chromium.launch({
  executablePath: browserPath(),
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  for (const [name, goThere] of Object.entries(SCENES))
    for (const isNight of AT_NIGHT.includes(name) ? [false, true] : [false]) {
      const home = mkdtempSync(join(tmpdir(), 'pictures-'));
      const { bot, url } = await start(home);
      const context = await browser.newContext({
        viewport: isNight ? PHONE : DESKTOP,
        colorScheme: isNight ? 'dark' : 'light',
        reducedMotion: 'reduce',
        locale: 'en-GB',
      });
      const page = await context.newPage();
      await page.goto(url);
      await page.getByRole('heading', { level: 1, name: '#general' }).waitFor();
      await goThere(page);
      const file = new URL(`tour/${name}${isNight ? '-phone' : ''}.png`, import.meta.url);
      await page.screenshot({ path: file.pathname });
      console.log(`docs/tour/${name}${isNight ? '-phone' : ''}.png`);
      await context.close();
      bot.kill();
      rmSync(home, { recursive: true, force: true });
    }
  const page = await browser.newPage({ viewport: { width: 512, height: 512 } });
  const icon = readFileSync(new URL('icon.svg', import.meta.url), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${icon}`);
  const path = new URL('icon.png', import.meta.url).pathname;
  await page.screenshot({ path, omitBackground: true });
  console.log('docs/icon.png');
} finally {
  await browser.close();
}

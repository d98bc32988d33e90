import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const DESKTOP = { width: 1280, height: 860 };
export const PHONE = { width: 390, height: 844 };

/** The compiled page, as the package ships it. */
export function pageFolder(): URL {
  const folder = new URL('../../dist/page/', import.meta.url);
  if (!existsSync(new URL('app.js', folder)))
    throw new Error('There is no compiled page. Run "npm run build" first.');
  return folder;
}

/**
 * Chromium or Chrome: what `CHROMIUM_PATH` names, or what the search path holds under a usual name.
 */
export function launchBrowser(): Promise<Browser> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const executablePath = process.env.CHROMIUM_PATH ?? found.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error('No Chromium was found. Install it, or set CHROMIUM_PATH to its path.');
  return chromium.launch({ executablePath, args: SWITCHES });
}

/** A window on the page at `url`. `troubles` collects what the browser complains of. */
export type Window = { page: Page; context: BrowserContext; troubles: string[] };

export async function openWindow(
  browser: Browser,
  url: string,
  options: { viewport?: typeof DESKTOP; colorScheme?: 'light' | 'dark' } = {},
): Promise<Window> {
  const { viewport = DESKTOP, colorScheme = 'light' } = options;
  const isPhone = viewport.width < 600;
  const context = await browser.newContext({
    viewport,
    colorScheme,
    hasTouch: isPhone,
    isMobile: isPhone,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  await page.goto(url);
  await page.getByRole('heading', { level: 1, name: '#general' }).waitFor();
  return { page, context, troubles };
}

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { siteAt } from '../../src/corpus/sync/site.js';
import { councilsWithReports, inspection } from '../ofsted-site/reports.js';
import { type OfstedSite, startOfstedSite } from '../ofsted-site/site.js';
import { openWorkplace, type Workplace } from './workplace.js';

// Reports are imported in threads, which takes long on a machine that is busy.
jest.setTimeout(180_000);
const PATIENCE_MS = 60_000;

const INTERVAL = 5;
const DAY_MS = 86_400_000;

let record: string;
let site: OfstedSite;
let workplace: Workplace;
let now: number;

beforeEach(async () => {
  now = Date.now();
  record = mkdtempSync(join(tmpdir(), 'daily-sync-'));
  cpSync('data', record, { recursive: true });
  site = await startOfstedSite({ councils: await councilsWithReports(3), interval: INTERVAL });
});
afterEach(async () => {
  await workplace.close();
  await site.close();
  rmSync(record, { recursive: true });
});

/** The bot over a copy of the shipped record, which looks at the site all day long. */
async function openBot(SYNC: 'off' | 'followed' | 'all', at = '00:00') {
  // A clock that is put on would find signed requests too old.
  workplace = await openWorkplace({
    socketMode: true,
    env: { SYNC, SYNC_CONTACT: 'name@example.org', DATA_DIR: record },
    syncing: { site: siteAt(site.url), interval: INTERVAL, at, lookEveryMs: 100 },
    now: () => now,
  });
}

const nameOf = (i: number): string => site.councils[i]?.name ?? '';
const pathsAsked = () => site.requests.map(({ path }) => path.split('?')[0]);
const lookedTimes = () => workplace.log().split('looked for new reports').length - 1;
const looked = (times: number) => until(async () => lookedTimes() === times);
const toldOwner = () => workplace.slack.messages(workplace.slack.directMessageChannel.id);

/** Waits until something has come true. */
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isTrue())) {
    if (performance.now() > end)
      throw new Error(`waited in vain: ${workplace.log().slice(-2_000)}`);
    await setTimeout(500);
  }
}

/** Waits until the bot answers about a council with these words. */
const answers = (council: string, words: string): Promise<void> =>
  until(async () => (await workplace.ask(`${council} latest`)).text.includes(words));

describe('A bot that looks for the reports of all councils', () => {
  it('answers from them without a restart, looks once a day, and finds what came out since', async () => {
    await openBot('all');
    await looked(1);
    for (const { name } of site.councils) await answers(name, 'December 2023');
    expect(site.judge.faults).toEqual([]);
    await workplace.restart();
    expect(await workplace.inStore((store) => store.siteRead.get())).toBe(
      new Date(now).toISOString(),
    );
    const dates = { printed: '7 to 18 July 2025', visit: '2025-07-07', published: '2025-09-01' };
    site.councils[0]?.reports.unshift(inspection(nameOf(0), 51_000_000, dates));
    site.requests.length = 0;
    now += DAY_MS;
    await looked(2);
    await answers(nameOf(0), '7–18 July 2025');
    expect(pathsAsked()).toContain('/v1/file/51000000');
    expect(pathsAsked()).not.toContain(`/provider/44/${site.councils[1]?.urn}`);
  });

  it('waits for the hour', async () => {
    await openBot('all', '24:00');
    await workplace.ask('help');
    expect(site.requests).toEqual([]);
  });
});

describe('A bot that looks for the reports of councils with a digest', () => {
  it('reads their pages alone, and the digest tells what came in', async () => {
    await openBot('followed');
    await workplace.ask(`digest on ${nameOf(1)}`);
    await looked(1);
    await answers(nameOf(1), 'December 2023');
    expect(new Set(pathsAsked().filter((path) => !path?.startsWith('/v1/file/')))).toEqual(
      new Set(['/robots.txt', `/provider/44/${site.councils[1]?.urn}`]),
    );
    const { text } = await workplace.ask('digest preview');
    expect(text).not.toContain('nothing new');
    expect(text).toContain('4–15 December 2023');
  });
});

describe('A site that cannot be read', () => {
  it('is logged each day from a week on, and told to the owner of a digest once', async () => {
    await openBot('all');
    await looked(1);
    await workplace.ask(`digest on ${nameOf(1)}`);
    await workplace.ask(`digest on ${nameOf(2)}`, { channel: 'C0CHILDRENS' });
    site.faultFor = () => 'forbidden';
    const warnings = () => workplace.log().split('could not be read for a week').length - 1;
    for (const days of [2, 5, 1]) {
      now += days * DAY_MS;
      await looked(lookedTimes() + 1);
    }
    expect(warnings()).toBe(2);
    expect(toldOwner().map(({ text }) => text)).toEqual([
      expect.stringContaining('Ofsted’s site could not be read since'),
    ]);
  });
});

describe('A bot that does not look for reports', () => {
  it('asks no site, and says on the Home tab how new reports come, in words for whoever asks', async () => {
    await openBot('off');
    await workplace.slack.openHome('home');
    const home = await workplace.slack.waitFor((s) => s.home());
    expect(JSON.stringify(home.blocks)).toContain('whoever runs this bot adds them');
    expect(JSON.stringify(home.blocks)).not.toContain('SYNC');
    expect(site.requests).toEqual([]);
  });
});

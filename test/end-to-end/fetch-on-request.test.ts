import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { StoredMessage } from 'local-slack';
import { siteAt } from '../../src/corpus/sync/site.js';
import type { StartOptions } from '../../src/wiring/start.js';
import { councilsWithReports } from '../ofsted-site/reports.js';
import { type OfstedSite, startOfstedSite } from '../ofsted-site/site.js';
import { buttonLabels, openWorkplace, type Workplace } from './workplace.js';

// Reports are imported in threads, which takes long on a machine that is busy.
jest.setTimeout(180_000);
const PATIENCE = { timeoutMs: 60_000 };

const INTERVAL = 5;

let record: string;
let site: OfstedSite;
let workplace: Workplace;

beforeEach(async () => {
  record = mkdtempSync(join(tmpdir(), 'fetch-'));
  cpSync('data', record, { recursive: true });
  site = await startOfstedSite({ councils: await councilsWithReports(3), interval: INTERVAL });
});
afterEach(async () => {
  await workplace.close();
  await site.close();
  rmSync(record, { recursive: true });
});

/** The bot over a copy of the shipped record, which fetches nothing by itself. */
async function openBot(
  env: Record<string, string> = {},
  syncing: StartOptions['syncing'] = { site: siteAt(site.url), interval: INTERVAL },
) {
  workplace = await openWorkplace({
    env: { SYNC_CONTACT: 'name@example.org', DATA_DIR: record, ...env },
    syncing,
  });
}

const nameOf = (i: number): string => site.councils[i]?.name ?? '';
const FETCH = /^Fetch /;
const fetchLabel = (message: StoredMessage) =>
  buttonLabels(message).find((label) => FETCH.test(label));
const ephemerals = () => workplace.slack.ephemerals();
/** Waits until one of the messages that the asker alone sees has these words. */
const shown = (words: RegExp) =>
  workplace.slack.waitFor(() => ephemerals().find(({ text }) => words.test(text)), PATIENCE);

describe('The button under an answer that has only facts', () => {
  it('fetches the reports, shows how far it is in place, and ends with the answer made anew', async () => {
    await openBot();
    const before = await workplace.ask(`${nameOf(1)} latest`);
    expect(fetchLabel(before)).toBe(`Fetch ${nameOf(1)}’s reports`);
    await workplace.slack.click(before, 'fetch');
    const progress = await shown(/^Fetching from Ofsted’s site/);
    expect(progress.text).toContain(nameOf(1));
    expect(fetchLabel(progress)).toBeUndefined();
    const after = await shown(/^2 documents were fetched/);
    expect(after.text).toContain('good (December 2023)');
    expect(ephemerals()).toHaveLength(1);
    expect(site.judge.faults).toEqual([]);
    const { text } = await workplace.ask(`what about care leavers in ${nameOf(1)} in 2023`);
    expect(text).toContain('4–15 December 2023');
  });

  it('fetches one council at a time, and ten a day', async () => {
    await openBot();
    const [first, second] = [
      await workplace.ask(`${nameOf(0)} latest`),
      await workplace.ask(`${nameOf(1)} latest`),
    ];
    await workplace.slack.click(first, 'fetch');
    await workplace.slack.click(second, 'fetch');
    await shown(/being fetched already/);
    await shown(/^3 documents were fetched/);
    await workplace.inStore(async ({ dailyClaims }) => {
      const localDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format();
      for (let i = 0; i < 9; i++) {
        const claim = await dailyClaims.claim('fetch on request', { localDate, most: 10 }, 60);
        if ('refused' in claim) throw new Error(claim.refused);
        await dailyClaims.end('fetch on request', claim.lease, { counts: true });
      }
    });
    await workplace.slack.click(second, 'fetch');
    await shown(/^10 councils were fetched today/);
  });

  it('says what could not be had', async () => {
    await openBot();
    const answer = await workplace.ask(`${nameOf(1)} latest`);
    if (site.councils[1]) site.councils[1].redesigned = true;
    await workplace.slack.click(answer, 'fetch');
    await shown(/^0 documents were fetched.*Not all was read/);
  });

  it('is for admins alone where that is set', async () => {
    await openBot({ SYNC_BY: 'admins' });
    const { slack } = workplace;
    slack.addUser({ id: 'U0ADMIN', name: 'admin', isAdmin: true });
    const answer = await workplace.ask(`${nameOf(1)} latest`);
    await slack.click(answer, 'fetch');
    await shown(/^Only admins/);
    expect(site.requests).toEqual([]);
    const seen = await workplace.ask(`${nameOf(1)} latest`, { user: 'U0ADMIN' });
    await slack.click(seen, { actionId: 'fetch', user: 'U0ADMIN' });
    await slack.waitFor(
      (s) => s.ephemerals('U0ADMIN').find(({ text }) => /^2 documents/.test(text)),
      PATIENCE,
    );
  });

  it.each<[string, Record<string, string>]>([
    ['nobody may have them fetched', { SYNC_BY: 'nobody' }],
    ['Ofsted’s site cannot be told whom to turn to', { SYNC_CONTACT: '' }],
  ])('is not there where %s', async (_why, env) => {
    await openBot(env, env.SYNC_CONTACT === '' ? {} : { site: siteAt(site.url) });
    expect(fetchLabel(await workplace.ask(`${nameOf(1)} latest`))).toBeUndefined();
  });
});

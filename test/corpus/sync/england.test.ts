import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FAULTS } from '../../ofsted-site/faults.js';
import { publishedReports } from '../../ofsted-site/from-folder.js';
import { councilsWithReports } from '../../ofsted-site/reports.js';
import { type OfstedSite, startOfstedSite } from '../../ofsted-site/site.js';
import { runOfsted, startOfsted } from '../../support/cli.js';
import { importedFiles } from '../../support/imported.js';

// The long run: COUNCILS=153 KILLS=10 FAULTS=100 REPORTS=../shared/reports.
const COUNCILS = Number(process.env.COUNCILS ?? 8);
const KILLS = Number(process.env.KILLS ?? 2);
const WITH_FAULTS = Number(process.env.FAULTS ?? 10);
const REPORTS = process.env.REPORTS;

const INTERVAL = 10;
const ROWS = Math.min(100, Math.ceil(COUNCILS / 2));

let root: string;
let site: OfstedSite;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sync-'));
  const councils = await councilsWithReports(COUNCILS);
  if (REPORTS) await publishedReports(REPORTS, councils);
  site = await startOfstedSite({ councils, interval: INTERVAL, rows: ROWS });
});
afterEach(async () => {
  await site.close();
  await rm(root, { recursive: true, force: true });
});

const argsOf = (record: string): string[] => [
  ...['sync', '--all', '--from', site.url, '--data', record],
  ...['--interval', String(INTERVAL / 1000), '--time-limit', '2', '--limit', '5000'],
];
const env = { SYNC_CONTACT: 'name@example.org' };
const sync = (record: string) => runOfsted(argsOf(record), { home: root, env });

/** The numbers of the files that are stored whole. */
async function stored(record: string): Promise<Set<string>> {
  const names = await readdir(join(record, 'published'), { recursive: true }).catch(() => []);
  const numbers = names.flatMap((name) => /-(\d+)\.pdf$/.exec(name)?.[1] ?? []);
  return new Set(numbers.filter((_, i) => !names[i]?.includes('.unfinished')));
}

/** The numbers of the files that were sent whole from the request `from` on. */
const fetchedSince = (from: number): string[] =>
  site.requests
    .slice(from)
    .flatMap(({ path, status, whole }) =>
      status === 200 && whole ? (/^\/v1\/file\/(\d+)$/.exec(path)?.[1] ?? []) : [],
    );

describe('A sync of all councils', () => {
  it(`is complete after ${KILLS} kills and ${WITH_FAULTS} faults, with good manners and nothing fetched twice`, async () => {
    const undisturbed = join(root, 'undisturbed');
    const first = await sync(undisturbed);
    expect(first).toMatchObject({ code: 0, stderr: expect.not.stringContaining('cannot') });
    expect(site.judge.faults).toEqual([]);
    const requests = site.requests.length;

    const record = join(root, 'record');
    const again: string[] = [];
    let left = WITH_FAULTS;
    let seed = 1;
    const random = (): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    site.faultFor = () => {
      if (left === 0 || random() > (2 * WITH_FAULTS) / requests) return null;
      left--;
      return FAULTS[Math.floor(random() * FAULTS.length)] ?? null;
    };
    site.requests.length = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const held = await stored(record);
      const from = site.requests.length;
      const child = startOfsted(argsOf(record), { home: root, env });
      child.stdout.resume();
      child.stderr.resume();
      const goal = from + Math.ceil((requests - 10) / (KILLS + 1));
      while (site.requests.length < goal && child.exitCode === null) await wait(5);
      await wait(random() * 200);
      child.kill('SIGKILL');
      site.judge.killed();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      again.push(...fetchedSince(from).filter((number) => held.has(number)));
    }
    let run = { code: 1 as number | null, stdout: '', stderr: '' };
    for (let i = 0; i < 5 && run.code !== 0; i++) {
      const held = await stored(record);
      const from = site.requests.length;
      run = await sync(record);
      again.push(...fetchedSince(from).filter((number) => held.has(number)));
    }
    expect(run.code).toBe(0);
    expect(left).toBe(0);
    expect(site.judge.faults).toEqual([]);
    expect(again).toEqual([]);
    expect(await importedFiles(record)).toEqual(await importedFiles(undisturbed));

    const before = site.requests.length;
    expect((await sync(record)).code).toBe(0);
    expect(site.requests.slice(before).map(({ path }) => path.split('?')[0])).toEqual([
      '/robots.txt',
      '/search',
      '/search',
    ]);
  }, 3_600_000);
});

describe('What a sync imports', () => {
  it('is what an import of the same files gives, beside their addresses and dates of publication', async () => {
    const [synced, imported] = [join(root, 'synced'), join(root, 'imported')];
    await sync(synced);
    await runOfsted(['import', join(synced, 'published'), '--data', imported], { home: root });
    const withoutSite = (files: Record<string, string>) =>
      Object.entries(files)
        .filter(([name]) => name.endsWith('.json'))
        .map(([name, content]) => {
          const { source, ...rest } = JSON.parse(content);
          return source ? [name, { ...rest, ...source, url: null, published: null }] : [name, rest];
        });
    expect(withoutSite(await importedFiles(synced))).toEqual(
      withoutSite(await importedFiles(imported)),
    );
    const [first = ''] = Object.values(await importedFiles(synced));
    const { source } = JSON.parse(first);
    expect(source).toMatchObject({ url: expect.stringMatching(/\/v1\/file\/\d+$/) });
  }, 3_600_000);
});

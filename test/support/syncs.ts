import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { councilsWithReports } from '../ofsted-site/reports.js';
import { type OfstedSite, startOfstedSite } from '../ofsted-site/site.js';
import { type Run, runOfsted, startOfsted } from './cli.js';

/** Milliseconds between requests to the site of these tests. */
const INTERVAL = 10;

/** A site with councils and a record that is synced from it, both for one test. */
export type SyncBench = {
  site: OfstedSite;
  record: string;
  /** Runs `ofsted` over the record. */
  ofsted(...args: string[]): Promise<Run>;
  /** Runs `ofsted sync` from the site. */
  sync(...args: string[]): Promise<Run>;
  /** The same, not waited for. */
  start(...args: string[]): ReturnType<typeof startOfsted>;
  /** The paths, without their queries, of what was asked since the last call. */
  asked(): string[];
  close(): Promise<void>;
};

export async function syncBench({ councils = 3, rows = 2 } = {}): Promise<SyncBench> {
  const root = await mkdtemp(join(tmpdir(), 'sync-'));
  const record = join(root, 'record');
  const site = await startOfstedSite({
    councils: await councilsWithReports(councils),
    interval: INTERVAL,
    rows,
  });
  const env = { SYNC_CONTACT: 'name@example.org' };
  const from = (args: string[]): string[] => [
    ...['sync', '--from', site.url, '--interval', String(INTERVAL / 1000), '--time-limit', '1'],
    ...['--data', record, ...args],
  ];
  return {
    site,
    record,
    ofsted: (...args) => runOfsted([...args, '--data', record], { home: root, env }),
    sync: (...args) => runOfsted(from(args), { home: root, env }),
    start: (...args) => startOfsted(from(args), { home: root, env }),
    asked: () => site.requests.splice(0).map(({ path }) => path.split('?')[0] ?? ''),
    close: async () => {
      await site.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Makes all that was asked for so many days older. */
export async function daysLater(record: string, days: number): Promise<void> {
  const folder = join(record, '.sync');
  for (const name of await readdir(folder, { recursive: true })) {
    if (!/councils.\d+\.json$/.test(name)) continue;
    const path = join(folder, name);
    const aged = (await readFile(path, 'utf8')).replace(/"asked": "([^"]*)"/g, (_, asked) => {
      const before = new Date(Date.parse(asked) - days * 86_400_000);
      return `"asked": "${before.toISOString()}"`;
    });
    await writeFile(path, aged);
  }
}

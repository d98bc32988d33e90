import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { councilsWithReports } from '../../ofsted-site/reports.js';
import { type OfstedSite, startOfstedSite } from '../../ofsted-site/site.js';
import { runOfsted } from '../../support/cli.js';

const INTERVAL = 20;

let root: string;
let site: OfstedSite;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sync-'));
  site = await startOfstedSite({
    councils: await councilsWithReports(5),
    interval: INTERVAL,
    rows: 3,
  });
});
afterEach(async () => {
  await site.close();
  await rm(root, { recursive: true, force: true });
});

const env = { SYNC_CONTACT: 'name@example.org' };
const ofsted = (...args: string[]) => runOfsted([...args, '--data', root], { home: root, env });
const sync = (...args: string[]) =>
  ofsted('sync', '--from', site.url, '--interval', String(INTERVAL / 1000), ...args);

describe('ofsted sync', () => {
  it('fetches what a council’s page lists, and it is answered from with its link and date', async () => {
    const [council] = site.councils;
    const run = await sync(council?.name ?? '');
    expect(run).toMatchObject({ code: 0 });
    expect(site.judge.faults).toEqual([]);
    expect(site.requests.map(({ path }) => path)).toEqual([
      '/robots.txt',
      `/provider/44/${council?.urn}`,
      '/v1/file/50000000',
      '/v1/file/50000002',
      '/v1/file/50000001',
    ]);
    const inspections = JSON.parse((await ofsted('inspections', '--json')).stdout);
    expect(inspections).toMatchObject([{ kind: 'ILACS' }, { kind: 'monitoring visit' }]);
  });
});

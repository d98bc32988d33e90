import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { inspection } from '../../ofsted-site/reports.js';
import { startOfstedSite } from '../../ofsted-site/site.js';
import { runOfsted } from '../../support/cli.js';
import { daysLater, type SyncBench, syncBench } from '../../support/syncs.js';

// Each test starts the program several times, which takes long on a machine that is busy.
jest.setTimeout(180_000);

let bench: SyncBench;
beforeEach(async () => {
  bench = await syncBench();
});
afterEach(() => bench.close());

const inspections = async () => JSON.parse((await bench.ofsted('inspections', '--json')).stdout);
const REPLACED = { printed: '8 to 19 January 2024', visit: '2023-12-04', published: '2024-02-13' };

describe('ofsted sync of a council', () => {
  it('asks for its page and its files, newest first, and nothing else', async () => {
    const [council] = bench.site.councils;
    expect(await bench.sync(council?.name ?? '')).toMatchObject({ code: 0 });
    expect(bench.asked()).toEqual([
      '/robots.txt',
      `/provider/44/${council?.urn}`,
      '/v1/file/50000000',
      '/v1/file/50000002',
      '/v1/file/50000001',
    ]);
    expect(bench.site.judge.faults).toEqual([]);
  });

  it('is answered from, with the day it came out and a link to the page of the document', async () => {
    const [council] = bench.site.councils;
    await bench.sync(council?.urn ?? '');
    expect(await inspections()).toMatchObject([{ kind: 'ILACS' }, { kind: 'monitoring visit' }]);
    const question = `what about care leavers in ${council?.name}`;
    const { stdout } = await bench.ofsted('ask', '--json', question);
    const url = `${bench.site.url}/v1/file/50000000`;
    expect(JSON.parse(stdout).citations[0]).toMatchObject({
      url: `${url}#page=3`,
      source: { url, page: 3, published: '2024-02-13' },
    });
    const printed = await bench.ofsted('ask', question);
    expect(printed.stdout.split(`${url}#page=3`)).toHaveLength(2);
    expect(printed.stdout).toContain('by its site');
  });

  it('fetches nothing that is held when it is asked for again', async () => {
    const [council] = bench.site.councils;
    await bench.sync(council?.urn ?? '');
    bench.asked();
    const { stdout } = await bench.sync(council?.urn ?? '', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ fault: null, documents: [] });
    expect(bench.asked()).toEqual(['/robots.txt', `/provider/44/${council?.urn}`]);
  });

  it('keeps a document of a kind without a layout by title, date and link, for review', async () => {
    const [council] = bench.site.councils;
    const { stdout } = await bench.sync(council?.urn ?? '');
    expect(stdout).toContain('1 to review');
    const review = await bench.ofsted('review', '--json');
    expect(JSON.parse(review.stdout)).toMatchObject([
      {
        title: expect.stringContaining('Joint area child protection inspection'),
        published: '2019-07-01',
        url: `${bench.site.url}/v1/file/50000002`,
        open: [{ code: 'unknown_kind' }],
      },
    ]);
    const listed = await bench.ofsted('review');
    expect(listed.stdout).toContain('Joint area child protection inspection');
    expect(listed.stdout).toContain('1 document to review.');
  });

  it('leaves out what is not of the council’s children’s services', async () => {
    const [, council] = bench.site.councils;
    council?.reports.push({
      ...inspection('Nowhere', 1),
      title: 'Area SEND full inspection',
    });
    await bench.sync(council?.urn ?? '');
    expect(bench.asked()).not.toContain('/v1/file/1');
  });

  it('takes a second between requests where nothing else is said', async () => {
    const site = await startOfstedSite({
      councils: bench.site.councils.slice(0, 1),
      interval: 1_000,
    });
    const run = await runOfsted(
      ['sync', site.councils[0]?.urn ?? '', '--from', site.url, '--data', bench.record],
      { home: bench.record, env: { SYNC_CONTACT: 'https://example.org/contact' } },
    );
    await site.close();
    expect(run.code).toBe(0);
    expect(site.requests).toHaveLength(5);
    expect(site.judge.faults).toEqual([]);
  });
});

describe('ofsted sync --all', () => {
  it('reads only the councils whose newest report changed, after the first time', async () => {
    await bench.sync('--all');
    bench.asked();
    const [, council] = bench.site.councils;
    const later = { printed: '2 to 13 June 2025', visit: '2025-06-02', published: '2025-08-01' };
    council?.reports.push(inspection(council.name, 50_000_100, later));
    expect(await bench.sync('--all')).toMatchObject({ code: 0 });
    expect(bench.asked()).toEqual([
      '/robots.txt',
      '/search',
      '/search',
      `/provider/44/${council?.urn}`,
      '/v1/file/50000100',
    ]);
    const { stdout } = await bench.ofsted('ask', '--json', `${council?.name} latest`);
    expect(JSON.parse(stdout).citations[0].visit).toMatchObject({ start: '2025-06-02' });
  });

  it('asks for what is held once a month, and notices a file that was replaced in silence', async () => {
    await bench.sync('--all');
    const [, council] = bench.site.councils;
    if (!council?.reports[0]) throw new Error('the council has a report');
    council.reports[0] = inspection(council.name, council.reports[0].number, REPLACED);
    bench.asked();
    await bench.sync('--all');
    expect(bench.asked()).toHaveLength(3);
    await daysLater(bench.record, 30);
    expect(await bench.sync('--all')).toMatchObject({ code: 0 });
    const statuses = bench.site.requests.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(2);
    expect(bench.site.judge.faults).toEqual([]);
    const held = (await inspections()).filter(
      (visit: { urn: string }) => visit.urn === council.urn,
    );
    expect(held).toMatchObject([
      { kind: 'ILACS', visit: { start: '2024-01-08' } },
      { kind: 'monitoring visit' },
    ]);
    const kept = await readdir(join(bench.record, 'published'), { recursive: true });
    expect(kept.filter((name) => /replaced.*\.pdf$/.test(name))).toHaveLength(1);
  });

  it('needs to be told what to sync, and by whom Ofsted’s own site is asked', async () => {
    expect(await bench.sync()).toMatchObject({ code: 1 });
    expect(await bench.sync('--all', 'devon')).toMatchObject({ code: 1 });
    const nobody = { home: bench.record };
    const run = await runOfsted(['sync', '--all', '--data', bench.record], nobody);
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining('SYNC_CONTACT')]);
    const hasty = ['sync', '--all', '--interval', '0.5', '--data', bench.record];
    expect(await runOfsted(hasty, nobody)).toMatchObject({ code: 1, stdout: '' });
  });
});

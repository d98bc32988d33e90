import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Fault } from '../../ofsted-site/faults.js';
import { CLI, runOfsted } from '../../support/cli.js';
import { importedFiles } from '../../support/imported.js';
import { daysLater, type SyncBench, syncBench } from '../../support/syncs.js';

// Each test starts the program several times, which takes long on a machine that is busy.
jest.setTimeout(180_000);

let bench: SyncBench;
beforeEach(async () => {
  bench = await syncBench();
});
afterEach(() => bench.close());

const FILE = '/v1/file/50000000';
const sentences = (text: string): string[] => text.trim().split('\n').filter(Boolean);
const filesHeld = async (): Promise<number> =>
  Object.keys(await importedFiles(bench.record)).length;
const ALL_HELD = 6;

describe('A page that is laid out anew', () => {
  it('is said to be so and kept, the other councils are read, and it is read once it is known again', async () => {
    const [council] = bench.site.councils;
    if (!council) throw new Error('the site has a council');
    council.redesigned = true;
    const run = await bench.sync('--all');
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(
      new RegExp(`${council.name}: Its page is not laid out .* kept as /`),
    );
    expect(await filesHeld()).toBe(ALL_HELD - 2);
    expect((await bench.ofsted('review')).stdout).toContain(`/provider/44/${council.urn}`);
    delete council.redesigned;
    expect(await bench.sync('--all')).toMatchObject({ code: 0 });
    expect(await filesHeld()).toBe(ALL_HELD);
  });

  it('stops the sync where it is the listing', async () => {
    bench.site.faultFor = (path) => (path.startsWith('/search') ? 'a page of trouble' : null);
    const run = await bench.sync('--all');
    expect(run.code).toBe(1);
    expect(sentences(run.stderr)).toEqual([
      expect.stringMatching(/^The listing of .* not laid out/),
    ]);
    expect(bench.asked()).toEqual(['/robots.txt', '/search']);
  });
});

describe('A file that cannot be had', () => {
  it.each<[Fault, RegExp]>([
    ['endless redirects', /redirects without an end/],
    ['to another host', /http:\/\/example\.org, which is not asked/],
    ['to a file of the disk', /file:\/\/, which is not asked/],
    ['huge', /over 50 MB/],
    ['never', /did not answer in time/],
    ['unavailable', /answers 503/],
  ])(
    'because the answer is “%s” is said so; the others are, and it is when it can be',
    async (fault, said) => {
      const [council] = bench.site.councils;
      bench.site.faultFor = (path) =>
        path === FILE || (fault === 'endless redirects' && /\d{9}/.test(path)) ? fault : null;
      // A machine that has much to do takes 50 MB in its own time: only what never answers is late.
      const patient = fault === 'never' ? [] : ['--time-limit', '60'];
      const run = await bench.sync(council?.urn ?? '', ...patient);
      expect(run.stdout).toMatch(said);
      expect(await filesHeld()).toBe(1);
      const [open] = JSON.parse((await bench.ofsted('review', '--json')).stdout);
      expect(open).toMatchObject({
        url: `${bench.site.url}${FILE}`,
        fault: expect.stringMatching(said),
      });
      bench.site.faultFor = () => null;
      bench.asked();
      await bench.sync(council?.urn ?? '', '--time-limit', '60');
      expect(bench.asked()).toEqual(['/robots.txt', `/provider/44/${council?.urn}`, FILE]);
      expect(await filesHeld()).toBe(2);
      expect(bench.site.judge.faults).toEqual([]);
    },
    60_000,
  );

  it('because a page is there in its place is kept for review, and asked for again the next day', async () => {
    const [council] = bench.site.councils;
    bench.site.faultFor = (path) => (path === FILE ? 'a page of trouble' : null);
    await bench.sync(council?.urn ?? '');
    const [open] = JSON.parse((await bench.ofsted('review', '--json')).stdout);
    expect(open).toMatchObject({ url: `${bench.site.url}${FILE}`, open: [{ code: 'not_a_pdf' }] });
    bench.site.faultFor = () => null;
    bench.asked();
    await bench.sync(council?.urn ?? '');
    expect(bench.asked()).not.toContain(FILE);
    await daysLater(bench.record, 1);
    await bench.sync(council?.urn ?? '');
    expect(bench.asked().filter((path) => path.startsWith('/v1/'))).toEqual([FILE]);
    expect(await filesHeld()).toBe(2);
  });

  it('under its old address is fetched where it moved to', async () => {
    const [council] = bench.site.councils;
    const [report] = council?.reports ?? [];
    if (report) report.movedTo = 50_000_900;
    expect(await bench.sync(council?.urn ?? '')).toMatchObject({ code: 0 });
    expect(bench.asked()).toContain('/v1/file/50000900');
    expect(await filesHeld()).toBe(2);
  });

  it('because robots.txt forbids it is not asked for', async () => {
    bench.site.robots = 'User-agent: *\nDisallow: /v1/\n';
    const run = await bench.sync(bench.site.councils[0]?.urn ?? '');
    expect(run.stdout).toContain('robots.txt');
    expect(bench.asked()).toEqual(['/robots.txt', `/provider/44/${bench.site.councils[0]?.urn}`]);
  });
});

describe('A site that cannot be read', () => {
  it.each<[string, Fault, RegExp]>([
    ['refuses', 'forbidden', /refuses more requests \(403\)/],
    ['has no robots.txt for now', 'unavailable', /robots\.txt cannot be read/],
  ])('because it %s is left alone, in one sentence', async (_what, fault, said) => {
    bench.site.faultFor = () => fault;
    const run = await bench.sync('--all');
    expect(run.code).toBe(1);
    expect(sentences(run.stderr)).toEqual([expect.stringMatching(said)]);
    expect(new Set(bench.asked())).toEqual(new Set(['/robots.txt']));
  });

  it('because nothing listens, or not with TLS, or a proxy is gone is one sentence', async () => {
    const { record } = bench;
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const address = closed.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    closed.close();
    const from = (url: string, env: Record<string, string> = {}) =>
      runOfsted(['sync', '--all', '--from', url, '--data', record], { home: record, env });
    const gone = `http://127.0.0.1:${port}`;
    for (const run of [
      await from(gone),
      await from(bench.site.url.replace('http:', 'https:')),
      await from(bench.site.url, { http_proxy: gone, https_proxy: gone }),
    ]) {
      expect(run.code).toBe(1);
      expect(sentences(run.stderr)).toHaveLength(1);
      expect(run.stderr).not.toContain('should not have');
    }
    expect(await from('ftp://example.org')).toMatchObject({ code: 1 });
  }, 60_000);
});

describe('A sync that ends early', () => {
  it('at its limit of requests goes on the next time', async () => {
    const run = await bench.sync('--all', '--limit', '6');
    expect(run.code).toBe(1);
    expect(bench.asked()).toHaveLength(6);
    expect(await filesHeld()).toBeGreaterThan(0);
    expect(await bench.sync('--all')).toMatchObject({ code: 0 });
    expect(bench.asked()).not.toContain(FILE);
    expect(await filesHeld()).toBe(ALL_HELD);
  });

  it('by Ctrl-C goes on the next time', async () => {
    const child = bench.start('--all');
    child.stdout.resume();
    child.stderr.resume();
    while (bench.site.requests.length < 5) await wait(5);
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([130, null]);
    expect(await bench.sync('--all')).toMatchObject({ code: 0 });
    expect(await filesHeld()).toBe(ALL_HELD);
    expect(bench.site.judge.faults).toEqual([]);
  });

  it('by a disk without room is one sentence, and goes on when there is room', async () => {
    const [council] = bench.site.councils;
    const args = ['sync', council?.urn ?? '', '--from', bench.site.url, '--interval', '0.01'];
    // The largest file that the shell lets the program write: the same as a disk without room.
    const command = `ulimit -f 4; exec "$0" "$@"`;
    const full = spawn(
      'sh',
      ['-c', command, process.execPath, CLI, ...args, '--data', bench.record],
      { env: { PATH: process.env.PATH, HOME: bench.record, SYNC_CONTACT: 'name@example.org' } },
    );
    let said = '';
    full.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    full.stdout.resume();
    expect(await once(full, 'close')).toEqual([1, null]);
    expect(sentences(said)).toEqual([expect.stringContaining('no room')]);
    expect(await bench.sync(council?.urn ?? '')).toMatchObject({ code: 0 });
    expect(await filesHeld()).toBe(2);
  });

  it('because another is at work leaves that one alone', async () => {
    const first = bench.start('--all', '--interval', '1');
    first.stdout.resume();
    first.stderr.resume();
    while (bench.site.requests.length < 2) await wait(5);
    const second = await bench.sync('--all');
    expect([second.code, sentences(second.stderr)]).toEqual([
      1,
      [expect.stringMatching(/^Another sync is at work/)],
    ]);
    if (first.exitCode === null) await once(first, 'close');
    expect(first.exitCode).toBe(0);
    expect(await filesHeld()).toBe(ALL_HELD);
    expect(bench.site.judge.faults).toEqual([]);
  });
});

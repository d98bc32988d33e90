import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openDatabase } from '../../src/store/database.js';
import { createStore, type ErrorReport } from '../../src/store/store.js';
import { runOfsted } from '../support/cli.js';
import { temporaryFolders } from '../support/record.js';

// Each test starts a program or several, which takes long on a busy machine.
jest.setTimeout(60_000);

const folders = temporaryFolders();
afterAll(folders.remove);

let home: string;
let file: string;
beforeEach(async () => {
  home = await folders.create();
  file = join(await folders.create(), 'state.sqlite');
});

const EARLIER: ErrorReport = {
  reference: '0A1B2C3D',
  team: 'T1',
  reportedAt: '2026-11-20T09:00:00.000Z',
  passages: ['oldham-2021-letter/p1', 'oldham-2021-letter/p2'],
  text: 'The date is wrong.\nIt was \u001b[31mMarch.',
};
const LATER: ErrorReport = {
  reference: 'FFFFFFFF',
  team: 'T2',
  reportedAt: '2026-11-21T09:00:00.000Z',
  passages: [],
  text: 'Nothing was found, but there is something.',
};

async function keep(...reports: ErrorReport[]) {
  const store = createStore(await openDatabase(`file:${file}`));
  for (const report of reports) await store.errorReports.add(report);
  await store.close();
}
const reports = (...args: string[]) =>
  runOfsted(['reports', ...args], { home, env: { DATABASE_URL: `file:${file}` } });

describe('ofsted reports', () => {
  it('lists what was reported, newest first, with reference, time, passages and text', async () => {
    await keep(EARLIER, LATER);
    expect(await reports()).toEqual({
      code: 0,
      stderr: '',
      stdout: `FFFFFFFF, 2026-11-21T09:00:00.000Z
  about: no passage was quoted
  Nothing was found, but there is something.

0A1B2C3D, 2026-11-20T09:00:00.000Z
  about: oldham-2021-letter/p1, oldham-2021-letter/p2
  The date is wrong.
  It was [31mMarch.
`,
    });
  });

  it('prints them as JSON', async () => {
    await keep(EARLIER, LATER);
    expect(JSON.parse((await reports('--json')).stdout)).toEqual([LATER, EARLIER]);
  });

  it('deletes those that are named, or every one', async () => {
    await keep(EARLIER, LATER);
    expect(await reports('--delete', 'FFFFFFFF', 'EEEEEEEE')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^There is no report EEEEEEEE, so nothing was deleted.*\n$/),
    });
    expect(await reports('--delete', 'ffffffff')).toMatchObject({
      code: 0,
      stdout: 'Deleted 1 report.\n',
    });
    expect(JSON.parse((await reports('--json')).stdout)).toEqual([EARLIER]);
    expect((await reports('--delete', 'all')).stdout).toBe('Deleted 1 report.\n');
    expect((await reports('--json')).stdout).toBe('[]\n');
  });

  it('says so where there are none', async () => {
    await keep();
    expect(await reports()).toEqual({ code: 0, stderr: '', stdout: 'No reports.\n' });
    expect((await reports('--json')).stdout).toBe('[]\n');
  });

  it.each<[string, Record<string, string>]>([
    ['unset', {}],
    ['blank', { DATABASE_URL: ' ' }],
  ])(
    'looks in the user’s own folder where DATABASE_URL is %s, and makes no state',
    async (_what, env) => {
      const { code, stdout, stderr } = await runOfsted(['reports'], { home, env });
      expect([code, stdout]).toEqual([0, 'No reports.\n']);
      const [, named = ''] = /^No state is kept at (.+state\.sqlite) yet\.\n$/.exec(stderr) ?? [];
      expect(named.startsWith(home)).toBe(true);
      expect(existsSync(named)).toBe(false);
    },
  );

  it('says in one sentence what is wrong with DATABASE_URL', async () => {
    const env = { DATABASE_URL: 'mysql://host/db' };
    const { code, stdout, stderr } = await runOfsted(['reports'], { home, env });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^DATABASE_URL must be [^\n]*\n$/);
  });

  it('has a help with its options and two examples', async () => {
    const { code, stdout } = await reports('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: ofsted reports [options]');
    expect(stdout.match(/^ {2}\$ ofsted reports.*$/gm)).toHaveLength(3);
  });

  it('alone loads SQLite', async () => {
    await keep(EARLIER);
    const listLoaded = `data:text/javascript,${encodeURIComponent(
      `process.on('exit', () => console.error(process.report.getReport().sharedObjects.join('\\n')))`,
    )}`;
    const loads = async (...args: string[]) => {
      const env = { DATABASE_URL: `file:${file}` };
      const { code, stderr } = await runOfsted(args, { home, env, node: ['--import', listLoaded] });
      expect([args, code]).toEqual([args, 0]);
      return /libsql/.test(stderr);
    };
    expect(await loads('reports')).toBe(true);
    for (const other of [['ask', 'tameside latest'], ['inspections'], ['verify'], ['--help']])
      expect([other, await loads(...other)]).toEqual([other, false]);
  });
});

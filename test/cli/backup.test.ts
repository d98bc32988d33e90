import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { backupTables, LEFT_OUT } from '../../src/store/backup-tables.js';
import { openDatabase } from '../../src/store/database.js';
import { createStore, type Store } from '../../src/store/store.js';
import { SCHEDULE, slot, subscription } from '../store/subscriptions.js';
import { runOfsted } from '../support/cli.js';
import { temporaryFolders } from '../support/record.js';

const SINCE = '2026-11-27T04:00:00.000Z';

// Each test starts a program or several, which takes long on a busy machine.
jest.setTimeout(60_000);

const folders = temporaryFolders();
afterAll(folders.remove);

let home: string;
let file: string;
beforeEach(async () => {
  home = await folders.create();
  file = join(home, 'backup.jsonl');
});

const urlOf = (name: string) => `file:${join(home, `${name}.sqlite`)}`;
const ofsted = (state: string, args: string[], input?: string) =>
  runOfsted(args, { home, env: { DATABASE_URL: urlOf(state) }, ...(input && { input }) });

async function inStore<T>(state: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = createStore(await openDatabase(urlOf(state)));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const REPORT = {
  reference: '0A1B2C3D',
  team: 'T1',
  reportedAt: '2026-11-20T09:00:00.000Z',
  passages: [],
  text: 'The date is wrong.\nIt was “March”.',
};
const FOLLOWED = subscription();

const fill = (state: string) =>
  inStore(state, async (store) => {
    await store.errorReports.add(REPORT);
    await store.siteNotices.add('T1', 'U1', SINCE);
    await store.subscriptions.save(FOLLOWED);
    await store.digestRuns.plan(SCHEDULE, slot(20));
  });

describe('ofsted backup and restore', () => {
  it('bring the whole state into another database', async () => {
    await fill('first');
    expect((await ofsted('first', ['backup', file])).code).toBe(0);
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect((await ofsted('second', ['restore', file])).code).toBe(0);
    await inStore('second', async (store) => {
      expect(await store.errorReports.list()).toEqual([REPORT]);
      expect(await store.siteNotices.has('T1', 'U1', SINCE)).toBe(true);
      expect(await store.subscriptions.listAll()).toEqual([FOLLOWED]);
      expect(await store.digestRuns.claim(5, 60)).toMatchObject([
        { localDate: slot(20).localDate },
      ]);
    });
  });

  it('work through standard output and input', async () => {
    await fill('first');
    const { stdout } = await ofsted('first', ['backup', '-']);
    expect((await ofsted('second', ['restore', '-'], stdout)).code).toBe(0);
    expect(await inStore('second', (store) => store.errorReports.list())).toEqual([REPORT]);
  });

  it('leave a state that is not empty alone, unless it is to be replaced', async () => {
    await fill('first');
    await ofsted('first', ['backup', file]);
    const other = { ...REPORT, reference: 'FFFFFFFF' };
    await inStore('second', (store) => store.errorReports.add(other));
    const refused = await ofsted('second', ['restore', file]);
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toMatch(/^The state is not empty.*--replace.*\n$/);
    expect(await inStore('second', (store) => store.errorReports.list())).toEqual([other]);
    expect((await ofsted('second', ['restore', '--replace', file])).code).toBe(0);
    expect(await inStore('second', (store) => store.errorReports.list())).toEqual([REPORT]);
  });

  it.each([
    ['is cut off', (text: string) => text.slice(0, -200)],
    ['was changed', (text: string) => text.replace('The date', 'The time')],
    ['lacks a line', (text: string) => text.split('\n').toSpliced(2, 1).join('\n')],
    ['is another file', () => 'no backup'],
    ['a newer version made', (text: string) => text.replace(/"schema":\d+/, '"schema":999')],
  ])('refuse a file that %s, in a sentence, and change nothing', async (_what, damage) => {
    await fill('first');
    await ofsted('first', ['backup', file]);
    await writeFile(file, damage(await readFile(file, 'utf8')));
    const { code, stderr } = await ofsted('first', ['restore', '--replace', file]);
    expect([code, stderr.split('\n').length]).toEqual([1, 2]);
    expect(stderr).toMatch(/^This (?:is no )?backup/);
    expect(await inStore('first', (store) => store.errorReports.list())).toEqual([REPORT]);
  });

  it('say where there is nothing to back up, and where a file cannot be read or written', async () => {
    expect(await ofsted('first', ['backup', file])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^No state is kept at .*\n$/),
    });
    await fill('first');
    const nowhere = join(home, 'no-such-folder', 'file');
    for (const command of ['backup', 'restore']) {
      const { code, stderr } = await ofsted('first', [command, nowhere]);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/\(ENOENT\)\.\n$/)]);
    }
  });

  it('have every table of the schema', async () => {
    const database = await openDatabase(urlOf('first'));
    const rows = await database.run(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    );
    await database.close();
    const names = rows.map((row) => (row as { name: string }).name);
    expect(names.sort()).toEqual([...backupTables, ...LEFT_OUT].sort());
  });
});

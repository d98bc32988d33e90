import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { z } from 'zod';
import { InspectionError, StoreError } from '../../src/domain/errors.js';
import { openDatabase } from '../../src/store/database.js';
import type { Dialect } from '../../src/store/database-handle.js';
import { databasePlace } from '../../src/store/database-url.js';
import { asStoreError } from '../../src/store/errors.js';
import { MIGRATIONS_TABLE, migrationsFrom } from '../../src/store/migrations.js';
import { createStore } from '../../src/store/store.js';
import { subscription } from './subscriptions.js';

/** The schema that had no alerts. */
const BEFORE_ALERTS = 5;
const SINCE = '2026-11-27T04:00:00.000Z';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'state-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const refusal = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof InspectionError) return error.message;
    throw error;
  }
  throw new Error('it was done');
};

describe('Opening the state', () => {
  const sentence = (url: string): Promise<string> => refusal(openDatabase(url));
  const open = async (url: string) => (await openDatabase(url)).close();

  it('creates the file and its folders', async () => {
    const file = join(folder, 'new', 'folders', 'state.sqlite');
    await open(`file:${file}`);
    expect(existsSync(file)).toBe(true);
  });

  it('takes a file URL in full too', async () => {
    const file = join(folder, 'a state.sqlite');
    await open(pathToFileURL(file).href);
    expect(existsSync(file)).toBe(true);
  });

  it('keeps what was committed through a crash of the machine', async () => {
    const database = await openDatabase(`file:${join(folder, 'state.sqlite')}`);
    expect(await database.run('PRAGMA journal_mode')).toMatchObject([{ journal_mode: 'wal' }]);
    expect(await database.run('PRAGMA synchronous')).toMatchObject([{ synchronous: 2 }]);
    await database.close();
  });

  it('reads what the first release stored of what a subscription has reported', async () => {
    const database = await openDatabase(`file:${join(folder, 'state.sqlite')}`);
    const store = createStore(database);
    await store.subscriptions.save(subscription());
    const stored = { told: { 'a/b': 'v1' }, themesUsed: { '80569': ['neglect'] } };
    await database.run('UPDATE subscriptions SET state = ?', [JSON.stringify(stored)]);
    expect((await store.subscriptions.get('T1', 'C1'))?.state).toEqual({
      reported: stored.told,
      themesUsed: stored.themesUsed,
    });
    await store.close();
  });

  it('opens a file that is open already', async () => {
    const url = `file:${join(folder, 'state.sqlite')}`;
    const first = await openDatabase(url);
    await open(url);
    await first.close();
  });

  it('names the file where the folder cannot be written', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const file = join(folder, 'a-file', 'state.sqlite');
    expect(await sentence(`file:${file}`)).toMatch(
      /^The bot cannot write its state to .*DATABASE_URL/,
    );
    expect(await sentence(`file:${file}`)).toContain(file);
  });

  it.each(['/proc/x/state.sqlite', '/dev/null/state.sqlite'])(
    'says so where a folder can never be made: %s',
    async (file) => {
      expect(await sentence(`file:${file}`)).toMatch(/^The bot cannot write its state to /);
    },
  );

  it('says so where there is a database that cannot be written', async () => {
    const file = join(folder, 'state.sqlite');
    await open(`file:${file}`);
    const bytes = readFileSync(file);
    // The version of the format that whoever writes needs; of a newer one SQLite only reads.
    bytes[18] = 3;
    rmSync(`${file}-wal`, { force: true });
    writeFileSync(file, bytes);
    expect(await sentence(`file:${file}`)).toMatch(/^The bot cannot write its state to .*DATABASE/);
  });

  it('refuses a file that is no database', async () => {
    const file = join(folder, 'letter.txt');
    writeFileSync(file, 'Dear Director of Children’s Services, '.repeat(100));
    expect(await sentence(`file:${file}`)).toBe(
      `The file ${file} is not a SQLite database: set DATABASE_URL to another file, or move this one away.`,
    );
  });

  it('brings the digests of a database from before there were alerts with it', async () => {
    const file = join(folder, 'state.sqlite');
    const dialect = { whole: 'INTEGER', table: 'STRICT' } as Dialect;
    const old = new Database(file);
    old.exec(MIGRATIONS_TABLE);
    for (const sql of migrationsFrom(0, dialect, file).slice(0, BEFORE_ALERTS)) old.exec(sql);
    const settings =
      '{"owner":"U1","ownerName":"o","authorities":["80569"],"themes":[],"onlyNew":true}';
    old.exec(`INSERT INTO subscriptions VALUES ('s1', 'T1', 'C1', 'active', NULL, '${SINCE}', '${SINCE}',
      '08:30', 'Europe/London', 'mon,tue', '${settings}', '{"told":{"a":"1"},"themesUsed":{}}')`);
    old.close();
    const store = createStore(await openDatabase(`file:${file}`));
    const before = await store.subscriptions.get('T1', 'C1');
    expect(before).toMatchObject({ id: 's1', onlyNew: true, condensed: false });
    if (!before) throw new Error('it is lost');
    // Settings that an older version wrote are those that they are read as.
    expect(await store.subscriptions.replace(before, { ...before, condensed: true })).toBe(true);
    await store.subscriptions.save({ ...before, at: '09:00' });
    expect(await store.subscriptions.list('T1')).toHaveLength(1);
    await store.close();
  });

  it('refuses a database that a newer version made', async () => {
    const file = join(folder, 'state.sqlite');
    await open(`file:${file}`);
    const database = new Database(file);
    database.exec('INSERT INTO migrations (version) VALUES (99)');
    database.close();
    expect(await sentence(`file:${file}`)).toContain('made by a newer version of this bot');
  });

  it.each(['mysql://host/db', 'state.sqlite', 'file:', 'https://host/state.sqlite'])(
    'asks for a file URL or a PostgreSQL database instead of %s',
    async (url) => {
      expect(await sentence(url)).toMatch(
        /^DATABASE_URL must be a file: URL.* or the postgres: URL/,
      );
    },
  );

  it('asks for a PostgreSQL URL that can be read', async () => {
    expect(await sentence('postgres://user:p@ss:word@[host/db')).toMatch(
      /^DATABASE_URL cannot be read .*write it as postgres:\/\/user:password@host:5432\/database\.$/,
    );
  });

  it('names a PostgreSQL database without its user and password', () => {
    expect(databasePlace('postgres://someone:secret@db.example.org:5432/bot')).toBe(
      'PostgreSQL, database bot on db.example.org',
    );
  });
});

describe('A SQLite file in trouble', () => {
  const file = () => join(folder, 'state.sqlite');
  const openStore = async () => createStore(await openDatabase(`file:${file()}`));

  it('that another program locks says so in a sentence, and is used again when it is free', async () => {
    const store = await openStore();
    const other = new Database(file());
    other.exec('BEGIN EXCLUSIVE');
    expect(await refusal(store.siteNotices.add('T1', 'U1', SINCE))).toMatch(
      /busy with something else, so nothing was changed: try again/,
    );
    other.exec('ROLLBACK');
    other.close();
    await store.siteNotices.add('T1', 'U1', SINCE);
    expect(await store.siteNotices.has('T1', 'U1', SINCE)).toBe(true);
    await store.close();
  });

  it('that may not grow says that the disk is full, can be read, and is used again when there is room', async () => {
    const database = await openDatabase(`file:${file()}`);
    const store = createStore(database);
    await store.siteNotices.add('T1', 'U1', SINCE);
    const [pages] = z
      .array(z.object({ page_count: z.number() }))
      .parse(await database.run('PRAGMA page_count'));
    await database.run(`PRAGMA max_page_count = ${pages?.page_count}`);
    const large = {
      reference: 'R1',
      team: 'T1',
      reportedAt: '2026-11-21T09:00:00.000Z',
      passages: [],
    };
    const report = () => store.errorReports.add({ ...large, text: 'x'.repeat(50_000) });
    expect(await refusal(report())).toMatch(/disk .* is full, so nothing was changed/);
    expect(await store.siteNotices.has('T1', 'U1', SINCE)).toBe(true);
    await database.run('PRAGMA max_page_count = 100000');
    await report();
    expect(await store.errorReports.list()).toHaveLength(1);
    await store.close();
  });

  it('sees what others write, and writes, after it found the file locked', async () => {
    const store = await openStore();
    const other = new Database(file());
    other.exec('BEGIN EXCLUSIVE');
    await refusal(store.siteNotices.add('T1', 'U1', SINCE));
    other.exec('COMMIT');
    other.close();
    const second = await openStore();
    for (const event of ['Ev2', 'Ev3']) {
      await second.siteNotices.add('T1', event, SINCE);
      expect(await store.siteNotices.has('T1', event, SINCE)).toBe(true);
    }
    await store.siteNotices.add('T1', 'U4', SINCE);
    expect(await second.siteNotices.has('T1', 'U4', SINCE)).toBe(true);
    for (const each of [store, second]) await each.close();
  });

  it('lets the process do other things while it waits for a lock', async () => {
    const store = await openStore();
    const other = new Database(file());
    other.exec('BEGIN EXCLUSIVE');
    const adding = store.siteNotices.add('T1', 'U1', SINCE);
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
      if (turns === 5) {
        other.exec('COMMIT');
        other.close();
      }
    }, 1);
    await adding;
    clearInterval(timer);
    expect(turns).toBeGreaterThanOrEqual(5);
    await store.close();
  });

  it('that is gone says so rather than that nothing is kept, and is used again when it is put back', async () => {
    const store = await openStore();
    await store.siteNotices.add('T1', 'U1', SINCE);
    const other = new Database(file());
    other.pragma('wal_checkpoint(TRUNCATE)');
    other.close();
    const copy = readFileSync(file());
    for (const name of ['', '-wal', '-shm']) rmSync(`${file()}${name}`, { force: true });
    expect(await refusal(store.siteNotices.add('T1', 'U2', SINCE))).toMatch(
      /is gone, so nothing was changed: ask .* to put it back/,
    );
    expect(existsSync(file())).toBe(false);
    writeFileSync(file(), copy);
    expect(await store.siteNotices.has('T1', 'U1', SINCE)).toBe(true);
    await store.siteNotices.add('T1', 'U2', SINCE);
    expect(await store.siteNotices.has('T1', 'U2', SINCE)).toBe(true);
    await store.close();
  });

  it.each([
    ['SQLITE_FULL', /disk .* is full, so nothing was changed: ask .* to make room/],
    ['SQLITE_READONLY', /can only be read, so nothing was changed: ask .* to make it writable/],
    ['SQLITE_READONLY_DBMOVED', /can only be read/],
    ['SQLITE_IOERR_WRITE', /out of reach, so nothing was changed: try again in a few minutes/],
    ['SQLITE_CANTOPEN', /out of reach/],
    ['53100', /disk .* is full/],
    ['25006', /can only be read/],
    ['57P01', /out of reach/],
    ['ECONNREFUSED', /out of reach/],
    ['55P03', /busy/],
  ])('means something to an asker: %s', (code, expected) => {
    const error = asStoreError(Object.assign(new Error('of the driver'), { code }));
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({
      message: expect.stringMatching(expected),
      cause: { message: 'of the driver' },
    });
  });

  it('is a fault like any other where nobody can do anything about it', () => {
    const error = Object.assign(new Error('no such table'), { code: 'SQLITE_ERROR' });
    expect(asStoreError(error)).toBe(error);
  });
});

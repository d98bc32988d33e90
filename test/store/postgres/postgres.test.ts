import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InspectionError, StoreError } from '../../../src/domain/errors.js';
import { openDatabase } from '../../../src/store/database.js';
import { createStore } from '../../../src/store/store.js';
import { storeContract } from '../store-contract.js';
import { tablesOf } from '../tables.js';
import { type Server, startServer } from './server.js';

const SINCE = '2026-11-27T04:00:00.000Z';

let server: Server;
beforeAll(async () => {
  server = await startServer();
}, 120_000);
afterAll(() => server.stop(), 120_000);

storeContract('PostgreSQL', async () => {
  const url = await server.createDatabase();
  return {
    open: async (now) => createStore(await openDatabase(url), now),
    breakDown: () => server.query('DROP TABLE key_value', url),
    readAllTables: () =>
      tablesOf(url, "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"),
    wipe: async () => {},
  };
});

describe('A PostgreSQL database in trouble', () => {
  const refusal = async (work: Promise<unknown>): Promise<Error> => {
    try {
      await work;
    } catch (error) {
      if (error instanceof Error) return error;
    }
    throw new Error('it was done');
  };

  it('that ends every connection costs the statement under way, not the process, and is used again', async () => {
    const url = await server.createDatabase();
    const store = createStore(await openDatabase(url));
    await store.siteNotices.add('T1', 'U1', SINCE);
    const everyOther =
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
    for (let times = 0; times < 3; times += 1) {
      const using = Promise.allSettled(
        Array.from({ length: 20 }, (_, event) => store.siteNotices.has('T1', `U${event}`, SINCE)),
      );
      await server.query(everyOther, url);
      for (const outcome of await using)
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StoreError);
    }
    // A connection that was idle learns of its end when it is next used, or a moment sooner.
    const isKept = () => store.siteNotices.has('T1', 'U1', SINCE).catch(() => null);
    let kept = await isKept();
    for (let times = 0; kept === null && times < 20; times += 1) kept = await isKept();
    expect(kept).toBe(true);
    await store.close();
  });

  it('that can only be read says so in a sentence', async () => {
    const url = await server.createDatabase();
    await (await openDatabase(url)).close();
    const name = new URL(url).pathname.slice(1);
    await server.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    const error = await refusal(openDatabase(url));
    expect(error).toBeInstanceOf(InspectionError);
    await server.query(`ALTER DATABASE ${name} SET default_transaction_read_only = off`);
    const store = createStore(await openDatabase(url));
    await server.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    await server.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      url,
    );
    const write = () => store.siteNotices.add('T1', 'U1', SINCE);
    await refusal(write());
    const { message } = await refusal(write());
    expect(message).toMatch(/can only be read, so nothing was changed: ask .* to make it writable/);
    await store.close();
  });

  it('whose rows another program locks says so in a sentence', async () => {
    const url = await server.createDatabase();
    const store = createStore(await openDatabase(url));
    const locking = server.query('BEGIN; LOCK TABLE key_value; SELECT pg_sleep(8); COMMIT', url);
    await server.query('SELECT pg_sleep(0.5)', url);
    const { message } = await refusal(store.siteNotices.add('T1', 'U1', SINCE));
    expect(message).toMatch(/busy with something else, so nothing was changed: try again/);
    await locking;
    await store.siteNotices.add('T1', 'U1', SINCE);
    await store.close();
  });

  it.each([
    ['postgres://nobody:wrong@HOST/postgres', /is not let into its database/],
    [
      'postgres://postgres:postgres@127.0.0.1:1/nowhere',
      /cannot use its database \(PostgreSQL, database nowhere on 127\.0\.0\.1; ECONNREFUSED\): check that it runs/,
    ],
  ])(
    'of %s is refused when the bot starts, in a sentence without the password',
    async (url, expected) => {
      const host = new URL(await server.createDatabase()).host;
      const { message } = await refusal(openDatabase(url.replace('HOST', host)));
      expect(message).toMatch(expected);
      expect(message).not.toContain('wrong');
    },
  );

  it('that a newer version made is refused', async () => {
    const url = await server.createDatabase();
    await (await openDatabase(url)).close();
    await server.query('INSERT INTO migrations (version) VALUES (99)', url);
    const { message } = await refusal(openDatabase(url));
    expect(message).toContain('made by a newer version of this bot');
  });
});

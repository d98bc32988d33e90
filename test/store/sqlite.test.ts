import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../src/store/database.js';
import { createStore } from '../../src/store/store.js';
import { storeContract } from './store-contract.js';
import { SQLITE_TABLES, tablesOf } from './tables.js';

storeContract('a SQLite file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  const url = `file:${join(folder, 'state.sqlite')}`;
  return {
    open: async (now) => createStore(await openDatabase(url), now),
    breakDown: async () => {
      const database = await openDatabase(url);
      await database.run('DROP TABLE key_value');
      await database.close();
    },
    readAllTables: () => tablesOf(url, SQLITE_TABLES),
    wipe: async () => rmSync(folder, { recursive: true }),
  };
});

describe('A SQLite file that is written often', () => {
  it('takes in its log while it is open, and is not made anew where it is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'store-'));
    const file = join(folder, 'state.sqlite');
    const { inbox, close } = createStore(await openDatabase(`file:${file}`));
    const write = async (from: string) => {
      for (let at = 0; at < 500; at += 1)
        await inbox.add('T1', `${from}-${at}`, 'x'.repeat(500), 60);
    };
    await write('first');
    const size = statSync(file).size;
    for (let at = 0; statSync(file).size === size; at += 1) {
      await write(`again-${at}`);
      await sleep(100);
    }
    rmSync(file);
    await expect(write('gone')).rejects.toThrow('gone');
    await sleep(200);
    expect(() => statSync(file)).toThrow();
    await close();
    rmSync(folder, { recursive: true });
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
